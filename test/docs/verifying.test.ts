import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { inProject } from "../../scripts/tools/project.ts";
import { resultsOf } from "../../worker/poll/results.ts";
import { verify } from "../../worker/verify/verify.ts";
import { choice } from "../questions/questions.ts";

// The worked example of docs/VERIFYING.md is what the code does.

const document = readFileSync(inProject("docs", "VERIFYING.md"), "utf8");
const block = (name: string) => new RegExp(`\`${name}\`\n\`\`\`\n(.*?)\`\`\``, "s").exec(document)?.[1] ?? "";

test("its shell commands print what stands below them", () => {
  const commands = [...document.matchAll(/^\$ (printf .*)\n([0-9a-f]{64})$/gm)];
  expect(commands).toHaveLength(5);
  for (const [, command = "", printed = ""] of commands) {
    expect(execFileSync("sh", ["-c", command], { encoding: "utf8" }), command).toContain(printed);
  }
});

test("its files pass, with the head that it tells", () => {
  const options = ["red", "blue"].map((id) => ({ id, text: id }));
  const question = { ...choice, id: "colour", skippable: false, options };
  const definition = { title: "Färger", language: "sv", settings: { blockList: true }, questions: [question] };
  const facts = { poll: "poll1", run: 1, status: "closed" as const, joined: 2, now: 0 };
  const chain: unknown = JSON.parse(/`"chain": (.*?)`/.exec(document)?.[1] ?? "");
  const results = resultsOf(definition, {}, [], facts);
  const [result] = results.questions;
  const tally = { counts: { red: 1, blue: 1 }, answered: 2 };
  const files = {
    results: JSON.stringify({ ...results, chain, questions: [{ ...result, answered: 2, tally }] }),
    ballots: block("ballots.csv"),
    chain: block("chain.csv"),
  };
  expect(verify(files)).toMatchObject({ findings: [], ballots: 2, casts: 3 });
  const altered = { ...files, ballots: files.ballots.replace("red", "blue") };
  expect(verify(altered).findings).toContainEqual({ kind: "altered", line: 2, chainLine: 3 });
});
