/** What stays in view beside a list: the live board, whether its screens show what they should, and what is not yet off. */
import { here } from "../live/centres.ts";
import { LateWithdrawals } from "./LateWithdrawals.tsx";
import { LiveBoard } from "./LiveBoard.tsx";
import { OnScreens } from "./OnScreens.tsx";

export function Beside() {
  const centre = here.value;
  return (
    <>
      <LiveBoard />
      {centre ? <OnScreens key={centre.slug} centre={centre.slug} /> : null}
      <LateWithdrawals />
    </>
  );
}
