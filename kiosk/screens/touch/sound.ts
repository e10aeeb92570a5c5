/** Who reads aloud: the device's own voice, else the hub's sounds, which are fetched ahead while nobody is there. */
import type { Live } from "#kiosk/live/live.ts";
import { openSounds, type Sounds } from "#kiosk/live/sounds.ts";
import { whenever } from "#kiosk/live/value.ts";
import { deviceVoice, type Voice } from "#kiosk/ui/touch/aloud.ts";
import { startHubVoice } from "#kiosk/ui/touch/hub-voice.ts";
import type { AheadParts } from "./ahead.tsx";

interface Needs extends Pick<AheadParts, "pages" | "row" | "sheets" | "offered" | "kioskOf"> {
  readonly live: Live;
  /** Nobody is here. */
  alone(): boolean;
}

export interface Sound {
  readonly languages: Sounds["languages"];
  voiceFor(language: string): Voice | null;
}

/** So long nobody has been there before anything is fetched; and how often it is looked whether something is new (ms). */
const QUIET = 60_000;

export function startSound({ live, alone, ...parts }: Needs): Sound {
  const sounds = openSounds();
  const hubVoice = startHubVoice(sounds);
  const free = () => alone() && live.state.value === "online";
  const speaksItself = (language: string) => deviceVoice(language) !== null;
  let was: string | null = null;
  let fetching = false;

  function keep(): void {
    const now = `${live.holdings.value.version} ${parts.offered()?.today}`;
    if (fetching || now === was || !free() || sounds.languages.value.size === 0 || !hasRoom()) return;
    fetching = true;
    void import("./ahead.tsx")
      .then(({ keepAhead }) => keepAhead({ ...parts, sounds, free, speaksItself }))
      .then((whole) => (was = whole ? now : was))
      .catch(() => undefined)
      .finally(() => (fetching = false));
  }

  whenever([live.state], () => sounds.look(live.state.value === "online"));
  setInterval(keep, QUIET);
  return {
    languages: sounds.languages,
    voiceFor: (language) => deviceVoice(language) ?? hubVoice(language),
  };
}

/** A phone that looks at a kiosk's page, and a line that is paid for by what it carries, are left alone. */
function hasRoom(): boolean {
  const { connection } = navigator as { readonly connection?: { readonly saveData?: boolean } };
  return !connection?.saveData && !matchMedia("(max-width: 560px)").matches;
}
