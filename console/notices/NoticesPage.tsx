/** Notices: short messages from the centre. */
import { dayWords, toField } from "../language/london.ts";
import { sayer } from "../language/say.ts";
import catalogue from "../../content/translations/console.notices.en.json";
import { ItemList } from "../ui/editing/ItemList.tsx";
import { Tag } from "../ui/Tag.tsx";

const say = sayer(catalogue);

export default function NoticesPage() {
  return (
    <ItemList
      kind="notice"
      title={say("notices")}
      path="/notices"
      newWord={say("new")}
      emptyWord={say("empty")}
      columns={[
        {
          word: say("urgency"),
          cell: ({ body }) => (body.urgent ? <Tag tone="bad">{say("urgent")}</Tag> : say("ordinary")),
        },
        {
          word: say("until"),
          cell: ({ until }) => (until === null ? say("noEnd") : untilWords(until)),
        },
      ]}
    />
  );
}

function untilWords(until: string): string {
  const [day = "", time = ""] = toField(until).split("T");
  return `${dayWords(day)}, ${time}`;
}
