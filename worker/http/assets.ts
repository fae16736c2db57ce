/** The built pages' files, by the manifest that the build leaves beside them. */
import type { VotePart } from "../../web/ui/page-state.ts";
import type { Env } from "../env.ts";
import type { QuestionType } from "../questions/registry.ts";

type ManifestEntry = { file: string; css?: string[]; imports?: string[] };
type Manifest = Record<string, ManifestEntry>;

export type PageAssets = { script: string; preload: string[]; styles: string[] };

const texts = new Map<string, string>();
let manifest: Manifest | undefined;

/** The script, its static imports and styles of one page, as paths from the root. */
export async function pageAssets(env: Env, page: string): Promise<PageAssets> {
  const known = await readManifest(env);
  const entry = known[`web/${page}/main.tsx`];
  if (entry === undefined) throw new Error(`the build has no page ${page}`);
  const reached = reach(known, entry, new Set());
  return {
    script: `/${entry.file}`,
    preload: [...reached].filter((other) => other !== entry).map(({ file }) => `/${file}`),
    styles: [...new Set([...reached].flatMap(({ css }) => css ?? []))].map((file) => `/${file}`),
  };
}

/** The scripts of a question type's form, as paths from the root. */
export async function partScripts(env: Env, part: QuestionType): Promise<string[]> {
  const known = await readManifest(env);
  const script = known[`web/questions/${part}/form.tsx`];
  if (script === undefined) throw new Error(`the build has no script of ${part}`);
  return [...reach(known, script, new Set())].map(({ file }) => `/${file}`);
}

/** The text of a part's styles, empty where it has none. */
export async function partStyles(env: Env, part: VotePart): Promise<string> {
  const known = await readManifest(env);
  const styles = known[part === "results" ? "web/vote/results.css" : `web/questions/${part}/form.css`];
  return styles === undefined ? "" : assetText(env, `/${styles.file}`);
}

/** Parsed once, not for each of the thousands of phones that open the page at the same moment. */
async function readManifest(env: Env): Promise<Manifest> {
  const parsed: Manifest = manifest ?? JSON.parse(await assetText(env, "/manifest.json"));
  manifest = parsed;
  return parsed;
}

/** A built file's text; kept, since it never changes within a deployment. */
export async function assetText(env: Env, path: string): Promise<string> {
  const known = texts.get(path);
  if (known !== undefined) return known;
  const response = await env.ASSETS.fetch(`https://assets.invalid${path}`);
  if (!response.ok) throw new Error(`the build lacks ${path}`);
  const text = await response.text();
  texts.set(path, text);
  return text;
}

function reach(manifest: Manifest, entry: ManifestEntry, found: Set<ManifestEntry>): Set<ManifestEntry> {
  found.add(entry);
  for (const name of entry.imports ?? []) {
    const imported = manifest[name];
    if (imported !== undefined && !found.has(imported)) reach(manifest, imported, found);
  }
  return found;
}
