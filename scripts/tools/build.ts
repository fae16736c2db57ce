import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { V4WorkerOptionsShape } from "miniflare";
import { takeExclusively } from "./exclusive-file.ts";
import { inProject, projectRoot, runTool } from "./project.ts";

/** What a build leaves in dist/service.json for the local service: wrangler.toml as Miniflare reads it, and schema.sql. */
export interface ServiceDescription {
  worker: V4WorkerOptionsShape;
  /** One SQL statement each. */
  schema: string[];
}

const inputs = ["worker", "web", "schema.sql", "wrangler.toml", "vite.config.ts", "tsconfig.base.json"];
const tools = ["package-lock.json", "scripts/tools/build.ts", "scripts/tools/phone-renderer.ts"];
const stamp = inProject("dist", "built-from");

/**
 * Builds dist/web (pages), dist/worker (the bundle that Cloudflare would get) and dist/service.json, unless they are of
 * today's sources already. Two builds at once wait for each other.
 */
export async function buildIfNeeded(): Promise<void> {
  const lock = await takeExclusively(inProject("dist", "build.sqlite"), 180_000);
  if (lock === null) throw new Error("Another build has not ended within three minutes.");
  try {
    const sources = hashOfSources();
    if (existsSync(stamp) && readFileSync(stamp, "utf8") === sources) return;
    rmSync(stamp, { force: true });
    console.log("Building the pages and the Worker.");
    await build();
    writeFileSync(stamp, sources);
  } finally {
    lock.release();
  }
}

async function build(): Promise<void> {
  mkdirSync(inProject("dist"), { recursive: true });
  await buildPages();
  rmSync(inProject("dist", "worker"), { recursive: true, force: true });
  const bundle = ["deploy", "--dry-run", "--outdir", "dist/worker"];
  const code = await runTool("wrangler", bundle, { output: "on-failure" });
  if (code !== 0) throw new Error("wrangler deploy --dry-run failed.");
  const description = await describeService();
  writeFileSync(inProject("dist", "service.json"), JSON.stringify(description, null, 2));
}

/** The pages for screens and the phone's page (see vite.config.ts), under one manifest. */
export async function buildPages(): Promise<void> {
  for (const mode of ["production", "phone"]) {
    // What is built is the same for tests, which have their own NODE_ENV, as for visitors.
    const env = { NODE_ENV: "production" };
    const code = await runTool("vite", ["build", "--mode", mode, "--logLevel", "warn"], { env });
    if (code !== 0) throw new Error("vite build failed.");
  }
  const [all, phone] = [inProject("dist", "web", "manifest.json"), inProject("dist", "web", "manifest.phone.json")];
  const entries: unknown[] = [all, phone].map((file) => JSON.parse(readFileSync(file, "utf8")));
  writeFileSync(all, JSON.stringify(Object.assign({}, ...entries), null, 2));
  rmSync(phone);
}

// Wrangler takes over a second to load; only a build pays for it, not every start.
async function describeService(): Promise<ServiceDescription> {
  process.env["CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV"] = "false";
  const wrangler = await import("wrangler");
  const { workerOptions } = wrangler.unstable_getMiniflareWorkerOptions(inProject("wrangler.toml"));
  return {
    worker: workerOptions,
    schema: wrangler.unstable_splitSqlQuery(readFileSync(inProject("schema.sql"), "utf8")),
  };
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of [...inputs, ...tools].flatMap((name) => filesUnder(inProject(name))).sort()) {
    hash
      .update(`${relative(projectRoot, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  return hash.digest("hex");
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return path.endsWith(".tsbuildinfo") ? [] : [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
