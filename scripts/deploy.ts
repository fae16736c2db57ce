import { buildIfNeeded } from "./tools/build.ts";
import { runTool } from "./tools/project.ts";

// To Cloudflare, as wrangler.toml says: the tables first, so that the new Worker finds them.
await buildIfNeeded();
const tables = await runTool("wrangler", ["d1", "execute", "DB", "--remote", "--file", "schema.sql"], { asks: true });
if (tables !== 0) process.exit(tables);
process.exit(await runTool("wrangler", ["deploy"], { asks: true }));
