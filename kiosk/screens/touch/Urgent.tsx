/** An urgent notice lies over whatever page is open, until it has been read. */
import type { Notice } from "#shared/notices/schema.ts";
import { useSay } from "#kiosk/ui/touch/kiosk.ts";
import { Paragraphs } from "#kiosk/ui/touch/Said.tsx";
import { Answer, Answers, Sheet } from "#kiosk/ui/touch/Sheet.tsx";

export function Urgent({ notice, close }: { readonly notice: Notice; close(): void }) {
  const said = useSay();
  const answers = (
    <Answers>
      <Answer word="urgent.read" primary act={close} />
    </Answers>
  );
  return (
    <Sheet title={said(notice.title).words} kind="question" foot={answers} onClose={close}>
      {notice.text && <Paragraphs text={notice.text} />}
    </Sheet>
  );
}
