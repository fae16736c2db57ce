import { cloudflareTest } from "@cloudflare/vitest-plugin";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";

const inWorkerd = testsOf("store", "live", "http");
const endToEnd = testsOf("end-to-end");
/** Minutes of pictures and frames, so that the whole check keeps within a quarter of an hour: with `EVERY_TEST=yes` alone. */
const longOnes = process.env.EVERY_TEST === "yes" ? [] : ["pictures", "embed", "phone-parts"];
const faults = testsOf("faults");

// These start real services and browsers: one file at a time, with time for a slow machine.
const withServices = { fileParallelism: false, testTimeout: 180_000, hookTimeout: 120_000 };

// Shards of four, so that a handful of attendees has several.
const workerdOptions = { cf: false, bindings: { SHARD_CAPACITY: "4" } } as const;

/** Four projects: pure code in Node, the Worker's parts in workerd, and the whole service as `npm start` runs it. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact()],
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...inWorkerd, ...endToEnd, ...faults],
          // Property tests take their time on a machine that builds and browses beside them.
          testTimeout: 30_000,
          sequence: { groupOrder: 0 },
        },
      },
      {
        plugins: [preact(), cloudflareTest({ wrangler: { configPath: "./wrangler.toml" }, miniflare: workerdOptions })],
        test: {
          name: "workers",
          include: inWorkerd,
          setupFiles: ["test/setup/database.ts"],
          // Modules kept on the machine's disk are out of workerd's reach.
          fsModuleCache: false,
          testTimeout: 20_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: "end-to-end",
          include: endToEnd,
          exclude: longOnes.map((name) => `test/end-to-end/${name}.test.ts`),
          globalSetup: "test/setup/chromium.ts",
          sequence: { groupOrder: 2 },
          ...withServices,
        },
      },
      { test: { name: "faults", include: faults, sequence: { groupOrder: 3 }, ...withServices } },
    ],
  },
});

function testsOf(...folders: string[]): string[] {
  return folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);
}
