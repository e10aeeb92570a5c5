/** Hosts that kiosks did not open, as suggestions. */
import { dayWords } from "../language/london.ts";
import { whereWords } from "../language/where.ts";
import { named } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked } from "../live/collection.ts";
import { Button, LinkButton } from "../ui/Button.tsx";
import { Table } from "../ui/Table.tsx";
import { toast } from "../ui/toasts.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import type { RefusedHost } from "./reports.ts";
import { say } from "./words.ts";

export function RefusedHosts() {
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
              { word: say("website"), cell: ({ host }) => <span class="website-host">{host}</span> },
              { word: say("where"), cell: ({ centre }) => whereWords([centre], named()) },
              {
                word: say("howOften"),
                cell: ({ times, last }) =>
                  say("timesLast", { times: say.count("times", times), day: dayWords(last) }),
              },
              {
                word: say("approve"),
                isActs: true,
                cell: (one) => (
                  <div class="row">
                    <LinkButton href={`/console/websites/new?host=${encodeURIComponent(one.host)}`}>
                      {say("approve")} <span class="unseen">{one.host}</span>
                    </LinkButton>
                    <Button kind="quiet" onClick={() => void forget(one)}>
                      {say("forget")} <span class="unseen">{one.host}</span>
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
