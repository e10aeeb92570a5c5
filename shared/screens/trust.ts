/** How long a screen goes by what it holds without the hub: after that it drops its vacancies. */
import { DAY } from "../london.ts";

export const TRUST = 8 * DAY;
