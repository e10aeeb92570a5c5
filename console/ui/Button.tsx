/** Buttons, and links that look like one. One `primary` a page. */
import type { ButtonHTMLAttributes, ComponentChildren } from "preact";
import { Icon } from "./Icon.tsx";

export type Kind = "primary" | "plain" | "quiet" | "danger";

interface Look {
  readonly kind?: Kind;
  readonly icon?: string;
  /** The key that does the same, shown on the button. */
  readonly hotkey?: string;
  readonly children?: ComponentChildren;
}

type ButtonProps = Look & {
  /** It is being done: the button stays where it is and cannot be pressed again. */
  readonly busy?: boolean;
} & Omit<ButtonHTMLAttributes<HTMLButtonElement>, "icon">;

export function Button({
  kind = "plain",
  icon,
  hotkey,
  busy = false,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  // prettier-ignore
  return (
    <button {...rest} type={type} class={`button ${kind}`} aria-disabled={busy} onClick={busy ? undefined : rest.onClick}> {/* prettier-ignore */}
      <Face {...{ icon, hotkey, children }} />
    </button>
  );
}

export function LinkButton({
  kind = "plain",
  icon,
  hotkey,
  children,
  href,
}: Look & { readonly href: string }) {
  return (
    <a class={`button ${kind}`} href={href}>
      <Face {...{ icon, hotkey, children }} />
    </a>
  );
}

function Face({ icon, hotkey, children }: Omit<Look, "kind">) {
  return (
    <>
      {icon === undefined ? null : <Icon of={icon} />}
      {children}
      {hotkey === undefined ? null : <kbd aria-hidden="true">{hotkey}</kbd>}
    </>
  );
}
