/** Asks the one matcher whether a kiosk would open an address. */
import { useState } from "preact/hooks";
import { matcher } from "#shared/websites/matcher.ts";
import { TextField } from "../ui/Field.tsx";
import { say } from "./words.ts";

export function TestBox({ allow }: { readonly allow: readonly string[] }) {
  const [address, setAddress] = useState("");
  const verdict = address.trim() === "" ? null : matcher({ block: ["*", "chrome://*"], allow })(address);
  const opens = verdict?.allowed && verdict.pattern !== null;
  return (
    <div class="card">
      <TextField
        label={say("test")}
        hint={say("testHint")}
        type="text"
        value={address}
        onValue={setAddress}
      />
      <p role="status">
        {verdict === null || verdict.because === "allowed"
          ? opens && say("test_yes", { pattern: verdict!.pattern! })
          : say("test_no", { why: say(`why_${verdict.because}`) })}
      </p>
    </div>
  );
}
