/** Where whoever is not signed in comes in: by e-mail and password, or by a one-time link. */
import { useState } from "preact/hooks";
import signpost from "lucide-static/icons/signpost.svg?raw";
import type { Opened } from "#shared/people/person.ts";
import { type Refusal, refused, type Result } from "#shared/result.ts";
import { mistakesOf, refusalWords } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { post } from "../live/client.ts";
import { findOut } from "../live/session.ts";
import catalogue from "../../content/translations/console.entrance.en.json";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { useOpened } from "./opened.ts";

const say = sayer(catalogue);

/** What the hub says to somebody who comes in. */
interface Entered {
  readonly state: "here" | "second-factor";
}

export function SignInPage() {
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
        {needsCode ? (
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

interface Coming {
  onEntered(entered: Entered): void;
}

/** Sends what was typed; the refusal, and whether it is on its way. */
function useSending(onEntered: Coming["onEntered"]) {
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  async function send(path: string, body: unknown): Promise<void> {
    setBusy(true);
    setRefusal(null);
    const result = ((await post(path, body)) ?? refused("hub-away")) as Result<Entered>;
    setBusy(false);
    if (result.ok) onEntered(result.value);
    else setRefusal(result.refusal);
  }
  return { send, refusal, isBusy };
}

function SignIn({ onEntered }: Coming) {
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const { send, refusal, isBusy } = useSending(onEntered);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send("/session", { email, password });
      }}
    >
      <h1>{say("signIn")}</h1>
      <Refused refusal={refusal} />
      <TextField
        label={say("email")}
        type="email"
        autocomplete="username"
        required
        value={email}
        onValue={setEmail}
      />
      <TextField
        label={say("password")}
        type="password"
        autocomplete="current-password"
        required
        value={password}
        onValue={setPassword}
      />
      <Button kind="primary" type="submit" busy={isBusy}>
        {say("signIn")}
      </Button>
    </form>
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

function Welcome({ link, opened, onEntered }: Coming & { readonly link: string; readonly opened: Opened }) {
  const isFirst = opened.purpose === "setup";
  const [name, setName] = useState(opened.name ?? "");
  const [email, setEmail] = useState(opened.email ?? "");
  const [password, setPassword] = useState("");
  const { send, refusal, isBusy } = useSending(onEntered);
  const mistakes = mistakesOf(refusal);
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void send("/links", { link, password, name, ...(isFirst ? { email } : {}) });
      }}
    >
      <h1>{say(opened.purpose)}</h1>
      <p>{say(`${opened.purpose}Words`)}</p>
      <Refused refusal={refusal?.code === "bad-input" ? null : refusal} />
      <TextField
        label={say("name")}
        autocomplete="name"
        required
        value={name}
        onValue={setName}
        error={mistakes.name}
      />
      <TextField
        label={say("email")}
        type="email"
        autocomplete="username"
        required
        disabled={!isFirst}
        value={email}
        onValue={setEmail}
        error={mistakes.email}
      />
      <TextField
        label={say("newPassword")}
        hint={say("passwordHint")}
        type="password"
        autocomplete="new-password"
        required
        value={password}
        onValue={setPassword}
        error={mistakes.password}
      />
      <Button kind="primary" type="submit" busy={isBusy}>
        {say("begin")}
      </Button>
    </form>
  );
}

function Spent({ refusal, onBack }: { readonly refusal: Refusal; onBack(): void }) {
  return (
    <div class="stack">
      <h1>{say("spent")}</h1>
      <p role="alert">{refusalWords(refusal)}</p>
      <div>
        <Button onClick={onBack}>{say("toSignIn")}</Button>
      </div>
    </div>
  );
}
