/**
 * Every command of the hub, composed of what each feature declares. The same declarations serve the
 * socket, HTTP and the API description.
 */
import type { z } from "zod";
import { backupCommands } from "./backup/commands.ts";
import { callCommands } from "./calls/commands.ts";
import { centreCommands } from "./centres/commands.ts";
import type { Command } from "./command.ts";
import { leafletCommands } from "./leaflets/commands.ts";
import { eventCommands } from "./events/commands.ts";
import { eventImportCommands } from "./events/importing.ts";
import { historyCommands } from "./history/commands.ts";
import { itemCommands } from "./items/commands.ts";
import { leafletImportCommands } from "./leaflets/importing.ts";
import { peopleCommands } from "./people/commands.ts";
import { messageCommands } from "./messages/commands.ts";
import { screenCommands } from "./screens/commands.ts";
import { paintingCommands } from "./screens/paintingCommands.ts";
import { takeHomeCommands } from "./takehome/commands.ts";
import { useCommands } from "./uses/commands.ts";
import { bringingCommands } from "./bringing.ts";
import { sourceCommands } from "./sources/commands.ts";
import { vacancyCommands } from "./vacancies/commands.ts";
import { websiteCommands } from "./websites/commands.ts";
import { websiteImportCommands } from "./websites/importing.ts";

export const commands = {
  ...itemCommands,
  ...eventCommands,
  ...eventImportCommands,
  ...leafletImportCommands,
  ...leafletCommands,
  ...vacancyCommands,
  ...sourceCommands,
  ...bringingCommands,
  ...centreCommands,
  ...callCommands,
  ...messageCommands,
  ...screenCommands,
  ...paintingCommands,
  ...useCommands,
  ...takeHomeCommands,
  ...peopleCommands,
  ...historyCommands,
  ...backupCommands,
  ...websiteCommands,
  ...websiteImportCommands,
} as const satisfies Readonly<Record<string, Command>>;

export type CommandName = keyof typeof commands;
/** A command's input after the door has checked it. */
export type Input<Name extends CommandName> = z.output<(typeof commands)[Name]["input"]>;
/** A command's input as it is sent, where what has a default may be left out. */
export type Sent<Name extends CommandName> = z.input<(typeof commands)[Name]["input"]>;

/** Not everybody may know that this was done. */
export function isDiscreet(name: CommandName): boolean {
  const command: Command = commands[name];
  return command.discreet === true;
}
