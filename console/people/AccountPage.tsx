/** One's own account. */
import { sayer } from "../language/say.ts";
import { me } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Page } from "../ui/Page.tsx";

const say = sayer(catalogue);

export default function AccountPage() {
  const person = me.value;
  if (person === null) return null;
  return (
    <Page title={say("account")}>
      <div class="card">
        <h2>{person.name}</h2>
        <p>{person.email}</p>
        <p class="soft">{say(`role_${person.role}`)}</p>
      </div>
    </Page>
  );
}
