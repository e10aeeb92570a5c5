/** Hosts that kiosks did not open, as suggestions. */
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { Button } from "../ui/Button.tsx";
import { Table } from "../ui/Table.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import type { RefusedHost } from "./reports.ts";
import { say } from "./words.ts";

export function RefusedHosts({ onApprove }: { onApprove(host: string): void }) {
  const hosts = useAsked<readonly RefusedHost[], "listRefusedHosts">("listRefusedHosts", {}, [
    "forgetRefusedHost",
  ]);

  async function forget({ centre, host }: RefusedHost): Promise<void> {
    const result = await order("forgetRefusedHost", { centre, host });
    if (result.ok) toast({ words: say("forgotten", { host }) });
  }

  return (
    <Waiting for={hosts}>
      {(all) =>
        all.length === 0 ? (
          <p class="soft">{say("refusedNone")}</p>
        ) : (
          <Table
            caption={say("refused")}
            keyOf={({ centre, host }) => `${centre} ${host}`}
            rows={all}
            columns={[
              { word: say("website"), cell: ({ host, centre }) => `${host} (${centre})` },
              { word: say("state"), cell: ({ times, last }) => `${say.count("times", times)}, ${last}` },
              {
                word: say("approve"),
                isActs: true,
                cell: (one) => (
                  <div class="actions">
                    <Button onClick={() => onApprove(one.host)}>{say("approve")}</Button>
                    <Button kind="quiet" onClick={() => void forget(one)}>
                      {say("forget")}
                    </Button>
                  </div>
                ),
              },
            ]}
          />
        )
      }
    </Waiting>
  );
}
