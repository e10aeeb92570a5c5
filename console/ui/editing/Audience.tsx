/** On whose screens it shows: centres that are one's own; every centre, for whoever has them all. */
import { useEffect } from "preact/hooks";
import type { Audience as Centres } from "#shared/schema.ts";
import { sayer } from "../../language/say.ts";
import { centres, nameOf } from "../../live/centres.ts";
import { me } from "../../live/visitor.ts";
import catalogue from "../../../content/translations/console.items.en.json";
import { Check, Group } from "../Field.tsx";

const say = sayer(catalogue);

interface Props {
  readonly audience: Centres;
  readonly error?: string | undefined;
  onAudience(audience: Centres): void;
}

export function Audience({ audience, error, onAudience }: Props) {
  useEffect(() => centres.follow(), []);
  const held = centres.held.value;
  const mine = held.state === "loading" ? [] : (held.value ?? []);
  const others =
    audience === "all" ? [] : audience.filter((slug) => !mine.some(({ centre }) => centre.slug === slug));
  return (
    <Group legend={say("audience")}>
      {me.value?.centres === "all" ? (
        <Check
          label={say("everywhere")}
          checked={audience === "all"}
          onValue={(all) => onAudience(all ? "all" : mine.map(({ centre }) => centre.slug))}
        />
      ) : null}
      <div class="audience">
        {mine.map(({ centre }) => (
          <Check
            key={centre.slug}
            label={nameOf(centre)}
            checked={audience === "all" || audience.includes(centre.slug)}
            disabled={audience === "all"}
            onValue={(on) => onAudience(withCentre(audience, centre.slug, on))}
          />
        ))}
      </div>
      {others.length > 0 ? <p class="soft">{say.count("otherCentres", others.length)}</p> : null}
      {error === undefined ? null : (
        <p class="mistake" role="alert">
          {error}
        </p>
      )}
    </Group>
  );
}

function withCentre(audience: Centres, slug: string, on: boolean): Centres {
  if (audience === "all") return audience;
  const rest = audience.filter((one) => one !== slug);
  return on ? [...rest, slug].toSorted() : rest;
}
