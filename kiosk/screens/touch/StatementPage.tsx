/** How this screen serves everyone, in short; the whole statement is a page for a phone. */
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import { Page } from "#kiosk/ui/touch/Page.tsx";
import { PhoneCode } from "#kiosk/ui/touch/PhoneCode.tsx";

export function StatementPage() {
  const { speech, publicUrl } = useKiosk();
  return (
    <Page title={speech.t("statement.title")} shape="detail">
      <p class="prose lead" data-read>
        {speech.t("statement.text")}
      </p>
      {publicUrl && <PhoneCode address={`${publicUrl}/accessibility`} />}
    </Page>
  );
}
