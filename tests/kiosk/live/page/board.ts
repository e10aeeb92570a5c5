/** A board without a face: says what it holds, draws the pictures, and tells the hub when it has. */
import { mediaUrl, startLive } from "#kiosk/live/live.ts";
import { namedFiles } from "#kiosk/live/media.ts";
import { whenever } from "#kiosk/live/value.ts";

const asked = new URLSearchParams(location.search);
const live = startLive({ centre: asked.get("centre"), kind: "board" });
const starts = Number(sessionStorage.getItem("starts")) + 1;
sessionStorage.setItem("starts", String(starts));
document.body.dataset.starts = String(starts);

whenever([live.holdings, live.state, live.about, live.attuned], () => {
  const { entries, version } = live.holdings.value;
  document.body.dataset.state = live.state.value;
  document.body.dataset.centre = live.about.value?.centre ?? "";
  document.body.dataset.now = live.clock.now().state;
  document.body.textContent = [...entries.values()].map((entry) => `${entry.id}@${entry.version}`).join(" ");
  for (const url of namedFiles(entries.values())) {
    const picture = new Image();
    picture.src = mediaUrl({ id: url.slice("/media/".length) });
    document.body.append(picture);
  }
  if (!asked.has("undrawn")) requestAnimationFrame(() => live.painted(version));
});
