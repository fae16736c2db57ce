import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../scripts/tools/project.ts";

// The house, as docs/ARCHITECTURE.md draws it: imports go down only, and phones load nothing that is not theirs.

interface Import {
  /** The importing file, from the project's top. */
  from: string;
  /** The imported file, from the project's top, or a package's name. */
  to: string;
  /** Gone after compiling: `import type`, `export type`. */
  typeOnly: boolean;
}

const MAX_LINES = 300;
const FLOORS: Record<string, number> = {
  shared: 0,
  questions: 1,
  poll: 2,
  verify: 2,
  export: 2,
  store: 3,
  live: 4,
  http: 5,
};
const PLATFORM_FLOOR = 3;
const TOP_FLOOR = 6;
// Workers are default exports; the bench has one of its own to compare with.
const DEFAULT_EXPORT_ALLOWED = new Set(["worker/index.ts", "test/bench/baselines/ack-only.ts"]);
const NOT_ON_PHONES = ["uqr", "valibot", "@valibot/to-json-schema", "hono", "naughty-words"];

const sources = ["worker", "web", "scripts", "test"].flatMap((folder) => filesUnder(folder));
const code = sources.filter((file) => /\.(ts|tsx|mjs)$/.test(file));
const texts = new Map(code.map((file) => [file, readFileSync(join(projectRoot, file), "utf8")]));
const imports = code.flatMap(importsOf);

function filesUnder(folder: string): string[] {
  const path = join(projectRoot, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".tsbuildinfo"))
    .map((entry) => relative(projectRoot, join(entry.parentPath, entry.name)));
}

/** Static and dynamic imports and re-exports; good enough for code that a formatter has laid out. */
function importsOf(from: string): Import[] {
  const text = textOf(from);
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s+)?([^"';]*?\sfrom\s+)?"([^"]+)"/gm);
  const dynamic = text.matchAll(/\bimport\("([^"]+)"\)/g);
  return [
    ...[...statements].map(([, type, names = "", target = ""]) => ({
      from,
      to: place(from, target),
      typeOnly: type !== undefined || allNamesAreTypes(names),
    })),
    ...[...dynamic].map(([, target = ""]) => ({ from, to: place(from, target), typeOnly: false })),
  ];
}

function textOf(file: string): string {
  return texts.get(file) ?? "";
}

function allNamesAreTypes(names: string): boolean {
  const listed = /^\{([^}]*)\}/.exec(names.trim())?.[1];
  return listed?.split(",").every((name) => name.trim() === "" || name.trim().startsWith("type ")) ?? false;
}

function place(from: string, target: string): string {
  if (target.startsWith(".")) return relative(projectRoot, resolve(projectRoot, dirname(from), target));
  const parts = target.split("/");
  return parts.slice(0, target.startsWith("@") ? 2 : 1).join("/");
}

function floorOf(file: string): number | null {
  const [top, folder = "", ...rest] = file.split("/");
  if (top !== "worker") return null;
  return rest.length === 0 ? TOP_FLOOR : (FLOORS[folder] ?? null);
}

function told({ from, to }: Import): string {
  return `${from} → ${to}`;
}

/** `env.ts` names the bindings; the floors that have a platform may know its type. */
function isUpward({ from, to }: Import): boolean {
  const [own, other] = [floorOf(from), floorOf(to)];
  if (own === null || other === null) return false;
  if (to === "worker/env.ts" && own >= PLATFORM_FLOOR) return false;
  return other > own;
}

/** What the entry loads when it runs, with how it gets there. */
function reachable(entry: string): Map<string, string> {
  const ways = new Map([[entry, entry]]);
  const waiting = [entry];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const next of imports) {
      if (next.from !== file || next.typeOnly || ways.has(next.to)) continue;
      ways.set(next.to, `${ways.get(file)} → ${next.to}`);
      waiting.push(next.to);
    }
  }
  return ways;
}

describe("the floors of the Worker", () => {
  test("every folder has its floor", () => {
    const unknown = sources.filter((file) => file.startsWith("worker/") && file.split("/").length > 2);
    expect(unknown.filter((file) => floorOf(file) === null)).toEqual([]);
  });

  test("imports go down only", () => {
    expect(imports.filter(isUpward).map(told)).toEqual([]);
  });

  test("pure floors know no platform", () => {
    const platform = /^(cloudflare:.*|node:.*|hono|miniflare|wrangler|preact.*)$/;
    const pure = imports.filter(({ from }) => (floorOf(from) ?? TOP_FLOOR) < PLATFORM_FLOOR);
    expect(pure.filter(({ to }) => platform.test(to)).map(told)).toEqual([]);
  });
});

describe("the border between web and worker", () => {
  test("the web takes from the Worker: shared freely, of questions and poll types only, of the rest nothing", () => {
    const crossings = imports.filter(({ from, to }) => from.startsWith("web/") && to.startsWith("worker/"));
    const wrong = crossings.filter(({ from, to, typeOnly }) => {
      const floor = floorOf(to) ?? TOP_FLOOR;
      // Whoever checks results counts as the service does; the check comes when somebody asks for it.
      if (from.startsWith("web/verify/") && to.startsWith("worker/verify/")) return false;
      return floor > 0 && !(typeOnly && /^worker\/(questions|poll|verify)\//.test(to));
    });
    expect(wrong.map(told)).toEqual([]);
  });

  test("only the Worker's page rendering takes from the web", () => {
    const crossings = imports.filter(({ from, to }) => from.startsWith("worker/") && to.startsWith("web/"));
    expect(crossings.filter(({ from }) => !from.startsWith("worker/http/")).map(told)).toEqual([]);
  });

  test("the connection knows no Preact", () => {
    const own = imports.filter(({ from }) => from.startsWith("web/connection/"));
    expect(own.filter(({ to }) => to.startsWith("preact") || to.endsWith(".tsx")).map(told)).toEqual([]);
  });

  test("the product never takes from scripts or tests", () => {
    const product = imports.filter(({ from }) => /^(worker|web)\//.test(from));
    expect(product.filter(({ to }) => /^(scripts|test)\//.test(to)).map(told)).toEqual([]);
  });
});

describe("the phone's page", () => {
  const ways = reachable("web/vote/main.tsx");

  test.each(NOT_ON_PHONES)("does not load %s", (name) => {
    expect(ways.get(name)).toBeUndefined();
  });

  test("loads no chart", () => {
    expect([...ways].filter(([file]) => file.startsWith("web/charts/")).map(([, way]) => way)).toEqual([]);
  });

  test("loads nothing of what checks results", () => {
    const checks = [...ways].filter(([file]) => /^(web|worker)\/verify\//.test(file));
    expect(checks.map(([, way]) => way)).toEqual([]);
  });

  test("is followed through the whole of its code", () => {
    const broken = [...ways.keys()].filter((file) => /^(web|worker)\//.test(file) && !sources.includes(file));
    expect(broken).toEqual([]);
  });
});

describe("files", () => {
  test("are named in kebab-case", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*$/;
    const wrong = sources.filter((file) => !file.split(/[/.]/).every((part) => kebab.test(part)));
    expect(wrong).toEqual([]);
  });

  test("have names that say something", () => {
    expect(sources.filter((file) => /(^|\/)(utils?|helpers?|misc|common)(\.|\/|$)/.test(file))).toEqual([]);
  });

  test(`have at most ${MAX_LINES} lines`, () => {
    const long = code.filter((file) => textOf(file).split("\n").length - 1 > MAX_LINES);
    expect(long).toEqual([]);
  });

  test("have no default export but the Worker and configurations", () => {
    const withDefault = code.filter((file) => /^export (default|\{[^}]*\bas default\b)/m.test(textOf(file)));
    expect(withDefault.filter((file) => !DEFAULT_EXPORT_ALLOWED.has(file))).toEqual([]);
  });

  test("put no text from people into HTML unescaped", () => {
    const product = code.filter((file) => /^(web|worker)\//.test(file));
    expect(product.filter((file) => textOf(file).includes("dangerouslySetInnerHTML"))).toEqual([]);
  });
});
