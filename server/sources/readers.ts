/** Every form that can be read, one line each. */
import { csv } from "./csv.ts";
import { jobposting } from "./jobposting.ts";
import type { Reader } from "./reading.ts";

export const READERS: readonly Reader[] = [csv, jobposting];
