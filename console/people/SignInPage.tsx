/** Where whoever is not signed in comes in: by e-mail and password, or by a one-time link. */
import { useEffect, useState } from "preact/hooks";
import signpost from "lucide-static/icons/signpost.svg?raw";
import { type Refusal, refused } from "#shared/result.ts";
import { sayer } from "../language/say.ts";
import { post } from "../live/client.ts";
import { findOut, signOut } from "../live/session.ts";
import { visitor } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.entrance.en.json";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { useOpened } from "./opened.ts";
import type { SecondFactorSteps } from "./SecondFactorPart.tsx";
import { type Coming, type Entered, useSending } from "./sending.ts";
import { Spent, Welcome } from "./Welcome.tsx";

const say = sayer(catalogue);

export function SignInPage() {
  const who = visitor.value;
  const [link, setLink] = useState(linkInAddress);
  const [needsCode, setNeedsCode] = useState(false);
  const opened = useOpened(link);
  function entered({ state }: Entered): void {
    history.replaceState(
      null,
      "",
      location.pathname.startsWith("/console/welcome") ? "/console" : location.href,
    );
    if (state === "second-factor") setNeedsCode(true);
    else void findOut();
  }
  return (
    <div class="entrance">
      <main id="main" class="card">
        <p class="entrance-name">
          <Icon of={signpost} />
          Signpost
        </p>
        {who !== null && who !== "away" && who.state === "must-secure" ? (
          <MustSecure />
        ) : needsCode ? (
          <SecondFactor onEntered={entered} onBack={() => setNeedsCode(false)} />
        ) : link === null ? (
          <SignIn onEntered={entered} />
        ) : opened === null ? (
          <p class="soft">{say("opening")}</p>
        ) : opened.ok ? (
          <Welcome link={link} opened={opened.value} onEntered={entered} />
        ) : (
          <Spent refusal={opened.refusal} onBack={() => setLink(null)} />
        )}
      </main>
    </div>
  );
}

/** The secret stands behind the #, so that it is in nobody's log. */
function linkInAddress(): string | null {
  return location.pathname === "/console/welcome" && location.hash.length > 20
    ? location.hash.slice(1)
    : null;
}

function SignIn({ onEntered }: Coming) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [isForgotten, setForgotten] = useState(false);
  const { send, refusal, isBusy } = useSending(onEntered);
  const who = visitor.value;
  const offers = who !== null && who !== "away" && who.state === "nobody" ? who : null;
  if (isForgotten) return <Forgotten mails={offers?.mails ?? false} onBack={() => setForgotten(false)} />;
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send("/session", { email, password });
      }}
    >
      <h1>{say("signIn")}</h1>
      {location.pathname === "/console/refused" ? <p class="notice bad">{say("signOnRefused")}</p> : null}
      <Refused refusal={refusal} />
      <TextField
        label={say("email")}
        type="email"
        autocomplete="username"
        required
        value={email}
        onValue={setEmail}
      />{" "}
      {/* prettier-ignore */}
      <TextField label={say("password")} type="password" autocomplete="current-password" required value={password} onValue={setPassword} />
      <Button kind="primary" type="submit" busy={isBusy}>
        {say("signIn")}
      </Button>
      {offers?.signOn ? <SignOn name={offers.signOn} /> : null}
      <Button kind="quiet" onClick={() => setForgotten(true)}>
        {say("forgotten")}
      </Button>
    </form>
  );
}

/** Leads to where the district's people sign in already. */
function SignOn({ name }: { readonly name: string }) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function go(): Promise<void> {
    const result = (await post("/sign-on", {})) ?? refused("hub-away");
    if (result.ok) location.assign(String(result.value));
    else setRefusal(result.refusal);
  }
  return (
    <>
      <Refused refusal={refusal} />
      <Button onClick={() => void go()}>{say("signOn", { name })}</Button>
    </>
  );
}

function Forgotten({ mails, onBack }: { readonly mails: boolean; onBack(): void }) {
  const [email, setEmail] = useState("");
  const [isSent, setSent] = useState(false);
  const { send, refusal, isBusy } = useSending(() => setSent(true));
  const back = (
    <Button kind="quiet" onClick={onBack}>
      {say("back")}
    </Button>
  );
  if (!mails || isSent)
    return (
      <div class="stack">
        <h1>{say("forgotten")}</h1>
        <p role="status">{say(isSent ? "forgottenSent" : "forgottenAsk")}</p>
        {back}
      </div>
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send("/forgotten", { email });
      }}
    >
      <h1>{say("forgotten")}</h1>
      <p>{say("forgottenWords")}</p>
      <Refused refusal={refusal} />
      <TextField
        label={say("email")}
        type="email"
        autocomplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <div class="form-foot">
        <Button kind="primary" type="submit" busy={isBusy}>
          {say("sendLink")}
        </Button>
        {back}
      </div>
    </form>
  );
}

/** The district asks for a second factor, and there is none yet. */
function MustSecure() {
  const [Steps, setSteps] = useState<typeof SecondFactorSteps | null>(null);
  useEffect(() => void import("./SecondFactorPart.tsx").then((part) => setSteps(() => part.SecondFactorSteps)), []); // prettier-ignore
  return (
    <div class="stack">
      <h1>{say("mustSecure")}</h1>
      {Steps === null ? null : <Steps isOn={false} />}
      <Button kind="quiet" onClick={() => void signOut()}>
        {say("signOut")}
      </Button>
    </div>
  );
}

function SecondFactor({ onEntered, onBack }: Coming & { onBack(): void }) {
  const [code, setCode] = useState("");
  const { send, refusal, isBusy } = useSending(onEntered);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send("/session/second", { code });
      }}
    >
      <h1>{say("code")}</h1>
      <Refused refusal={refusal} />
      <TextField
        label={say("code")}
        hint={say("codeHint")}
        autocomplete="one-time-code"
        required
        value={code}
        onValue={setCode}
      />
      <div class="form-foot">
        <Button kind="primary" type="submit" busy={isBusy}>
          {say("goOn")}
        </Button>
        <Button kind="quiet" onClick={onBack}>
          {say("back")}
        </Button>
      </div>
    </form>
  );
}
