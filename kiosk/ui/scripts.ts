/** The letters of other scripts than Latin: most boards never show one, so their faces come with the first. */
import sheet from "./scripts.css?url";

/** Arabic to Gurmukhi, and the joined forms of Arabic. */
const OTHERS = /[\u0600-\u0aff\ufb50-\ufefc]/;

let link: HTMLLinkElement | null = null;

/** Looks what is drawn in `root`; asks again at the next look where the faces could not be had. */
export function wearScripts(root: Element): void {
  if (link || !OTHERS.test(root.textContent ?? "")) return;
  link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = sheet;
  link.onerror = () => {
    link?.remove();
    link = null;
  };
  document.head.append(link);
}
