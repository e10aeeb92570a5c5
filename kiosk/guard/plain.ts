/** Runs in the world of every outside page, before any of its own scripts. */
import { tame } from "./tame.ts";

tame();
