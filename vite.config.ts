import preact from "@preact/preset-vite";
import { defineConfig } from "vite";

const pages = ["home", "vote", "present", "organise", "results"];

/** The browser's half: one entry a page, hashed files, and the manifest by which the Worker names them in its pages. */
export default defineConfig({
  plugins: [preact()],
  build: {
    outDir: "dist/web",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: Object.fromEntries(pages.map((page) => [page, `web/${page}/main.tsx`])) },
  },
});
