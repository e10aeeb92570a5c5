/** The commands about being told things. */
import type { messageCommands } from "#shared/messages/commands.ts";
import { done } from "#shared/result.ts";
import type { Handlers } from "#server/live/door.ts";
import type { Vault } from "#server/vault.ts";
import { deliveriesOf, post } from "./message.ts";
import type { Post } from "./post.ts";
import { keepPhone, maskedPhone } from "./phones.ts";
import { keysFrom } from "./push.ts";
import { devicesOf, subscribe, unsubscribe } from "./subscriptions.ts";

const HOUR = 3_600_000;

export function messageHandlers(
  office: Post,
  secret: string,
  vault: Vault,
): Pick<Handlers, keyof typeof messageCommands> {
  const { publicKey } = keysFrom(secret);
  return {
    waysToTell: async (db, _input, { who }) =>
      done({
        channels: office.channels,
        key: publicKey,
        devices: await devicesOf(db, who),
        phone: await maskedPhone(db, vault, who),
      }),
    tellByText: (tx, { number }, { who, at }) => keepPhone(tx, vault, who, number, at),
    tellOnDevice: (tx, wanted, { who, at }) => subscribe(tx, who, wanted, at),
    tellNoMore: (tx, { id }, { who }) => unsubscribe(tx, who, id),
    async tryTelling(tx, _input, { who, at, now, afterwards }) {
      const cause = `try/${who}`;
      await post(tx, { to: { person: who }, about: "try-out", facts: {}, path: "/console/screens", cause, until: now + HOUR }, at); // prettier-ignore
      afterwards(() => void office.soon());
      return done(null);
    },
    listDeliveries: async (db) => done(await deliveriesOf(db, null)),
  };
}
