/** No line, and no way to lock a request away: what to do instead. */
import { useWords } from "./words.ts";

export function NoLine() {
  const t = useWords();
  return (
    <div class="call-word" role="alert">
      <b data-read>{t("no-line")}</b>
      <p data-read>{t("no-line-how")}</p>
    </div>
  );
}
