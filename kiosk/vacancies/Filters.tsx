/** Pay, kind of work, how far, and which come first; each choice says how many jobs it would leave. */
import type { ComponentChildren } from "preact";
import { moneyWords } from "#kiosk/language/money.ts";
import { Chip } from "#kiosk/ui/touch/Chip.tsx";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Sheet } from "#kiosk/ui/touch/Sheet.tsx";
import { SECTORS_IN_ORDER } from "./sectors.ts";
import { FAR_WORDS, ORDER_WORDS } from "./sayings.ts";
import { CHIPS, FAR, NOTHING_ASKED, ORDERS, PAY, type Asked } from "./search/choices.ts";
import type { Answer } from "./search/finder.ts";

interface Props {
  readonly asked: Asked;
  readonly answer: Answer;
  set(part: Partial<Asked>): void;
  close(): void;
}

export function Filters({ asked, answer, set, close }: Props) {
  const { speech } = useKiosk();
  const { counts } = answer;
  const any = (on: boolean, act: () => void) => <Chip words={speech.t("jobs.any")} on={on} act={act} />;
  const show = (
    <button type="button" class="big primary close" onClick={close}>
      <span data-read>{speech.n("jobs.show", answer.total)}</span>
    </button>
  );
  return (
    <Sheet title={speech.t("jobs.filters")} foot={show} onClose={close}>
      <Part title={speech.t("jobs.kind")}>
        {any(asked.sector === null, () => set({ sector: null }))}
        {SECTORS_IN_ORDER.filter((sector) => asked.sector === sector || counts.sectors[sector]).map(
          (sector) => (
            <Chip
              key={sector}
              words={speech.t(`sector.${sector}`)}
              on={asked.sector === sector}
              count={counts.sectors[sector] ?? 0}
              act={() => set({ sector: asked.sector === sector ? null : sector })}
            />
          ),
        )}
      </Part>
      <Part title={speech.t("jobs.pay")}>
        {any(asked.pay === null, () => set({ pay: null }))}
        {PAY.map((pay, at) => [pay, counts.pay[at] ?? 0] as const)
          .filter(([pay, count]) => asked.pay === pay || count > 0)
          .map(([pay, count]) => (
            <Chip
              key={pay}
              words={speech.t("jobs.pay-least", { pay: moneyWords(speech, pay, "GBP") })}
              on={asked.pay === pay}
              count={count}
              act={() => set({ pay: asked.pay === pay ? null : pay })}
            />
          ))}
      </Part>
      <Part title={speech.t("jobs.far")}>
        {any(asked.far === null, () => set({ far: null }))}
        {FAR.filter((far) => asked.far === far || counts.far[far] > 0).map((far) => (
          <Chip
            key={far}
            words={speech.t(FAR_WORDS[far])}
            on={asked.far === far}
            count={counts.far[far]}
            act={() => set({ far: asked.far === far ? null : far })}
          />
        ))}
      </Part>
      <Part title={speech.t("jobs.order")}>
        {ORDERS.map((order) => (
          <Chip
            key={order}
            words={speech.t(ORDER_WORDS[order])}
            on={(asked.order ?? "near") === order}
            act={() => set({ order })}
          />
        ))}
      </Part>
    </Sheet>
  );
}

/** With all the choices there are, for whoever must know what is said in it. */
export function EveryFilter() {
  const once = <T extends string>(names: readonly T[]) =>
    Object.fromEntries(names.map((name) => [name, 1])) as Record<T, number>;
  const counts = {
    chips: once(CHIPS),
    sectors: once(SECTORS_IN_ORDER),
    pay: PAY.map(() => 1),
    far: once(FAR),
  };
  const answer = { ids: [], total: 0, counts, suggestions: [], missed: false, less: [] };
  return <Filters asked={NOTHING_ASKED} answer={answer} set={() => {}} close={() => {}} />;
}

function Part({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <fieldset>
      <legend data-read>{title}</legend>
      <div class="chips" data-group>
        {children}
      </div>
    </fieldset>
  );
}
