/** An urgent notice lies over whatever page is open, until it has been read. */
import type { Notice } from "#shared/notices/schema.ts";
import { useKiosk, useSay } from "#kiosk/ui/touch/kiosk.ts";
import { Paragraphs } from "#kiosk/ui/touch/Said.tsx";
import { Sheet } from "#kiosk/ui/touch/Sheet.tsx";

export function Urgent({ notice, close }: { readonly notice: Notice; close(): void }) {
  const { speech } = useKiosk();
  const said = useSay();
  return (
    <Sheet title={said(notice.title).words} kind="question" onClose={close}>
      {notice.text && <Paragraphs text={notice.text} />}
      <div class="answers">
        <button type="button" class="big primary" onClick={close}>
          <span data-read>{speech.t("urgent.read")}</span>
        </button>
      </div>
    </Sheet>
  );
}
