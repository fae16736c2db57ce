import { globSync } from "node:fs";
import { basename, dirname } from "node:path";
import preact from "@preact/preset-vite";
import { defineConfig, type Plugin } from "vite";
import { phoneRenderer } from "./scripts/tools/phone-renderer.ts";

/** Pages for screens share their chunks; the browser keeps them from one page to the next. */
const screens = ["home", "documents", "present", "embed", "organise", "results"];

/** Vite wraps dynamic imports to preload what they import; the server names that in the page, and the phone saves 1 kB. */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
  // Before what is imported is named: nothing is left then to wrap.
  renderChunk: (code) => code.replace(/__vitePreload\((\(\) => import\([^)]*\)), *__VITE_PRELOAD__\)/g, "($1)()"),
};

const entriesOf = (pages: string[]) => Object.fromEntries(pages.map((page) => [page, `web/${page}/main.tsx`]));

/** Styles of the parts that a phone loads when it needs them are files of their own, which the server hands out. */
function partStyles(): Record<string, string> {
  const forms = globSync("web/questions/*/form.css").map((file): [string, string] => [basename(dirname(file)), file]);
  return { ...Object.fromEntries(forms), results: "web/vote/results.css" };
}

/**
 * The browser's half: one entry a page, hashed files, and the manifest by which the Worker names them in its pages.
 * `--mode phone` builds the vote page, by itself and after the others: a phone loads one script, with nothing in it that
 * only other pages need.
 */
export default defineConfig(({ mode }) => {
  const phone = mode === "phone";
  return {
    plugins: phone ? [plainImports, phoneRenderer] : [preact(), plainImports],
    // Calls of `h` are shorter than what a JSX transform of today makes, and a phone loads one maker of nodes.
    ...(phone && {
      oxc: {
        jsx: { runtime: "classic" as const, pragma: "h", pragmaFrag: "Fragment" },
        jsxInject: 'import { Fragment, h } from "preact"',
      },
    }),
    build: {
      outDir: "dist/web",
      emptyOutDir: !phone,
      manifest: phone ? "manifest.phone.json" : "manifest.json",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        preserveEntrySignatures: "allow-extension",
        input: phone ? { vote: "web/vote/main.tsx", ...partStyles() } : entriesOf(screens),
      },
    },
  };
});
