/** Personal tokens: what a program shows to act in one's place, with no more rights than it needs. */
import { useState } from "preact/hooks";
import { PEOPLE, type PersonRole } from "#shared/command.ts";
import type { KeptToken, Person } from "#shared/people/person.ts";
import type { Refusal } from "#shared/result.ts";
import { dayWords, timeWords } from "../language/days.ts";
import { refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { centres, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useAsked, useCollection } from "../live/collection.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Check, Group, Select, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused, Waiting } from "../ui/Waiting.tsx";
import { Secret } from "./Handed.tsx";

const say = sayer(catalogue);
const DAYS = ["30", "90", "365"] as const;

export function TokensPart({ person }: { readonly person: Person }) {
  const held = useAsked<readonly KeptToken[], "listTokens">("listTokens", {}, ["makeToken", "endToken"]);
  const [isMaking, setMaking] = useState(false);
  async function end({ id, name }: KeptToken): Promise<void> {
    const result = await order("endToken", { id });
    if (result.ok) toast({ words: say("tokenEnded", { name }) });
    else toast({ words: refusalWords(result.refusal), tone: "bad" });
  }
  return (
    <section class="card part">
      <div class="row spread">
        <h2>{say("tokens")}</h2>
        <Button onClick={() => setMaking(true)}>{say("makeToken")}</Button>
      </div>
      <p class="soft">{say("tokensWords")}</p>
      <Waiting for={held}>
        {(tokens) => (
          <ul class="part-list">
            {tokens.map((token) => (
              <li key={token.id}>
                <div>
                  <strong>{token.name}</strong>
                  <span class="line soft">
                    {say(`role_${token.role}`)} ·{" "}
                    {token.centres === "all" ? say("everyCentre") : token.centres.join(", ")}
                  </span>
                  <span class="line soft">
                    {say("tokenUntil", { day: token.expires === null ? "–" : dayWords(token.expires) })}
                    {" · "}
                    {token.lastUsed === null
                      ? say("neverUsed")
                      : say("lastUsed", { time: timeWords(token.lastUsed) })}
                  </span>
                </div>
                <Button kind="danger" onClick={() => void end(token)}>
                  {say("endToken")}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Waiting>
      {isMaking ? <Making person={person} onClose={() => setMaking(false)} /> : null}
    </section>
  );
}

function Making({ person, onClose }: { readonly person: Person; onClose(): void }) {
  const held = useCollection(centres);
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const [name, setName] = useState("");
  const [role, setRole] = useState<PersonRole>(person.role);
  const [days, setDays] = useState<string>("90");
  const [chosen, choose] = useState<readonly string[] | null>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function make(): Promise<void> {
    const wanted = chosen === null ? person.centres : chosen;
    const input = {
      name,
      role,
      days: Number(days),
      centres: wanted === "all" ? ("all" as const) : [...wanted],
    };
    const result = await order<{ secret: string }>("makeToken", input);
    if (result.ok) setSecret(result.value.secret);
    else setRefusal(result.refusal);
  }
  if (secret !== null)
    return (
      <Dialog title={name} onClose={onClose}>
        <p>{say("tokenOnce")}</p>
        <Secret label={say("token")} value={secret} />
      </Dialog>
    );
  return (
    <Dialog title={say("makeToken")} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <Refused refusal={refusal} />
        <TextField
          label={say("tokenName")}
          hint={say("tokenNameHint")}
          required
          maxLength={80}
          value={name}
          onValue={setName}
        />{" "}
        {/* prettier-ignore */}
        <Select
          label={say("role")}
          value={role}
          options={PEOPLE.slice(0, PEOPLE.indexOf(person.role) + 1).map((one) => ({ value: one, word: say(`role_${one}`) }))}
          onValue={(one) => setRole(one as PersonRole)}
        />
        <Select
          label={say("tokenDays")}
          value={days}
          options={DAYS.map((one) => ({ value: one, word: say("days", { n: one }) }))}
          onValue={setDays}
        />
        <Group legend={say("centres")}>
          <Check
            label={say("allMine")}
            checked={chosen === null}
            onValue={(isAll) => choose(isAll ? null : [])}
          />
          {chosen === null
            ? null
            : all.map(({ centre }) => (
                <Check
                  key={centre.slug}
                  label={nameOf(centre)}
                  checked={chosen.includes(centre.slug)}
                  onValue={(isIn) =>
                    choose(isIn ? [...chosen, centre.slug] : chosen.filter((slug) => slug !== centre.slug))
                  }
                />
              ))}
        </Group>
        <div class="form-foot">
          <Button kind="primary" type="submit">
            {say("makeToken")}
          </Button>
          <Button onClick={onClose}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
