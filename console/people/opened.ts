/** What a one-time link opens, asked of the hub without using the link up. */
import { useEffect, useState } from "preact/hooks";
import type { Opened } from "#shared/people/person.ts";
import { refused, type Result } from "#shared/result.ts";
import { post } from "../live/client.ts";

/** `null` until the hub has said. */
export function useOpened(link: string | null): Result<Opened> | null {
  const [opened, setOpened] = useState<Result<Opened> | null>(null);
  useEffect(() => {
    if (link === null) return;
    let isWanted = true;
    void post("/links/open", { link }).then((result) => {
      if (isWanted) setOpened((result ?? refused("hub-away")) as Result<Opened>);
    });
    return () => void (isWanted = false);
  }, [link]);
  return opened;
}
