/** Which kiosks are guarded, by what, and which are not, and why. */
import type { ScreenReport } from "./reports.ts";
import { useAsked } from "../live/collection.ts";
import { whereWords } from "../language/where.ts";
import { named } from "../live/centres.ts";
import { Table } from "../ui/Table.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Waiting } from "../ui/Waiting.tsx";
import { say } from "./words.ts";

export function Kiosks() {
  const screens = useAsked<readonly ScreenReport[], "listScreens">("listScreens", {}, ["pairScreen", "unpairScreen", "screens"]); // prettier-ignore
  return (
    <Waiting for={screens}>
      {(all) => {
        const kiosks = all.filter(({ kind }) => kind === "kiosk");
        if (kiosks.length === 0) return <p class="soft">{say("kiosksNone")}</p>;
        return (
          <Table
            caption={say("kiosks")}
            keyOf={({ id }) => id}
            rows={kiosks}
            columns={[
              { word: say("kiosk"), cell: ({ name }) => name },
              { word: say("where"), cell: ({ centre }) => whereWords([centre], named()) },
              { word: say("state"), cell: (kiosk) => <State {...kiosk} /> },
            ]}
          />
        );
      }}
    </Waiting>
  );
}

function State({ health }: ScreenReport) {
  if (health === null) return <span class="soft">{say("notHeard")}</span>;
  const { guard } = health;
  return guard ? (
    <>
      <Tag tone="good">{say("guarded")}</Tag>{" "}
      {say("extension", { version: guard.extension, policy: guard.policy })}
    </>
  ) : (
    <>
      <Tag tone="warn">{say("notGuarded")}</Tag> {say("notGuardedWhy")}
    </>
  );
}
