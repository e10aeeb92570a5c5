/** Who people are, by their id. */
import { collection } from "./collection.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

export const whoIsWho = collection<readonly Named[], "whoIsWho">({
  command: "whoIsWho",
  input: {},
  topics: ["addPerson", "changePerson"],
});

export function nameOfPerson(id: string): string {
  const held = whoIsWho.held.value;
  const found = held.state === "loading" ? undefined : held.value?.find((one) => one.id === id);
  return found?.name ?? id;
}
