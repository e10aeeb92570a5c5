import type { Plugin } from "vite";

/**
 * Leaves Engine.IO's other transports out of the pages (1.3 kB compressed): screens use WebSockets, and ask over
 * HTTP by themselves where those are blocked. The library offers no way to leave them out.
 */
export function websocketOnly(): Plugin {
  return {
    name: "signpost:websocket-only",
    apply: "build",
    transform: {
      filter: { id: /engine\.io-client\/build\/esm\/transports\/index\.js$/ },
      handler(code) {
        if (!code.includes("websocket: WS")) this.error("Engine.IO keeps its transports elsewhere now.");
        return `import { WS } from "./websocket.js";\nexport const transports = { websocket: WS };\n`;
      },
    },
  };
}
