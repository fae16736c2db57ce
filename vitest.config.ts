import { cloudflareTest } from "@cloudflare/vitest-plugin";
import preact from "@preact/preset-vite";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/setup/longest-first.ts";

const inWorkerd = testsOf("store", "live", "http");
const endToEnd = testsOf("end-to-end");
const faults = testsOf("faults");

// These start real services and browsers: with time for a slow machine.
const withServices = { testTimeout: 180_000, hookTimeout: 120_000 };

// Shards of four, so that a handful of attendees has several.
const workerdOptions = { cf: false, bindings: { SHARD_CAPACITY: "4" } } as const;

/**
 * Four projects: pure code in Node, then the Worker's parts in workerd, then the whole service as `npm start` runs it, browsed
 * and broken. Orders begin at 1, since vitest puts a project of order 0 last where it has one worker.
 */
export default defineConfig({
  test: {
    // Also on two cores: much of the time is waiting, for workerd to start and for pages to change.
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        plugins: [preact()],
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...inWorkerd, ...endToEnd, ...faults],
          // Property tests take their time on a machine that builds and browses beside them.
          testTimeout: 30_000,
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [preact(), cloudflareTest({ wrangler: { configPath: "./wrangler.toml" }, miniflare: workerdOptions })],
        test: {
          name: "workers",
          include: inWorkerd,
          setupFiles: ["test/setup/database.ts"],
          // Starting workerd anew costs more than most files; each test has a poll of its own.
          isolate: false,
          // Modules kept on the machine's disk are out of workerd's reach.
          fsModuleCache: false,
          testTimeout: 20_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: "end-to-end",
          include: endToEnd,
          globalSetup: "test/setup/chromium.ts",
          sequence: { groupOrder: 3 },
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
