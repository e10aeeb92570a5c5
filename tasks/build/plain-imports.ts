import type { Plugin } from "vite";

const helper = /vite\/preload-helper/;

/**
 * On the board, lets `import()` be just that. What Vite puts round it fetches a part's stylesheets first, which no part
 * of a board has, and would weigh as much as what is left out until it is needed.
 */
export function plainImports(environment: string): Plugin {
  return {
    name: "signpost:plain-imports",
    apply: "build",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === environment,
    load(id) {
      return helper.test(id) ? "export const __vitePreload = (load) => load();" : null;
    },
  };
}
