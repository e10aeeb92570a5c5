/** The second factor: a code from an app on one's phone, beside the password. */
import { useState } from "preact/hooks";
import { type Refusal, refused, type Result } from "#shared/result.ts";
import { unlessAtField, wordsIf } from "../language/refusals.ts";
import { sayer } from "../language/say.ts";
import { post } from "../live/client.ts";
import { findOut } from "../live/session.ts";
import catalogue from "../../content/translations/console.people.en.json";
import { Button } from "../ui/Button.tsx";
import { TextField } from "../ui/Field.tsx";
import { Tag } from "../ui/Tag.tsx";
import { Refused } from "../ui/Waiting.tsx";
import { CodePicture } from "./CodePicture.tsx";

const say = sayer(catalogue);

interface Begun {
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

export function SecondFactorPart({ isOn }: { readonly isOn: boolean }) {
  return (
    <section class="card part">
      <div class="row spread">
        <h2>{say("secondFactor")}</h2>
        <Tag tone={isOn ? "good" : "plain"}>{say(isOn ? "secondFactorOn" : "secondFactorOff")}</Tag>
      </div>
      <SecondFactorSteps isOn={isOn} />
    </section>
  );
}

/** Password, then the picture for the app and the backup codes, then the first code. */
export function SecondFactorSteps({ isOn }: { readonly isOn: boolean }) {
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const [begun, setBegun] = useState<Begun | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);

  async function send(
    path: string,
    body: unknown,
    method: "POST" | "DELETE" = "POST",
  ): Promise<Result<unknown>> {
    setRefusal(null);
    const result = (await post(path, body, {}, method)) ?? refused("hub-away");
    if (!result.ok) setRefusal(result.refusal);
    return result;
  }
  async function begin(): Promise<void> {
    const result = await send("/account/second-factor", { password });
    if (result.ok) setBegun(result.value as Begun);
  }
  async function confirm(): Promise<void> {
    const result = await send("/account/second-factor/confirm", { code });
    if (!result.ok) return;
    setBegun(null);
    setPassword("");
    await findOut();
  }
  async function end(): Promise<void> {
    const result = await send("/account/second-factor", { password }, "DELETE");
    if (!result.ok) return;
    setPassword("");
    await findOut();
  }

  if (begun === null)
    return (
      <form
        class="form"
        onSubmit={(event) => {
          event.preventDefault();
          void (isOn ? end() : begin());
        }}
      >
        <p>{say(isOn ? "secondFactorEndWords" : "secondFactorWords")}</p>
        <Refused refusal={unlessAtField(refusal, "wrong-password")} />
        <TextField
          label={say("currentPassword")}
          type="password"
          autocomplete="current-password"
          required
          value={password}
          error={wordsIf(refusal, "wrong-password")}
          onValue={setPassword}
        />
        <div class="form-foot">
          <Button type="submit" kind={isOn ? "danger" : "plain"}>
            {say(isOn ? "secondFactorEnd" : "secondFactorBegin")}
          </Button>
        </div>
      </form>
    );
  return (
    <form
      class="form"
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <p>{say("scan")}</p>
      <CodePicture text={begun.uri} label={say("scanLabel")} />
      <p class="soft">
        {say("typeInstead", { secret: new URL(begun.uri).searchParams.get("secret") ?? "" })}
      </p>
      <p>{say("backupWords")}</p>
      <ul class="backup-codes">
        {begun.backupCodes.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      <Refused refusal={unlessAtField(refusal, "wrong-code")} />
      <TextField
        label={say("firstCode")}
        autocomplete="one-time-code"
        inputMode="numeric"
        required
        value={code}
        error={wordsIf(refusal, "wrong-code")}
        onValue={setCode}
      />
      <div class="form-foot">
        <Button kind="primary" type="submit">
          {say("confirm")}
        </Button>
      </div>
    </form>
  );
}
