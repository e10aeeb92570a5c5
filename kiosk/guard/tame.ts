import { listen } from "./listen.ts";

/**
 * Takes away from a page what would hold a visitor: dialogs, printing, "Leave this page?", whole screens, windows above
 * all others, boxes that ask for a device. What is replaced is out of reach for good; a page may still declare functions of these names.
 */
export function tame(): void {
  replace(window, {
    alert: nothing,
    confirm: () => false,
    prompt: () => null,
    print: nothing,
    documentPictureInPicture: undefined,
    EyeDropper: undefined,
    PaymentRequest: undefined,
    showOpenFilePicker: undefined,
    showSaveFilePicker: undefined,
    showDirectoryPicker: undefined,
  });
  replace(Element.prototype, {
    requestFullscreen: refuse,
    webkitRequestFullscreen: nothing,
    webkitRequestFullScreen: nothing,
    requestPointerLock: refuse,
  });
  replace(HTMLVideoElement.prototype, {
    requestPictureInPicture: refuse,
    webkitEnterFullscreen: nothing,
    webkitEnterFullScreen: nothing,
  });
  replace(Navigator.prototype, {
    registerProtocolHandler: nothing,
    share: refuse,
    requestMIDIAccess: refuse,
  });
  // What opens boxes of the browser's own: somebody's key or account, other sites' cookies, every key of the keyboard.
  replacePart("CredentialsContainer", { get: refuse, create: refuse });
  replacePart("Document", { requestStorageAccess: refuse, requestStorageAccessFor: refuse });
  replacePart("Keyboard", { lock: refuse });
  // The player's own menu asks no script.
  listen(window, ["enterpictureinpicture"], () => void document.exitPictureInPicture().catch(nothing), { capture: true }); // prettier-ignore
  // It is the window's first listener: no other, whether added or written into the page, hears that it is left.
  listen(window, ["beforeunload"], (event) => event.stopImmediatePropagation(), { capture: true });
}

function nothing(): void {}

function refuse(): Promise<never> {
  return Promise.reject(new DOMException("Not on this screen", "NotAllowedError"));
}

/** Of what only some pages have. */
function replacePart(name: string, values: Readonly<Record<string, unknown>>): void {
  const part: unknown = Reflect.get(globalThis, name);
  if (typeof part === "function") replace(part.prototype as object, values);
}

function replace(owner: object, values: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(values))
    if (name in owner) Object.defineProperty(owner, name, { value, writable: true, configurable: true });
}
