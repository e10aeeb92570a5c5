// `npm run dev`: the hub, built and started again on every change, and before it the pages, which reload themselves.
import { build, disown } from "./setup/build.mjs";
import { install } from "./setup/install.mjs";
import { root, say, task } from "./setup/root.mjs";
import { child, node24, tool } from "./setup/run.mjs";

const hub = `http://127.0.0.1:${process.env.PORT || 8080}`;

await task(async () => {
  await install({ dev: true });
  await build();
  disown();
  say("The pages with reload, and the hub behind them: http://localhost:5173/");
  say("The console with reload: http://localhost:5174/console/");
  const parts = [
    tool("vite", ["build", "--ssr", "--watch", "--emptyOutDir=false", "--logLevel=warn"]),
    child(node24(), ["--watch", "--watch-preserve-output", "dist/server/main.js"], {
      cwd: root,
      stdio: "inherit",
    }),
    tool("vite", ["--logLevel=warn", "--port=5173", "--strictPort"], { env: { ...process.env, HUB: hub } }),
    tool("vite", ["--mode=console", "--logLevel=warn", "--port=5174", "--strictPort"], {
      env: { ...process.env, HUB: hub },
    }),
  ];
  // They live and end together.
  process.exitCode = await Promise.race(parts);
  process.emit("SIGTERM", "SIGTERM");
  await Promise.all(parts);
});
