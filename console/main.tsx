/** The console: composes its pages into the shell. */
import { render } from "preact";
import { findOut } from "./live/session.ts";
import { pages } from "./pages.ts";
import { SignInPage } from "./people/SignInPage.tsx";
import { Shell } from "./shell/Shell.tsx";
import { listenForKeys } from "./ui/keys.tsx";

listenForKeys();
void findOut();

const root = document.getElementById("console");
if (root)
  render(<Shell pages={pages} entrance={SignInPage} beside={() => import("./calls/Incoming.tsx")} />, root);
