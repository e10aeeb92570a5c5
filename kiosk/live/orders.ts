/** What a person at the console has a screen do once. Fetched when it is needed: it seldom is. */
import type { Order } from "#shared/screens/protocol.ts";

/** How long a name stands on the screen (ms). */
const STANDS = 15_000;
const NAME = "identity";

export function obey(order: Order): void {
  if (order.what === "identify") identify(order.name);
  if (order.what === "reload") location.reload();
  if (order.what === "become") location.replace(`/${order.kind}`);
}

/** The screen's name, as large as it fits, over whatever is shown. Asked again it stands anew. */
function identify(name: string): void {
  document.getElementById(NAME)?.remove();
  const sign = document.createElement("div");
  sign.id = NAME;
  sign.setAttribute("role", "status");
  sign.textContent = name;
  Object.assign(sign.style, {
    position: "fixed",
    top: "0",
    left: "0",
    width: "100%",
    height: "100%",
    zIndex: "1000",
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    padding: "6vmin",
    boxSizing: "border-box",
    textAlign: "center",
    overflowWrap: "anywhere",
    lineHeight: "1.1",
    fontWeight: "700",
    fontSize: `${sizeOf(name)}vw`,
    color: "#17213a",
    background: "#f7b733",
  });
  document.body.append(sign);
  setTimeout(() => sign.remove(), STANDS);
}

/** In hundredths of the width: the longest word in one line, and all of it in a few. */
function sizeOf(name: string): number {
  const longest = Math.max(...name.split(/\s+/).map((word) => word.length));
  return Math.max(3, Math.min(14, 130 / longest, 60 / Math.sqrt(name.length)));
}
