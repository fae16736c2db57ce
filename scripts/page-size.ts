import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { inProject } from "./tools/project.ts";

/** What a phone may load for the vote page, HTML, script and style, compressed, in bytes. */
const BUDGET = 15_000;
// The Worker writes the HTML at each request, with texts and a question in it, and the style inside: this much for those
// without the style.
const KEPT_FOR_HTML = 2_000;

interface Chunk {
  file: string;
  css?: string[];
  imports?: string[];
}

export interface PageSize {
  files: { name: string; bytes: number }[];
  /** Script and style, compressed, in bytes. */
  total: number;
  /** What `total` may be at most, in bytes. */
  limit: number;
}

/** Weighs the built script and style that the entry `page` (such as "web/vote/main.tsx") loads at once. */
export function pageSize(page: string): PageSize {
  const manifest: Record<string, Chunk> = JSON.parse(readFileSync(inProject("dist", "web", "manifest.json"), "utf8"));
  const files = [...filesOf(manifest, page, new Set())].map((name) => ({
    name,
    bytes: gzipSync(readFileSync(inProject("dist", "web", name)), { level: 9 }).byteLength,
  }));
  return { files, total: files.reduce((sum, { bytes }) => sum + bytes, 0), limit: BUDGET - KEPT_FOR_HTML };
}

function filesOf(manifest: Record<string, Chunk>, key: string, found: Set<string>): Set<string> {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`${key} is not in dist/web/manifest.json.`);
  if (found.has(chunk.file)) return found;
  found.add(chunk.file);
  for (const style of chunk.css ?? []) found.add(style);
  for (const next of chunk.imports ?? []) filesOf(manifest, next, found);
  return found;
}

/** Prints the vote page's weight; true where it is within the budget. */
export function reportVotePage(): boolean {
  const { files, total, limit } = pageSize("web/vote/main.tsx");
  for (const { name, bytes } of files) console.log(`  ${String(bytes).padStart(6)}  ${name}`);
  console.log(
    `  ${String(total).padStart(6)}  of ${limit} bytes for script and style, ${KEPT_FOR_HTML} kept for the HTML`,
  );
  // The style stands in the HTML, so a single script keeps it at two requests.
  const scripts = files.filter(({ name }) => name.endsWith(".js"));
  return total <= limit && scripts.length === 1;
}
