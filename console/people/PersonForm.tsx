/** Invites a person, or changes what is theirs. */
import { useState } from "preact/hooks";
import { PEOPLE, type PersonRole } from "#shared/command.ts";
import type { KeptPerson } from "#shared/people/person.ts";
import type { Refusal } from "#shared/result.ts";
import { mistakesOf, unlessAtField, wordsIf } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { centres, nameOf } from "../live/centres.ts";
import { order } from "../live/client.ts";
import { useCollection } from "../live/collection.ts";
import { useDraft } from "../live/drafts.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { Check, Group, Select, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import type { HandedLink } from "./Handed.tsx";

const say = sayer(catalogue);

interface Form {
  readonly email: string;
  readonly name: string;
  readonly role: PersonRole;
  readonly centres: readonly string[];
  readonly decides: readonly string[];
}

function formOf(person: KeptPerson | null): Form {
  if (person === null) return { email: "", name: "", role: "staff", centres: [], decides: [] };
  const listed = (audience: KeptPerson["centres"]) => (audience === "all" ? [] : audience);
  const { email, name, role } = person;
  return { email, name, role, centres: listed(person.centres), decides: listed(person.decides) };
}

interface Props {
  readonly person: KeptPerson | null;
  onClose(): void;
  onDone(handed: HandedLink): void;
}

export function PersonForm({ person, onClose, onDone }: Props) {
  const draft = useDraft<Form>(`person/${person?.id ?? "new"}`, formOf(person));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const form = draft.value;
  const change = (part: Partial<Form>): void => draft.set((before) => ({ ...before, ...part }));
  const mistakes = mistakesOf(refusal);

  async function send(): Promise<void> {
    setBusy(true);
    const theirs = {
      role: form.role,
      centres: [...form.centres],
      decides: [...form.decides],
      name: form.name,
    };
    const result = person
      ? await order<HandedLink>("changePerson", { id: person.id, ...theirs })
      : await order<HandedLink>("addPerson", { email: form.email, ...theirs });
    setBusy(false);
    if (!result.ok) return setRefusal(result.refusal);
    draft.discard();
    if (person) toast({ words: say("changed", { name: form.name }) });
    onDone(result.value);
  }

  function leave(): void {
    draft.discard();
    onClose();
  }

  return (
    <Dialog title={person ? say("changeOf", { name: person.name }) : say("invite")} onClose={onClose}>
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Refused refusal={unlessAtField(refusal, "bad-input", "person-there")} />
        <TextField
          label={say("name")}
          required
          maxLength={80}
          value={form.name}
          error={mistakes.name}
          onValue={(name) => change({ name })}
        />{" "}
        {/* prettier-ignore */}
        <TextField label={say("email")} type="email" required disabled={person !== null} value={form.email} error={mistakes.email ?? wordsIf(refusal, "person-there")} onValue={(email) => change({ email })} />
        <Select
          label={say("role")}
          hint={say(`hint_${form.role}`)}
          value={form.role}
          options={PEOPLE.map((role) => ({ value: role, word: say(`role_${role}`) }))}
          onValue={(role) => change({ role: role as PersonRole })}
        />
        {form.role === "district" ? null : <Theirs form={form} change={change} />}
        <div class="form-foot">
          <Button kind="primary" type="submit" busy={isBusy}>
            {person ? say("save") : say("makeLink")}
          </Button>
          <Button onClick={leave}>{say("cancel")}</Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Which centres are theirs; and for staff, where they decide vacancies. */
function Theirs({ form, change }: { readonly form: Form; change(part: Partial<Form>): void }) {
  const held = useCollection(centres);
  const all = held.state === "loading" ? [] : (held.value ?? []);
  const toggled = (list: readonly string[], slug: string, isIn: boolean) =>
    isIn ? [...list, slug] : list.filter((one) => one !== slug);
  return (
    <Group legend={say("centres")}>
      {all.length === 0 ? <p class="soft">{say("noCentreYet")}</p> : null}
      {all.map(({ centre }) => {
        const { slug } = centre;
        const isTheirs = form.centres.includes(slug);
        return (
          <div key={slug} class="row spread">
            <Check
              label={nameOf(centre)}
              checked={isTheirs}
              onValue={(isIn) =>
                change({
                  centres: toggled(form.centres, slug, isIn),
                  decides: toggled(form.decides, slug, false),
                })
              }
            />
            {form.role === "staff" && isTheirs ? (
              <Check
                label={say("decides")}
                checked={form.decides.includes(slug)}
                onValue={(isIn) => change({ decides: toggled(form.decides, slug, isIn) })}
              />
            ) : null}
          </div>
        );
      })}
    </Group>
  );
}
