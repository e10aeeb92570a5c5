/** `signpost backup`: everything in one file, for either database. */
import { openOrders } from "./orders.ts";
import { type CliCommand, onlyFile, say, settings } from "./usage.ts";

export const backup: CliCommand = {
  usage: "signpost backup FILE [--json]",
  async run(args) {
    const { file, json } = onlyFile(args, this.usage);
    const orders = await openOrders(settings());
    if (!orders.ok) return orders;
    try {
      const result = await orders.value.order("backUp", { file });
      if (result.ok) say(json, result.value, `Everything is in ${file}. Keep it as safe as the hub itself.`);
      return result;
    } finally {
      await orders.value.close();
    }
  },
};
