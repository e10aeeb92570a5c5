/** What is happening to a request while she stands there: told by the hub, and asked for where it is silent. */
import { useEffect, useState } from "preact/hooks";
import type { CallProgress } from "#shared/calls/call.ts";
import { order } from "#kiosk/live/order.ts";
import { useKiosk } from "#kiosk/ui/touch/kiosk.ts";
import type { Calls } from "./calls.ts";

const LOOK = 10_000;

export interface Known {
  /** `null`: not known yet. */
  readonly progress: CallProgress | null;
  /** The last question was answered. */
  readonly isFresh: boolean;
  refresh(): Promise<void>;
}

/** `id`: of a request that the hub has, else `null`. */
export function useProgress(calls: Calls, id: string | null): Known {
  const { online } = useKiosk();
  const [progress, setProgress] = useState<CallProgress | null>(null);
  const [isFresh, setFresh] = useState(true);

  async function refresh(): Promise<void> {
    if (id === null) return;
    const answer = await order<CallProgress>("callProgress", { id });
    setFresh(answer?.ok === true);
    if (answer?.ok) setProgress(answer.value);
  }
  useEffect(() => {
    if (id === null) return;
    if (!online) return setFresh(false);
    const hear = () => {
      const said = calls.said.value;
      if (said?.what !== "progress" || said.progress.id !== id) return;
      setFresh(true);
      setProgress(said.progress);
    };
    const stop = calls.said.watch(hear);
    const timer = setInterval(() => void refresh(), LOOK);
    void refresh();
    return () => {
      stop();
      clearInterval(timer);
    };
  }, [id, online]);
  return { progress, isFresh, refresh };
}
