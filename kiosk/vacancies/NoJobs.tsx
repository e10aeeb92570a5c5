/** Never a dead end: what can be taken away so that there are jobs again. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { moneyWords } from "#kiosk/language/money.ts";
import type { Speech } from "#kiosk/language/speech.ts";
import { chipWords, FAR_WORDS } from "./sayings.ts";
import { NOTHING_ASKED, type Asked } from "./search/choices.ts";

interface Props {
  readonly asked: Asked;
  /** Whether the centre has any job at all. */
  readonly any: boolean;
  set(part: Partial<Asked>): void;
}

export function NoJobs({ asked, any, set }: Props) {
  const { speech, go } = useKiosk();
  if (!any) {
    return (
      <div class="nothing">
        <p data-read>{speech.t("jobs.empty")}</p>
        <p data-read>{speech.t("jobs.empty-how")}</p>
        <button type="button" class="big primary" onClick={() => go({ page: "adviser" })}>
          <Pic name="adviser" />
          <span>{speech.t("adviser.title")}</span>
        </button>
      </div>
    );
  }
  return (
    <div class="nothing">
      <p data-read>{speech.t("jobs.none")}</p>
      <p data-read>{speech.t("jobs.none-how")}</p>
      <div class="chips" data-group>
        {lessOf(speech, asked).map(([what, part]) => (
          <button type="button" key={what} class="chip" onClick={() => set(part)}>
            <Pic name="close" />
            <span>{speech.t("jobs.without", { what })}</span>
          </button>
        ))}
        <button type="button" class="chip" onClick={() => set(NOTHING_ASKED)}>
          {speech.t("jobs.all")}
        </button>
      </div>
    </div>
  );
}

/** Each thing that was asked, and what is asked without it. */
function lessOf(speech: Speech, asked: Asked): readonly (readonly [string, Partial<Asked>])[] {
  const { words, chips, sector, pay, far } = asked;
  const less: [string, Partial<Asked>][] = chips.map((chip) => [
    chipWords(speech, chip),
    { chips: chips.filter((one) => one !== chip) },
  ]);
  if (words.trim() !== "") less.push([words.trim(), { words: "" }]);
  if (sector) less.push([speech.t(`sector.${sector}`), { sector: null }]);
  if (pay) less.push([speech.t("jobs.pay-least", { pay: moneyWords(speech, pay, "GBP") }), { pay: null }]);
  if (far) less.push([speech.t(FAR_WORDS[far]), { far: null }]);
  return less;
}
