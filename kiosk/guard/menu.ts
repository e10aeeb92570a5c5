/** What an installer may do at the screen itself. The launcher knows the PIN and is told it with every wish. */
import { refuseTools } from "./keys.ts";
import { askLauncher, BEAT } from "./launcher.ts";
import { tell } from "./messages.ts";
import { type Settings, settingsInForce } from "./settings.ts";
import { testTouch } from "./touch-test.ts";
import say from "./menu-words.json";
import { filled } from "./words.ts";

interface Told {
  readonly ok: boolean;
  readonly why?: keyof typeof say;
}
interface Looked extends Told {
  readonly hub: string;
  readonly hubAnswers: boolean;
  readonly addresses: readonly string[];
  readonly network: readonly { readonly name: string; readonly state: string }[];
  readonly rotation: string;
}

const ROTATIONS = ["normal", "90", "180", "270"] as const;
const PIN_LENGTH = 12;
/** An installer who went away leaves no open menu (ms). */
const LEFT_ALONE = { pin: 30_000, menu: 180_000 };

async function start(): Promise<void> {
  refuseTools();
  const settings = await settingsInForce();
  document.title = say.title;
  const alone = leaveWhenAlone();
  setInterval(() => tell({ say: "beat", lit: true }), BEAT);
  tell({ say: "beat", lit: true });
  askPin(settings, (pin, looked) => {
    alone(LEFT_ALONE.menu);
    showMenu(settings, pin, looked);
  });
}

function askPin(settings: Settings, opened: (pin: string, looked: Looked) => void): void {
  let pin = "";
  const typed = element("output", "", "typed");
  const status = statusLine();
  const change = (next: string): void => {
    pin = next.slice(0, PIN_LENGTH);
    typed.textContent = "•".repeat(pin.length);
  };
  const enter = async (): Promise<void> => {
    const looked = await askLauncher<Looked>(settings, { pin, do: "look" });
    if (looked?.ok) return opened(pin, looked);
    status.textContent = looked === null ? say["no-launcher"] : say[looked.why ?? "failed"];
    change("");
  };
  const pad = element("div", "", "pad");
  for (const digit of "123456789") pad.append(button(digit, () => change(pin + digit)));
  pad.append(button("⌫", () => change(pin.slice(0, -1)), "quiet", say.delete));
  pad.append(button("0", () => change(`${pin}0`)));
  pad.append(button("↵", () => void enter(), "", say.enter));
  addEventListener("keydown", ({ key }) => {
    if (/^\d$/.test(key)) change(pin + key);
    if (key === "Enter" && document.activeElement?.tagName !== "BUTTON") void enter();
  });
  show(element("h1", say.title), element("p", say.pin), typed, pad, nav(backButton()), status);
}

function showMenu(settings: Settings, pin: string, looked: Looked): void {
  document.title = say.opened;
  const status = statusLine();
  const ask = async (wish: object, done: string = say.done): Promise<boolean> => {
    const told = await askLauncher<Told>(settings, { pin, ...wish });
    status.textContent = told?.ok ? done : told === null ? say["no-launcher"] : say[told.why ?? "failed"];
    return told?.ok === true;
  };
  const turns = ROTATIONS.map((rotation) => {
    const one = button(say[rotation], () => {
      void ask({ do: "rotate", rotation });
      for (const each of turns) each.setAttribute("aria-pressed", String(each === one));
    });
    one.setAttribute("aria-pressed", String(looked.rotation === rotation));
    return one;
  });
  const touch = button(
    say.touch,
    () => void testTouch(document.body).then((felt) => (status.textContent = felt)),
  );
  const sound = button(say.sound, () => void ask({ do: "sound" }, say.soundDone));
  const unpair = sure(say.unpair, say.unpairSure, async () => {
    if ((await ask({ do: "unpair" })) && (await endPairing(settings))) tell({ say: "home" });
    else status.textContent ||= say.failed;
  });
  const leave = sure(say.leave, say.leaveSure, () => void ask({ do: "leave" }));
  show(
    element("h1", say.title),
    facts(settings, looked),
    element("p", say.rotate),
    nav(...turns),
    nav(touch, sound),
    nav(unpair, leave, backButton()),
    status,
  );
}

function facts({ policy }: Settings, { hub, hubAnswers, addresses, network }: Looked): HTMLElement {
  const rows: readonly (readonly [string, string])[] = [
    [say.hub, `${hub} ${hubAnswers ? say.answers : say.silent}`],
    [say.addresses, addresses.join(", ") || say.none],
    [say.network, network.map(({ name, state }) => `${name} ${state}`).join(", ") || say.none],
    [say.guard, `${chrome.runtime.getManifest().version}, ${filled(say.policy, { policy })}`],
  ];
  const table = element("table", "");
  for (const [what, how] of rows) {
    const row = element("tr", "");
    row.append(element("th", what), element("td", how));
    table.append(row);
  }
  return table;
}

/** The screen's cookie says which one: the guard alone may ask so. */
async function endPairing({ home }: Settings): Promise<boolean> {
  const address = new URL("/guard/unpair", home);
  const answer = await fetch(address, { method: "POST", credentials: "include" }).catch(() => null);
  return answer?.ok === true;
}

/** Returns how to give more time. */
function leaveWhenAlone(): (time: number) => void {
  let patience = LEFT_ALONE.pin;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => tell({ say: "home" }), patience);
  };
  addEventListener("pointerdown", again);
  addEventListener("keydown", again);
  again();
  return (time) => {
    patience = time;
    again();
  };
}

/** What cannot be undone from here is asked twice. */
function sure(words: string, again: string, act: () => void): HTMLButtonElement {
  const one = button(words, () => {
    if (one.textContent === again) return act();
    one.textContent = again;
  }, "danger"); // prettier-ignore
  return one;
}

function backButton(): HTMLButtonElement {
  return button(say.back, () => tell({ say: "home" }), "quiet");
}

function button(words: string, act: () => void, className = "", label?: string): HTMLButtonElement {
  const one = element("button", words, className) as HTMLButtonElement;
  if (label) one.setAttribute("aria-label", label);
  one.addEventListener("click", act);
  return one;
}

function nav(...buttons: readonly HTMLElement[]): HTMLElement {
  const one = element("nav", "");
  one.append(...buttons);
  return one;
}

function statusLine(): HTMLElement {
  const line = element("p", "");
  line.setAttribute("role", "status");
  return line;
}

function element(name: string, words: string, className = ""): HTMLElement {
  const one = document.createElement(name);
  one.textContent = words;
  one.className = className;
  return one;
}

function show(...parts: readonly HTMLElement[]): void {
  document.body.replaceChildren(...parts);
}

void start();
