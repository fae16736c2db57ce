import { watch } from "node:fs";
import { buildPages } from "./tools/build.ts";
import { inProject, runTool } from "./tools/project.ts";

// The pages are rebuilt here at each change, the Worker by Wrangler; reload the browser to see it. State in .wrangler/.
await buildPages();
const database = ["d1", "execute", "DB", "--local", "--file", "schema.sql"];
if ((await runTool("wrangler", database, { output: "on-failure" })) !== 0) process.exit(1);

let building = false;
let changed = false;

async function rebuild(): Promise<void> {
  changed = true;
  if (building) return;
  building = true;
  while (changed) {
    changed = false;
    await buildPages().catch((error: unknown) => console.error(error instanceof Error ? error.message : String(error)));
  }
  building = false;
}

for (const folder of ["web", "worker/shared"]) {
  watch(inProject(folder), { recursive: true }, () => void rebuild());
}
const address = ["--ip", process.env["HOST"] || "127.0.0.1", "--port", process.env["PORT"] || "8787"];
process.exit(await runTool("wrangler", ["dev", ...address], { asks: true }));
