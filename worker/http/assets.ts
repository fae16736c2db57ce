/** The built pages' files, by the manifest that the build leaves beside them. */
import type { Env } from "../env.ts";

type ManifestEntry = { file: string; css?: string[]; imports?: string[] };
type Manifest = Record<string, ManifestEntry>;

export type PageAssets = { script: string; preload: string[]; styles: string[] };

let manifest: Promise<Manifest> | undefined;
const texts = new Map<string, Promise<string>>();

/** The script, its static imports and styles of one page, as paths from the root. */
export async function pageAssets(env: Env, page: string): Promise<PageAssets> {
  manifest ??= readText(env, "manifest.json").then((text): Manifest => JSON.parse(text));
  const known = await manifest;
  const entry = known[`web/${page}/main.tsx`];
  if (entry === undefined) throw new Error(`the build has no page ${page}`);
  const reached = reach(known, entry, new Set());
  return {
    script: `/${entry.file}`,
    preload: [...reached].filter((other) => other !== entry).map(({ file }) => `/${file}`),
    styles: [...new Set([...reached].flatMap(({ css }) => css ?? []))].map((file) => `/${file}`),
  };
}

/** A built file's text; kept, since it never changes within a deployment. */
export function assetText(env: Env, path: string): Promise<string> {
  let text = texts.get(path);
  if (text === undefined) {
    text = readText(env, path.slice(1));
    texts.set(path, text);
  }
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

async function readText(env: Env, path: string): Promise<string> {
  const response = await env.ASSETS.fetch(`https://assets.invalid/${path}`);
  if (!response.ok) throw new Error(`the build lacks ${path}`);
  return response.text();
}
