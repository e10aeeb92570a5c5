/** The reference, on the glass and on the slip of paper that she takes home. */
import { dateWords } from "#kiosk/language/dates.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { SaidText } from "#kiosk/ui/touch/Said.tsx";
import { useWords } from "./words.ts";

export function Reference({ words }: { readonly words: string }) {
  const t = useWords();
  return (
    <div class="call-reference">
      <span data-read>{t("reference")}</span>
      <b dir="ltr" data-read>
        {words}
      </b>
      <p class="hint" data-read>
        {t("reference-how")}
      </p>
    </div>
  );
}

export function Slip({ reference, what }: { readonly reference: string; readonly what: readonly string[] }) {
  const { speech, offered } = useKiosk();
  const t = useWords();
  const { centre, today } = offered;
  return (
    <section class="paper">
      <header>
        <b>
          <SaidText text={centre.name} />
        </b>
        {today && <span>{dateWords(speech, today)}</span>}
      </header>
      <article>
        <h1>
          {t("reference")}: <bdi dir="ltr">{reference}</bdi>
        </h1>
        {what.filter(Boolean).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p>{t("reference-how")}</p>
      </article>
      <footer>
        <p>{centre.phone && speech.t("adviser.ring", { phone: centre.phone })}</p>
      </footer>
    </section>
  );
}
