/** Who answers for a centre: without somebody responsible a board goes stale. */
import { STALE_AFTER } from "#shared/centres/stale.ts";
import type { KeptPerson } from "#shared/people/person.ts";
import { sayer } from "../language/say.ts";
import { useAsked } from "../live/collection.ts";
import catalogue from "../../content/translations/console.centres.en.json";
import { Select, TextField } from "../ui/Field.tsx";
import type { Fields } from "./CentrePage.tsx";

const say = sayer(catalogue);

export function PeopleFields({ centre, mistakes, set }: Fields) {
  const people = useAsked<readonly KeptPerson[]>("listPeople", {}, []);
  const all = people.state === "loading" ? [] : (people.value ?? []);
  const options = [{ value: "", word: say("nobody") }, ...all.map(({ id, name, role }) => ({ value: id, word: `${name}, ${say(`role_${role}`)}` }))]; // prettier-ignore
  const pick = (role: "adviser" | "deputy" | "staffLink") =>
    <Select label={say(role)} hint={say(`${role}Hint`)} value={centre[role] ?? ""} options={options} error={mistakes[role]} onValue={(id) => set({ [role]: id || null })} />; // prettier-ignore
  return (
    <section class="card form-part">
      <h2>{say("people")}</h2>
      {pick("adviser")}
      {pick("deputy")}
      {pick("staffLink")}
      <TextField
        label={say("staleAfter")}
        hint={say("staleHint")}
        type="number"
        min="2"
        max="60"
        value={String(centre.staleAfter ?? STALE_AFTER)}
        error={mistakes["staleAfter"]}
        onValue={(days) => set({ staleAfter: Number(days) })}
      />
    </section>
  );
}
