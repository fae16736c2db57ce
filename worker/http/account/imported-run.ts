/** One run of an account's zip: taken as closed, and only where its files agree with each other. Pure. */
import { type Schema, Validator } from "@cfworker/json-schema";
import { exportedName } from "../../poll/asking.ts";
import { contextOf, type Definition } from "../../poll/definition.ts";
import { type QuestionResult, type Results, roundResults } from "../../poll/results.ts";
import { emptyTally, showTally } from "../../questions/tally.ts";
import { isPlainObject } from "../../shared/plain-object.ts";
import { type FieldError, fieldError, ok, type Result, refuse } from "../../shared/result.ts";
import type { StoredCast } from "../../store/ballot-store.ts";
import { type BallotLine, nameOf } from "../../verify/ballots.ts";
import type { Finding } from "../../verify/findings.ts";
import { ballotColumns, chainColumns, readRows } from "../../verify/read-rows.ts";
import { type Files, verify } from "../../verify/verify.ts";
import { readDefinition } from "../new-poll.ts";
import { componentSchemas, ref, schemaName } from "../openapi/schemas.ts";
import type { RunFile } from "./account-zip.ts";

export type RunFiles = Partial<Record<RunFile, string>>;

/** `chains`: by shard; there where the ballots have come, too. */
export type ImportedRun = { results: Results; chains?: Map<number, StoredCast[]> };

/** Undefined where the run was not closed: what it had come to is no result. Paths of errors are names of files. */
export function importedRun(run: number, files: RunFiles): Result<ImportedRun | undefined, FieldError[]> {
  const results = resultsIn(run, files["results.json"]);
  if (!results.ok) return results;
  if (results.value.status !== "closed") return ok(undefined);
  const { "ballots.csv": ballots, "chain.csv": chain } = files;
  if (ballots === undefined || chain === undefined || results.value.chain === undefined) {
    return ok({ results: results.value });
  }
  const whole: Files = { results: files["results.json"] ?? "", ballots, chain };
  const { findings } = verify(whole);
  if (findings.length > 0) return refuse(findings.map(told));
  return ok({ results: results.value, chains: chainsIn(whole) });
}

function resultsIn(run: number, text: string | undefined): Result<Results, FieldError[]> {
  const wrong = (place: string, message: string) =>
    refuse([fieldError(`results.json${place === "" ? "" : `: ${place}`}`, "results", message)]);
  if (text === undefined) return wrong("", "is not there");
  let results: Results;
  try {
    results = JSON.parse(text);
  } catch {
    return wrong("", "is not JSON");
  }
  const fault = faultIn(results, "Results");
  if (fault !== undefined) return wrong(fault, "is not what results have there");
  if (results.run !== run) return wrong("run", `must be ${run}, as its folder says`);
  const questions = results.questions.map(({ definition }) => definition);
  const definition = readDefinition({ title: results.title, language: results.language, questions });
  if (!definition.ok) {
    return refuse(
      definition.error.map(({ path, rule, message }) => fieldError(`results.json: ${path}`, rule, message)),
    );
  }
  for (const [index, result] of results.questions.entries()) {
    const message = faultInQuestion(result, definition.value, index);
    if (message !== undefined) return wrong(`questions.${index}`, message);
  }
  return ok(results);
}

/** The question's own parts have to fit each other: pages count on every option to have its figure. */
function faultInQuestion(result: QuestionResult, definition: Definition, index: number): string | undefined {
  const question = definition.questions[index];
  if (question?.id !== result.id || question.type !== result.type) return "is not the question of its definition";
  const empty = showTally(emptyTally(question), question, contextOf(definition));
  for (const { tally } of roundResults(result)) {
    const fault = faultIn(tally, schemaName(question.type, "Tally"));
    if (fault !== undefined) return `has no ${fault} of its type in a tally`;
    if (!hasAllOf(tally, empty)) return "has a tally of other options";
  }
  return undefined;
}

/** Whether every key of `wanted` is in `given`, too, however deep. */
function hasAllOf(given: unknown, wanted: unknown): boolean {
  if (!isPlainObject(wanted)) return true;
  return (
    isPlainObject(given) &&
    Object.entries(wanted).every(([key, value]) => Object.hasOwn(given, key) && hasAllOf(given[key], value))
  );
}

/** Where `value` is not what the published schema of that name says; undefined where it is. */
function faultIn(value: unknown, name: string): string | undefined {
  validators.schemas ??= componentSchemas();
  const schema: Schema = { ...ref(name), components: { schemas: validators.schemas } };
  const validator = validators.known.get(name) ?? new Validator(schema, "2020-12");
  validators.known.set(name, validator);
  const { valid, errors } = validator.validate(value);
  if (valid) return undefined;
  return errors.at(-1)?.instanceLocation.replace(/^#\/?/, "").replaceAll("/", ".") ?? "";
}

/** Made at the first import: they take longer than most calls. */
const validators: { schemas?: Record<string, object>; known: Map<string, Validator> } = { known: new Map() };

/** By shard, in order; the ballots that count stand in the line of their cast. Files that have been verified. */
function chainsIn({ ballots, chain }: Files): Map<number, StoredCast[]> {
  const lines = new Map<string, BallotLine>();
  for (const row of readRows("ballots.csv", ballots, ballotColumns).rows) {
    lines.set(nameOf(row.cell("question"), row.cell("attendee")), row);
  }
  const chains = new Map<number, StoredCast[]>();
  for (const row of readRows("chain.csv", chain, chainColumns).rows) {
    const shard = Number(row.cell("shard"));
    const asking = row.cell("asking");
    const attendee = row.cell("attendee");
    const ballot = attendee === "" ? undefined : lines.get(nameOf(exportedName(asking), attendee));
    const casts = chains.get(shard) ?? [];
    chains.set(shard, casts);
    casts.push({
      number: Number(row.cell("number")),
      asking,
      replaces: row.cell("replaces") === "" ? null : Number(row.cell("replaces")),
      digest: row.cell("digest"),
      ...(ballot === undefined
        ? {}
        : {
            ballot: {
              attendee,
              answer: ballot.cell("answer"),
              castAt: Date.parse(ballot.cell("cast_at")),
              salt: row.cell("salt"),
            },
          }),
    });
  }
  return chains;
}

function told(finding: Finding): FieldError {
  return fieldError(placeOf(finding), "verify", `doesn't fit what was cast (${finding.kind})`);
}

function placeOf(finding: Finding): string {
  switch (finding.kind) {
    case "unreadable":
    case "other-run":
      return finding.line === undefined ? finding.file : `${finding.file}: line ${finding.line}`;
    case "contradiction":
      return `results.json: ${finding.place}`;
    case "no-chain":
      return "results.json: chain";
    case "altered":
    case "added":
    case "removed":
    case "moved":
    case "invalid":
    case "no-question":
      return `ballots.csv: line ${finding.line}`;
    case "wrong-entry":
      return `chain.csv: line ${finding.chainLine}`;
    case "other-head":
    case "other-length":
      return `chain.csv: shard ${finding.shard}`;
    case "tally":
      return `results.json: ${finding.question}`;
  }
}
