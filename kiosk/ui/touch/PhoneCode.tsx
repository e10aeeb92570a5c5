/** A QR code that is drawn on the device, so that it is there without a network. */
import { correction, generate } from "lean-qr";
import { Code } from "../Code.tsx";

export function PhoneCode({ address }: { readonly address: string }) {
  const code = generate(address, { minCorrectionLevel: correction.M });
  return (
    <div class="phone-code">
      <Code address={address} modules={code} />
    </div>
  );
}
