/** How an account's zip is laid out. */
import * as v from "valibot";
import { labelUpTo } from "../../questions/schema.ts";
import { limits } from "../../shared/limits.ts";

export const accountFile = "account.json";
export const accountFormat = "handupp-account-1";

const runFiles = ["results.json", "ballots.csv", "chain.csv"] as const;
export type RunFile = (typeof runFiles)[number];

/** What another version has added is let pass. */
export const accountListSchema = v.object({
  format: v.literal(accountFormat, `must be ${accountFormat}`),
  exportedAt: v.string(),
  polls: v.pipe(
    v.array(
      v.object({
        path: v.pipe(v.string(), v.regex(/^polls\/\d{1,6}$/, "must be a folder such as polls/0001")),
        title: v.string(),
        folder: v.nullable(labelUpTo(limits.nameLength)),
      }),
    ),
    v.maxLength(limits.importedPolls, `takes at most ${limits.importedPolls}`),
  ),
});

export type AccountList = v.InferOutput<typeof accountListSchema>;

/** Which file of the layout a name is; `path` is the poll's folder. */
export type ZipPlace =
  | { kind: "list" }
  | { kind: "poll"; path: string }
  | { kind: "run"; path: string; run: number; file: RunFile };

export function pollFile(path: string): string {
  return `${path}/poll.json`;
}

export function runFile(path: string, run: number, file: RunFile): string {
  return `${path}/run-${run}/${file}`;
}

/** Undefined where it is none of the layout's. */
export function placeOf(name: string): ZipPlace | undefined {
  if (name === accountFile) return { kind: "list" };
  const [, path = "", rest = ""] = /^(polls\/\d{1,6})\/(.+)$/.exec(name) ?? [];
  if (path === "") return undefined;
  if (rest === "poll.json") return { kind: "poll", path };
  const [, run, last] = /^run-([1-9]\d{0,5})\/(.+)$/.exec(rest) ?? [];
  const file = runFiles.find((one) => one === last);
  return file === undefined ? undefined : { kind: "run", path, run: Number(run), file };
}

/** How large the file may be, as it comes out; undefined where it is none of the layout's. */
export function largestFile(name: string): number | undefined {
  const place = placeOf(name);
  switch (place?.kind) {
    case undefined:
      return undefined;
    case "list":
      return limits.importedListBytes;
    case "poll":
      return limits.definitionBytes;
    case "run":
      return limits.importedRunBytes;
  }
}
