/** The two ways in which somebody works with the console: by mouse, and by keyboard alone. */
import type { Page } from "playwright";

export interface Hands {
  /** Opens a page of the console: from the navigation, or by its two keys. */
  go(page: string, keys: readonly [string, string]): Promise<void>;
  /** Presses the button or follows the link of this name. */
  press(name: RegExp): Promise<void>;
  /** Writes into the field of this name. */
  write(label: RegExp, words: string): Promise<void>;
  /** Chooses a file from the computer. */
  choose(label: RegExp, file: string): Promise<void>;
}

/** Points and clicks; letters alone come from the keyboard. */
export function byMouse(page: Page): Hands {
  const pressed = (name: RegExp) =>
    page.getByRole("button", { name }).or(page.getByRole("link", { name })).first();
  return {
    go: (name) => page.getByRole("navigation").getByRole("link", { name }).click(),
    press: (name) => pressed(name).click(),
    async write(label, words) {
      await page.getByLabel(label).first().click();
      await page.keyboard.type(words);
    },
    async choose(label, file) {
      const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByLabel(label).click()]);
      await chooser.setFiles(file);
    },
  };
}

/** Has no mouse: the Tab key leads from one thing to the next. */
export function byKeys(page: Page): Hands {
  return {
    async go(_name, keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async press(name) {
      await tabTo(page, name);
      await page.keyboard.press("Enter");
    },
    write: (label, words) => tabTo(page, label, words),
    async choose(label, file) {
      // Waited for before the way there: keys overtake what a busy page is told, but not what it has answered since.
      const coming = page.waitForEvent("filechooser");
      const [chooser] = await Promise.all([coming, tabTo(page, label).then(() => page.keyboard.press("Space"))]); // prettier-ignore
      await chooser.setFiles(file);
    },
  };
}

/** Presses Tab until what has this name has the focus, and types; more than a page has would be no way at all. */
export async function tabTo(page: Page, name: RegExp, words = ""): Promise<void> {
  const passed: string[] = [];
  for (let tries = 0; tries < 120; tries += 1) {
    const at = await page.evaluate(focused);
    if (name.test(at)) return page.keyboard.type(words);
    passed.push(at);
    await page.keyboard.press("Tab");
  }
  throw new Error(`There is no way by keys to ${String(name)}, only to: ${passed.join(" · ")}`);
}

/** Runs in the page: what whatever has the focus is called. */
function focused(): string {
  const here = document.activeElement as HTMLInputElement | null;
  if (!here || here === document.body) return "";
  // The keys that stand on buttons are no part of their names.
  const face = here.cloneNode(true) as HTMLElement;
  for (const key of face.querySelectorAll("[aria-hidden=true]")) key.remove();
  return (here.labels?.[0]?.textContent ?? here.getAttribute("aria-label") ?? face.textContent ?? "").trim();
}
