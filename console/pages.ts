/** The console's pages, in the order of the navigation: one entry each, and nothing else to do. */
import type { PageEntry } from "./ui/entry.ts";
import user from "lucide-static/icons/circle-user-round.svg?raw";
import { PEOPLE } from "#shared/command.ts";

export const pages: readonly PageEntry[] = [
  {
    path: "/account",
    word: "account",
    icon: user,
    roles: PEOPLE,
    key: "a",
    load: () => import("./people/AccountPage.tsx"),
  },
];
