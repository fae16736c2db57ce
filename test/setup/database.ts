/** Before each test file in workerd: its own D1 gets its tables, and the Worker is loaded, which no test's time is for. */
import { env, exports } from "cloudflare:workers";
import schema from "../../schema.sql?raw";

// One statement at a time, since D1's `exec` goes by lines.
const statements = schema
  .replaceAll(/--.*$/gm, "")
  .split(";")
  .map((statement) => statement.trim())
  .filter((statement) => statement !== "");

await env.DB.batch(statements.map((statement) => env.DB.prepare(statement)));
await exports.default.fetch("https://handupp.test/healthz");
