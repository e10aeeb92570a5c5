/** The pages on the left, with what waits in each; on a narrow screen behind one button. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import logOut from "lucide-static/icons/log-out.svg?raw";
import menu from "lucide-static/icons/menu.svg?raw";
import signpost from "lucide-static/icons/signpost.svg?raw";
import { MOST_COUNTED } from "#shared/vacancies/inbox.ts";
import { sayer } from "../language/say.ts";
import { centres, nameOf } from "../live/centres.ts";
import { collection } from "../live/collection.ts";
import { signOut } from "../live/session.ts";
import { hasRole, me } from "../live/visitor.ts";
import catalogue from "../../content/translations/console.en.json";
import type { Badge, PageEntry } from "../ui/entry.ts";
import { Icon } from "../ui/Icon.tsx";
import { BASE } from "./Shell.tsx";

const say = sayer(catalogue);

export function Nav({ pages }: { readonly pages: readonly PageEntry[] }) {
  const [isOpen, setOpen] = useState(false);
  const { path } = useLocation();
  useEffect(() => setOpen(false), [path]);
  const shown = pages.filter(({ icon }) => icon !== undefined);
  return (
    <header class={isOpen ? "nav open" : "nav"}>
      <div class="nav-top">
        <a class="nav-name" href={BASE}>
          <Icon of={signpost} />
          Signpost
        </a>
        <button
          type="button"
          class="nav-menu"
          aria-expanded={isOpen}
          aria-controls="nav"
          onClick={() => setOpen(!isOpen)}
        >
          <Icon of={menu} />
          {say("menu")}
        </button>
      </div>
      <div class="nav-body" id="nav">
        <nav aria-label={say("pages")}>
          <ul>
            {shown.map((page) => (
              <li key={page.path}>
                <a href={`${BASE}${page.path}`} aria-current={isAt(path, page.path) ? "page" : undefined}>
                  <Icon of={page.icon ?? ""} />
                  <span>{say(page.word)}</span>
                  {page.badge && hasRole(...(page.badge.roles ?? page.roles)) ? (
                    <Waits badge={page.badge} />
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <Who />
      </div>
    </header>
  );
}

function isAt(path: string, page: string): boolean {
  const whole = `${BASE}${page}`;
  return path === whole || path.startsWith(`${whole}/`);
}

function Waits({ badge }: { readonly badge: Badge }) {
  const one = useMemo(() => collection<unknown>(badge), []);
  useEffect(() => one.follow(), [one]);
  const held = one.held.value;
  const count = held.state === "here" ? badge.count(held.value as never) : 0;
  return count > 0 ? <span class={badge.urgent === true ? "badge urgent" : "badge"}>{count < MOST_COUNTED ? count : `${MOST_COUNTED}+`}</span> : null; // prettier-ignore
}

/** Who is here, for which centres, and the way out. */
function Who() {
  const person = me.value;
  useEffect(() => centres.follow(), []);
  if (person === null) return null;
  const held = centres.held.value;
  const theirs = held.state === "loading" ? [] : (held.value ?? []);
  const names = theirs.map(({ centre }) => nameOf(centre).replace(/ (Children’s Centre|Family Hub)$/, ""));
  return (
    <div class="nav-who">
      <p>
        <strong>{person.name}</strong>
        <span>{say(`role_${person.role}`)}</span>
        <span>
          {names.length > 4 ? `${names.slice(0, 3).join(" · ")} +${names.length - 3}` : names.join(" · ")}
        </span>
      </p>
      <button type="button" onClick={() => void signOut()}>
        <Icon of={logOut} />
        {say("signOut")}
      </button>
    </div>
  );
}
