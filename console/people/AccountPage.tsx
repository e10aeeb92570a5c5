/** One's own account: password, second factor, where one is signed in, and tokens for programs. */
import { visitor } from "../live/visitor.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Page } from "../ui/Page.tsx";
import { PasswordPart } from "./PasswordPart.tsx";
import { SecondFactorPart } from "./SecondFactorPart.tsx";
import { SessionsPart } from "./SessionsPart.tsx";
import { TokensPart } from "./TokensPart.tsx";
import "./look.css";

const say = sayer(catalogue);

export default function AccountPage() {
  const who = visitor.value;
  if (who === null || who === "away" || who.state !== "here") return null;
  const { person } = who;
  return (
    <Page title={say("account")}>
      <div class="cards">
        <section class="card">
          <h2>{person.name}</h2>
          <p>{person.email}</p>
          <p class="soft">{say(`role_${person.role}`)}</p>
        </section>
        <PasswordPart />
        <SecondFactorPart isOn={who.secondFactor} />
        <SessionsPart current={who.session} />
        <TokensPart person={person} />
      </div>
    </Page>
  );
}
