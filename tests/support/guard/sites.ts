/** The sites of the guard's tests: approved ones, their helper, and strangers that try everything to get at a visitor. */
import type { IncomingMessage, ServerResponse } from "node:http";

export const SITES = {
  jobs: "jobs.test",
  council: "www.council.test",
  helper: "cdn.helper.test",
  stranger: "evil.test",
  nowhere: "nowhere.test",
  unsafe: "unsafe.test",
} as const;

/** What each page does to a visitor. */
const pages: Readonly<Record<string, string>> = {
  "": "<h1>Jobs</h1><p>Find a job</p>",
  dialogs: "<script>alert(1); confirm(2); prompt(3); print(); document.title = 'went on';</script>",
  loop: "<script>let n = 0; while (n++ < 500) alert(n); document.title = 'went on';</script>",
  "leave-not":
    "<body onbeforeunload='return false'><script>addEventListener('beforeunload', (e) => { e.preventDefault(); e.returnValue = 'stay'; }); onbeforeunload = () => 'stay';</script>",
  windows:
    "<b style='position:fixed;inset:0' onclick=\"for (let i = 0; i < 10; i++) window.open('/window-' + i); open('about:blank'); open('javascript:1'); open(URL.createObjectURL(new Blob(['x'], { type: 'text/html' })))\">x</b>",
  modal:
    "<dialog id=d>Modal</dialog><script>d.showModal(); addEventListener('pointerup', (e) => e.stopImmediatePropagation(), true);</script>",
  inert: "<body inert><p>Inert</p>",
  covered:
    "<div popover=manual id=p style='position:fixed;inset:0;width:100vw;height:100vh;z-index:2147483647'></div><script>p.showPopover(); setInterval(() => { p.hidePopover(); p.showPopover(); }, 200);</script>",
  styled:
    "<style>*, html, body, div { display: none !important; opacity: 0 !important; visibility: hidden !important; transform: scale(0) !important; }</style><p>Styled</p>",
  removing:
    "<script>setInterval(() => { for (const e of [...document.documentElement.children]) if (e.tagName === 'DIV') e.remove(); }, 5);</script>",
  writing:
    "<script>addEventListener('load', () => setTimeout(() => { document.open(); document.write('<p>Written anew'); document.close(); }, 100));</script>",
  busy: "<script>addEventListener('load', () => setTimeout(() => { for (;;); }, 500));</script>",
  fullscreen:
    "<script>document.documentElement.requestFullscreen().catch(() => (document.title = 'refused'));</script>",
  asks: "<script>navigator.geolocation.getCurrentPosition(() => (document.title = 'told'), () => (document.title = 'not told')); navigator.mediaDevices?.getUserMedia({ video: true }).then(() => (document.title = 'seen'), () => {}); Notification.requestPermission();</script>",
  keeps:
    "<script>localStorage.me = 'anna'; sessionStorage.me = 'anna'; document.cookie = 'me=anna; max-age=99999'; indexedDB.open('me').onupgradeneeded = (e) => e.target.result.createObjectStore('s'); caches.open('me').then((c) => c.put('/kept', new Response('anna'))); navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(() => (document.title = 'kept'));</script>",
  kept: "<script>Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()]).then(([d, c, w]) => { document.title = JSON.stringify([localStorage.me ?? null, sessionStorage.me ?? null, document.cookie, d.length, c.length, w.length, history.length]); });</script>",
  form: "<form action='/kept'><input id=name autocomplete=name name=name><input type=password name=secret></form>",
  aside:
    "<b id=b style='position:fixed;inset:0'>x</b><script>b.onclick = async () => { try { await documentPictureInPicture.requestWindow(); document.title = 'floats'; } catch { document.title = 'refused'; } };</script>",
  picker:
    "<input type=color onclick=\"document.title = 'touched'\" style='position:fixed;inset:0;width:100%;height:100%'>",
  // Each touch asks the browser for one more thing: a box that opened would keep the answer back.
  device:
    "<b id=b style='position:fixed;inset:0'>x</b><script>const asks = [['usb', () => navigator.usb.requestDevice({ filters: [] })], ['serial', () => navigator.serial.requestPort()], ['hid', () => navigator.hid.requestDevice({ filters: [] })], ['midi', () => navigator.requestMIDIAccess({ sysex: true })], ['passkey', () => navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16) } })], ['keyboard', () => navigator.keyboard.lock()], ['screen', () => navigator.mediaDevices.getDisplayMedia()], ['fonts', () => queryLocalFonts()], ['clipboard', () => navigator.clipboard.read()]]; let busy = false; b.onclick = async () => { if (busy || asks.length === 0) return; busy = true; const [what, ask] = asks.shift(); document.title = what; try { const got = await ask(); document.title = what + ' gave ' + JSON.stringify(got); } catch ({ name }) { document.title = what + ' ' + name; } busy = false; };</script>",
  files:
    "<input type=file onclick=\"document.title = 'touched'\" style='position:fixed;inset:0;width:100%;height:100%'>",
  // Tells the server what it feels: by which a test sees it that cannot look into the browser.
  felt: "<script>const tell = (what) => fetch('/told-' + what, { method: 'POST', keepalive: true }); for (const kind of ['beforeprint', 'copy']) addEventListener(kind, () => tell(kind)); addEventListener('keydown', ({ key }) => tell(/^\\w$/.test(key) ? 'key-' + key : 'other-key')); tell('size-' + (innerWidth === screen.width && innerHeight === screen.height));</script><h1>Felt</h1>",
};

export function answerAs(host: string, request: IncomingMessage, response: ServerResponse): void {
  const name = (request.url ?? "/").slice(1).split("?")[0] ?? "";
  response.setHeader("X-Frame-Options", "DENY");
  if (host === SITES.jobs && name in leading)
    return leading[name]!(response, new URL(request.url ?? "/", "https://x").searchParams.get("to") ?? "");
  if (name === "sw.js")
    return void response
      .setHeader("Content-Type", "text/javascript")
      .end("addEventListener('fetch', () => {});");
  if (name === "download")
    return void response.setHeader("Content-Disposition", "attachment; filename=me.txt").end("a file");
  if (name === "paper") return void response.setHeader("Content-Type", "application/pdf").end(PAPER);
  if (name === "sign-in")
    return void response.writeHead(401, { "WWW-Authenticate": 'Basic realm="Sign in"' }).end("sign in");
  if (name === "strict")
    response.setHeader("Content-Security-Policy", "default-src 'none'; require-trusted-types-for 'script'");
  if (name === "keeps")
    response.setHeader("Set-Cookie", [
      "who=anna; Max-Age=99999; HttpOnly; Secure",
      ...(host === SITES.council ? ["wide=anna; Domain=council.test; Max-Age=99999; Secure"] : []),
    ]);
  const title = `${host} ${name}`.trim();
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.end(`<!doctype html><title>${title}</title>${pages[name] ?? `<p>${title}</p>`}`);
}

/** The least that a viewer takes for a document. */
const PAPER = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]>>endobj
trailer<</Root 1 0 R>>
%%EOF`;

/** Ways by which a page leads to another. */
const leading: Readonly<Record<string, (response: ServerResponse, to: string) => void>> = {
  "302": (response, to) => void response.writeHead(302, { Location: to }).end(),
  "307": (response, to) => void response.writeHead(307, { Location: to }).end(),
  meta: (response, to) => html(response, `<meta http-equiv=refresh content="0;url=${to}">`),
  script: (response, to) => html(response, `<script>location = ${JSON.stringify(to)}</script>`),
  form: (response, to) =>
    html(response, `<form method=post action="${to}"></form><script>document.forms[0].submit()</script>`),
  link: (response, to) => html(response, `<a id=a href="${to}">x</a><script>a.click()</script>`),
  frame: (response, to) =>
    html(
      response,
      `<script>let n = 0; const there = () => (n += 1) === 2 && (document.title = 'framed');</script><iframe onload="there()" src="${to}"></iframe><iframe onload="there()" src="data:text/html,x"></iframe>`,
    ),
  // These want a finger: what opens by itself, the popup rule stops.
  blank: (response, to) =>
    html(
      response,
      `<a style="position:fixed;inset:0" ondragstart="document.title = 'dragged'" target=_blank href="${to}">x</a>`,
    ),
  open: (response, to) =>
    html(response, `<b style="position:fixed;inset:0" onclick='window.open(${JSON.stringify(to)})'>x</b>`),
};

function html(response: ServerResponse, text: string): void {
  response.setHeader("Content-Type", "text/html").end(`<!doctype html><title>leading</title>${text}`);
}
