/** The page that stands where an outside page did not open: what happened, and the way back. */
import { RIGHT_TO_LEFT } from "#shared/languages.ts";
import { refuseTools } from "./keys.ts";
import { BEAT } from "./launcher.ts";
import { tell } from "./messages.ts";
import { settingsInForce } from "./settings.ts";
import { wordsIn } from "./words.ts";

/** Nobody touches it: back by itself. */
async function start(): Promise<void> {
  refuseTools();
  const query = new URLSearchParams(location.search);
  const address = query.get("address") ?? "";
  const { language, words } = wordsIn(query.get("language") ?? "");
  const troubles = {
    blocked: [words.blocked, words.blockedWhy],
    away: [words.away, words.awayWhy],
    unsafe: [words.unsafe, words.unsafeWhy],
    offline: [words.offline, words.offlineWhy],
  } as const;
  const trouble = Object.keys(troubles).find((one) => one === query.get("trouble")) ?? "away";
  const [title, why] = troubles[trouble as keyof typeof troubles];
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? "rtl" : "ltr";
  document.title = title;

  const part = (name: string, text: string, className = ""): HTMLElement => {
    const element = document.createElement(name);
    element.textContent = text;
    element.className = className;
    return element;
  };
  const nav = part("nav", "");
  const back = part("button", words.back);
  back.addEventListener("click", () => tell({ say: "home" }));
  nav.append(back);
  if (trouble === "away" || trouble === "offline") {
    const again = part("button", words.again, "quiet");
    again.addEventListener("click", () => location.replace(address));
    nav.append(again);
  }
  document.body.append(
    part("h1", title),
    part("p", why),
    part("p", URL.parse(address)?.hostname ?? "", "host"),
    nav,
  );
  back.focus();

  const { idle, countdown, launcher } = await settingsInForce();
  if (launcher) setInterval(() => tell({ say: "beat", lit: true }), BEAT);
  let leaving = setTimeout(() => tell({ say: "home" }), (idle + countdown) * 1000);
  addEventListener("pointerdown", () => {
    clearTimeout(leaving);
    leaving = setTimeout(() => tell({ say: "home" }), (idle + countdown) * 1000);
    tell({ say: "touched" });
  });
}

void start();
