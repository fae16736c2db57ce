import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inProject } from "../../scripts/tools/project.ts";
import { choice } from "../questions/questions.ts";
import { SealedRun } from "../verify/sealed-run.ts";

// As somebody who has been handed the files runs it.

let folder: string;
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "handupp-verify-"));
  const definition = { title: "Träff", language: "sv", settings: { blockList: true }, questions: [choice] };
  const cast = (attendee: string) => ({ shard: 0, attendee, key: "c", answer: { choices: ["a"] } });
  const files = await new SealedRun(definition, 1, ["anna", "bo"].map(cast)).files();
  write("results.json", files.results);
  write("ballots.csv", files.ballots);
  write("chain.csv", files.chain);
  write("other-ballots.csv", files.ballots.replace(",anna,", ",hilda,"));
});

afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: string[]): Promise<{ code: number; out: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ["--no-warnings", inProject("scripts", "verify.ts"), ...args], (error, out, err) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, out: out + err });
    });
  });
}

test("says in words that all is as it should be, or which line is not, and tells programs by its exit code", async () => {
  const fine = await run(folder);
  expect(fine).toMatchObject({ code: 0, out: expect.stringContaining("All is as it should be") });
  expect(fine.out).toContain("Träff, run 1 (closed) of poll poll1");
  const named = ["results.json", "other-ballots.csv", "chain.csv"].map((name) => join(folder, name));
  expect(await run(...named)).toMatchObject({
    code: 1,
    out: expect.stringContaining("ballots.csv, line 2: is not what"),
  });
  expect(await run(...named.slice(0, 2))).toMatchObject({ code: 2, out: expect.stringContaining("no chain.csv") });
  expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining("npm run verify -- FOLDER") });
});
