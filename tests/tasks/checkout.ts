import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { temporaryFolder } from "../support/folder.ts";

export type Checkout = Awaited<ReturnType<typeof temporaryFolder>>;

const root = fileURLToPath(new URL("../..", import.meta.url));
const ours = ["tasks", "package.json", "vite.config.ts", "tsconfig.json", "kiosk/guard", "shared"];

/** Small programs in the place of the hub and the others: what is tried is how the commands treat any program. */
const programs: Readonly<Record<string, string>> = {
  "server/main.ts": `
    import { createServer } from "node:http";
    const server = createServer().listen(0, "127.0.0.1", () => console.log("ready"));
    const stop = () => server.close(() => console.log("stopped"));
    process.once("SIGTERM", stop).once("SIGINT", stop);
    process.on("SIGTERM", () => {}).on("SIGINT", () => {});`,
  "shared/arguments.ts": `export const given = process.argv.slice(2);`,
  "server/cli/signpost.ts": `
    import { given } from "#shared/arguments.ts";
    console.log(JSON.stringify(given));
    process.exitCode = Number(given[0] ?? 0);`,
  "kiosk/board.html": `<!doctype html><title>A board</title>`,
  "kiosk/live/orders.ts": `export const orders = [];`,
  "console/index.html": `<!doctype html><title>The console</title>`,
  "console/told.ts": `console.log("told");`,
  "tests/bench/weight.ts": `
    import { given } from "#shared/arguments.ts";
    console.log(JSON.stringify({ name: "weight", args: given }));`,
  "follow.mjs": `
    import { follow } from "./tasks/setup/run.mjs";
    process.exitCode = await follow(process.execPath, "dist/server/main.js", []);`,
};

/** A checkout with the real commands and small programs for them to run, its packages being ours. */
export async function checkout(): Promise<Checkout> {
  const folder = await temporaryFolder("checkout");
  for (const path of ours) cpSync(join(root, path), join(folder.path, path), { recursive: true });
  const packages = join(folder.path, "node_modules");
  symlinkSync(join(root, "node_modules"), packages);
  // Locked is just what is there: an installation would go through the link into our own packages.
  cpSync(join(packages, ".package-lock.json"), join(folder.path, "package-lock.json"));
  for (const [path, source] of Object.entries(programs)) {
    mkdirSync(dirname(join(folder.path, path)), { recursive: true });
    writeFileSync(join(folder.path, path), source);
  }
  return folder;
}

export interface Program {
  readonly child: ChildProcess;
  /** Once it has ended and nobody holds its output any more, so that nothing that it started is running. */
  readonly end: Promise<{ status: number | null; stdout: string; stderr: string }>;
}

export function program(
  where: { readonly path: string },
  file: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): Program {
  const child = spawn(file, args, { cwd: where.path, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (said.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (said.stderr += text));
  return { child, end: once(child, "close").then(([status]) => ({ status, ...said })) };
}

/** Waits until a program has said a word; a program that ends without it is a failure. */
export async function hear({ child, end }: Program, word: string): Promise<void> {
  const heard = new Promise<void>((resolve) => {
    child.stdout?.on("data", (text: string) => text.includes(word) && resolve());
  });
  await Promise.race([
    heard,
    end.then(({ stderr }) => {
      throw new Error(`It ended without saying "${word}": ${stderr}`);
    }),
  ]);
}
