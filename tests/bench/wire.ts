/** Bytes on the wire to a board for one changed vacancy, for every vacancy of the demo district. */
import path from "node:path";
import type { Item } from "#shared/item.ts";
import type { Changes } from "#shared/programme.ts";
import type { Input } from "#shared/contract.ts";
import { readDemo } from "#server/seed/demo.ts";
import { benchmark } from "../support/bench/benchmark.ts";
import { repository, startHub } from "../support/bench/hub.ts";
import { openLine } from "../support/bench/line.ts";
import { median, round } from "../support/bench/numbers.ts";
import { connectScreen } from "../support/screens.ts";

const MOST = 1_000;
const CENTRE = "larkhill";

await benchmark("wire", async (keep) => {
  const hub = keep(await startHub({ demo: true }));
  const line = keep(await openLine(hub.url));
  const screen = await connectScreen(line.url);
  keep({ stop: () => screen.close() });
  await screen.hello({ centre: CENTRE });
  const { placements } = await readDemo(path.join(repository, "content"), Date.now());
  const here = placements.filter(({ centre }) => centre === CENTRE).map(({ vacancy }) => vacancy);
  const framed: number[] = [];
  const bare: number[] = [];
  const acknowledged: number[] = [];
  for (const id of here) {
    const before = (await hub.order("findItem", { id })) as Item<"vacancy">;
    const pay = { ...before.body.pay!, text: "£13.10 an hour" };
    line.reset();
    await hub.order("saveItem", {
      ...before,
      body: { ...before.body, pay },
      over: before.revision,
    } as Input<"saveItem">);
    const changes = await screen.nextChanges();
    framed.push(line.down());
    bare.push(Buffer.byteLength(JSON.stringify(changes.entries)));
    acknowledged.push(await upBytes(changes));
  }

  async function upBytes({ version }: Changes): Promise<number> {
    line.reset();
    screen.socket.emit("painted", version);
    while (line.up() === 0) await new Promise((resolve) => void setImmediate(resolve));
    return line.up();
  }

  const figures = {
    vacancies: here.length,
    medianBytes: median(framed),
    largestBytes: Math.max(...framed),
    acknowledgementBytes: median(acknowledged),
  };
  const yardstick = { medianBytes: median(bare), largestBytes: Math.max(...bare) };
  return {
    figures,
    yardstick,
    ratio: { medianBytes: round(figures.medianBytes / yardstick.medianBytes, 2) },
    target: { largestBytes: MOST },
    pass: figures.largestBytes <= MOST,
    runs: here.length,
  };
});
