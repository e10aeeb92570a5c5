/** Duty groups: who is told when adviser and deputy do not answer. */
import { useState } from "preact/hooks";
import plus from "lucide-static/icons/plus.svg?raw";
import type { Refusal } from "#shared/result.ts";
import { order } from "../live/client.ts";
import { whoIsWho } from "../live/names.ts";
import { Button } from "../ui/Button.tsx";
import { Check, Group, TextField } from "../ui/Field.tsx";
import { toast } from "../ui/toasts.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { say } from "./words.ts";

export interface DutyGroup {
  readonly id: string;
  readonly name: string;
  readonly people: readonly string[];
}

export function Groups({ groups }: { readonly groups: readonly DutyGroup[] }) {
  const [isNew, begin] = useState(false);
  const fresh: DutyGroup = {
    id: `group-${groups.length + 1}-${Date.now().toString(36)}`,
    name: "",
    people: [],
  };
  return (
    <section class="stack">
      <h2>{say("groups")}</h2>
      <p class="soft">{say("groupsWords")}</p>
      {groups.map((group) => (
        <GroupForm key={group.id} group={group} done={() => undefined} />
      ))}
      {isNew ? (
        <GroupForm group={fresh} isNew done={() => begin(false)} />
      ) : (
        <div>
          <Button icon={plus} onClick={() => begin(true)}>
            {say("newGroup")}
          </Button>
        </div>
      )}
    </section>
  );
}

interface FormProps {
  readonly group: DutyGroup;
  readonly isNew?: boolean;
  done(): void;
}

function GroupForm({ group, isNew = false, done }: FormProps) {
  const [id] = useState(group.id);
  const [name, setName] = useState(group.name);
  const [people, setPeople] = useState(group.people);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const held = whoIsWho.held.value;
  const all = held.state === "loading" ? [] : (held.value ?? []);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const result = await order("saveDutyGroup", { id, name, people: [...people] });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    toast({ words: say("groupSaved", { name }) });
    done();
  }
  /** What is removed can be brought back: it is saved again as it was. */
  async function remove(): Promise<void> {
    const result = await order("removeDutyGroup", { id });
    if (!result.ok) return setRefusal(result.refusal);
    const undo = () => void order("saveDutyGroup", { ...group, people: [...group.people] });
    toast({ words: say("groupRemoved", { name }), undo });
  }

  return (
    <form class="card stack" onSubmit={(event) => void save(event)}>
      <Refused refusal={refusal} />
      <TextField label={say("groupName")} value={name} maxLength={60} required onValue={setName} />
      <Group legend={say("groupPeople")}>
        <div class="group-people">
          {all.map((person) => (
            <Check
              key={person.id}
              label={person.name}
              checked={people.includes(person.id)}
              onValue={(isIn) =>
                setPeople(isIn ? [...people, person.id] : people.filter((one) => one !== person.id))
              }
            />
          ))}
        </div>
      </Group>
      <div class="form-foot">
        <Button kind={isNew ? "primary" : "plain"} type="submit">
          {say("save")}
        </Button>
        {isNew ? (
          <Button onClick={done}>{say("cancel")}</Button>
        ) : (
          <Button kind="danger" onClick={() => void remove()}>
            {say("removeGroup")}
          </Button>
        )}
      </div>
    </form>
  );
}
