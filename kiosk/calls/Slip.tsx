/** The reference, on the glass and on the slip of paper that she takes home. */
import { Paper } from "#kiosk/ui/touch/Paper.tsx";
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
  const t = useWords();
  return (
    <Paper>
      <article>
        <h1>
          {t("reference")}: <bdi dir="ltr">{reference}</bdi>
        </h1>
        {what.filter(Boolean).map((words) => (
          <p key={words}>{words}</p>
        ))}
        <p>{t("reference-how")}</p>
      </article>
    </Paper>
  );
}
