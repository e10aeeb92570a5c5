/** The demo's events, notices and websites, and what every item of the demo has. */
import { join } from "node:path";
import { endOfLast } from "#shared/events/occurrences.ts";
import type { Bodies, Kind } from "#shared/kinds.ts";
import type { Language, Text } from "#shared/languages.ts";
import { timingSchema, type Audience, type State, type Timing } from "#shared/schema.ts";
import { bodySchemas } from "#shared/schemas.ts";
import type { Form } from "./forms.ts";

/** A file that the media store is to keep. */
export interface FileToKeep {
  readonly path: string;
  /** What a person who cannot see it is told. */
  readonly alt: Text | null;
}

/** The files of one item. Its body has no `picture`, `video` or `pdfs` of its own until they are kept. */
export interface FilesToKeep {
  readonly picture: FileToKeep | null;
  readonly video: FileToKeep | null;
  readonly pdfs: Readonly<Partial<Record<Language, FileToKeep>>>;
}

/** An item to be saved under its own lasting id, so that seeding twice makes no second copy. */
export type DemoItem<K extends Kind = Kind> = {
  readonly [Each in K]: Timing & {
    readonly id: string;
    readonly kind: Each;
    readonly audience: Audience;
    readonly state: State;
    readonly body: Bodies[Each];
    readonly files: FilesToKeep;
  };
}[K];

export const NO_FILES: FilesToKeep = { picture: null, video: null, pdfs: {} };

/** A named file, in the folder where the demo keeps files of its kind. */
export function fileToKeep(
  named: { readonly file: string; readonly alt: Text | null } | null,
  demo: string,
): FileToKeep | null {
  if (!named) return null;
  return { path: join(demo, folderOf(named.file), named.file), alt: named.alt };
}

function folderOf(file: string): string {
  if (file.endsWith(".pdf")) return "leaflets";
  return /\.(mp4|webm)$/.test(file) ? "videos" : "pictures";
}

/** What the record says of an item, whatever its kind. */
export function envelope(form: Pick<Form<"leaflet">, "id" | "centres" | "state" | "shows">) {
  return { id: form.id, audience: form.centres, state: form.state, ...timingSchema.parse(form.shows) };
}

/** It shows until the last of its occurrences is over. */
export function eventItem(form: Form<"event">, demo: string): DemoItem<"event"> {
  const { id: _id, centres: _centres, state: _state, shows: _shows, picture, ...said } = form;
  const body = bodySchemas.event.parse({ ...said, picture: null });
  const files = { ...NO_FILES, picture: fileToKeep(picture, demo) };
  const over = endOfLast(body);
  const until = over === null ? null : new Date(over).toISOString();
  return { ...envelope(form), until, kind: "event", body, files };
}

export function noticeItem(form: Form<"notice">, demo: string): DemoItem<"notice"> {
  const { title, text, urgent, picture, video } = form;
  const body = bodySchemas.notice.parse({ title, text, urgent, picture: null, video: null });
  const files = { ...NO_FILES, picture: fileToKeep(picture, demo), video: fileToKeep(video, demo) };
  return { ...envelope(form), kind: "notice", body, files };
}

export function websiteItem(form: Form<"website">, demo: string): DemoItem<"website"> {
  const { id: _id, centres: _centres, state: _state, shows: _shows, picture, ...said } = form;
  const body = bodySchemas.website.parse({ ...said, picture: null });
  const files = { ...NO_FILES, picture: fileToKeep(picture, demo) };
  return { ...envelope(form), kind: "website", body, files };
}
