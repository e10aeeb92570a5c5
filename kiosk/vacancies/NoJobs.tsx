/** Never a dead end: what can be taken away so that there are jobs again. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Pic } from "#kiosk/ui/touch/Pic.tsx";
import { moneyWords } from "#kiosk/language/money.ts";
import type { Speech } from "#kiosk/language/speech.ts";
import { chipWords, FAR_WORDS } from "./sayings.ts";
import { lessOf, NOTHING_ASKED, type Asked } from "./search/choices.ts";

interface Props {
  readonly asked: Asked;
  /** Whether the centre has any job at all. */
  readonly any: boolean;
  /** How many there would be with each thing taken away. */
  readonly less: readonly number[];
  set(part: Partial<Asked>): void;
}

export function NoJobs({ asked, any, less, set }: Props) {
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
        {wordsOf(speech, asked).map(
          (what, at) =>
            (less[at] ?? 0) > 0 && (
              <button type="button" key={what} class="chip" onClick={() => set(lessOf(asked)[at]!)}>
                <Pic name="close" />
                <span>{speech.t("jobs.without", { what })}</span>
                <small>{less[at]}</small>
              </button>
            ),
        )}
        <button type="button" class="chip" onClick={() => set(NOTHING_ASKED)}>
          <span data-read>{speech.t("jobs.all")}</span>
        </button>
      </div>
    </div>
  );
}

/** What each thing that was asked is called, in the order of `lessOf`. */
function wordsOf(speech: Speech, { words, chips, sector, pay, far }: Asked): readonly string[] {
  return [
    ...chips.map((chip) => chipWords(speech, chip)),
    words.trim(),
    sector ? speech.t(`sector.${sector}`) : "",
    pay ? speech.t("jobs.pay-least", { pay: moneyWords(speech, pay, "GBP") }) : "",
    far ? speech.t(FAR_WORDS[far]) : "",
  ].filter((what) => what !== "");
}
