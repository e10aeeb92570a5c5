/** The commands about being told things. */
import { z } from "zod";
import { act, ask, district, people } from "#shared/command.ts";
import { idSchema, urlSchema } from "#shared/schema.ts";

const base64url = z.string().regex(/^[\w-]+=*$/);
const subscription = z.object({
  endpoint: urlSchema,
  keys: z.object({ p256dh: base64url.min(80).max(100), auth: base64url.min(20).max(30) }),
});
const onlyId = z.object({ id: idSchema });

export const messageCommands = {
  waysToTell: ask("The ways on which this hub reaches people, and one's own devices", { who: people, where: "nowhere" }, z.object({})),
  tellOnDevice: act("Be told on this browser", { who: people, where: "nowhere" }, z.object({ device: z.string().trim().min(1).max(100), subscription })),
  tellByText: act("Be told what is urgent by text as well; null ends it", { who: people, where: "nowhere", inPerson: true, secret: true }, z.object({ number: z.string().trim().min(1).max(40).nullable() })),
  tellNoMore: act("Not be told on a browser any more", { who: people, where: "nowhere" }, onlyId),
  tryTelling: act("Send oneself a message, to see that it arrives", { who: people, where: "nowhere" }, z.object({})),
  listDeliveries: ask("What people were told, and what became of it", { who: district, where: "everywhere" }, z.object({})),
} as const; // prettier-ignore
