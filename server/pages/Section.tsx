/** A part of a centre's page under its own heading. */
import type { ComponentChildren } from "preact";
import { Icon, type IconName } from "./Icon.tsx";

interface SectionProps {
  readonly id: string;
  readonly icon: IconName;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Section({ id, icon, title, children }: SectionProps) {
  return (
    <section class={id} id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>
        <Icon name={icon} /> {title}
      </h2>
      {children}
    </section>
  );
}
