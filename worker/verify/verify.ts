/**
 * Checks published results: that the ballots are those that were cast, all of them and no others, and that every tally is
 * theirs. Takes the three files as texts; docs/VERIFYING.md says what it proves. Pure.
 */
import * as v from "valibot";
import { roundName } from "../poll/asking.ts";
import { runName } from "../poll/rehearsal.ts";
import { type QuestionResult, type Results, roundResults } from "../poll/results.ts";
import { rulesOf } from "../questions/registry.ts";
import type { Ballot } from "../questions/tally.ts";
import { areQuestions, askedDigest, contradictions } from "./agreement.ts";
import { type BallotLine, compareBallots } from "./ballots.ts";
import { type ChainRow, Chains } from "./chains.ts";
import type { FileName, Finding, Report } from "./findings.ts";
import { ballotColumns, chainColumns, readRows } from "./read-rows.ts";
import { isTallyOf } from "./recount.ts";

export type Files = { results: string; ballots: string; chain: string };

/** Rows between two looks at the clock, and at whoever waits. */
const rowsPerStep = 500;

/** Yields how far it has come, 0 to 1, often enough for a page to draw between; returns the report. */
export function* verification(files: Files): Generator<number, Report> {
  const results = readResults(files.results);
  const ballots = readRows("ballots.csv", files.ballots, ballotColumns);
  yield 0.1;
  const chain = readRows("chain.csv", files.chain, chainColumns);
  yield 0.2;
  const findings: Finding[] = [...ballots.findings, ...chain.findings];
  const counts = { ballots: ballots.rows.length, casts: chain.rows.length, tallies: 0 };
  if (results === undefined || !areQuestions(results)) {
    return { ...counts, findings: [{ kind: "unreadable", file: "results.json" }, ...findings] };
  }
  const { poll, run, title, status, chain: told, origin } = results;
  const of = { poll, run, title, status, chain: told ?? [], asked: askedDigest(results) };
  if (told === undefined) findings.push({ kind: "no-chain" });
  if (findings.length > 0) return { of, ...counts, findings };

  const ownBallots = ofRun("ballots.csv", ballots.rows, run, findings);
  const chains = new Chains(origin?.poll ?? poll, run, of.chain);
  for (const [index, row] of ofRun<ChainRow>("chain.csv", chain.rows, run, findings).entries()) {
    chains.add(row);
    if (index % rowsPerStep === 0) yield 0.2 + (0.4 * index) / chain.rows.length;
  }
  chains.end();
  findings.push(...chains.findings);
  const comparison = compareBallots(ownBallots, chains.counting());
  let compared = comparison.next();
  for (let index = 0; compared.done !== true; index++, compared = comparison.next()) {
    if (index % rowsPerStep === 0) yield 0.6 + (0.3 * index) / ownBallots.length;
  }
  findings.push(...compared.value);

  const attendees = new Set(ownBallots.map((row) => row.cell("attendee"))).size;
  findings.push(...contradictions(results, attendees).map((place): Finding => ({ kind: "contradiction", place })));
  const counted = byRound(ownBallots, results, findings);
  for (const question of results.questions) {
    for (const { round, tally, definition } of roundResults(question)) {
      const own = counted.get(roundName(question.id, round)) ?? [];
      if (!isTally(() => isTallyOf(tally, definition, own, results.language))) {
        findings.push({ kind: "tally", question: question.id, round });
      }
      counts.tallies += 1;
      yield 0.9 + (0.1 * counts.tallies) / (2 * results.questions.length);
    }
  }
  return { of, ...counts, findings };
}

/** All at once. */
export function verify(files: Files): Report {
  const steps = verification(files);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

const resultsShape = v.looseObject({
  poll: v.string(),
  run: v.number(),
  title: v.string(),
  status: v.string(),
  language: v.string(),
  questions: v.array(v.looseObject({ id: v.string(), definition: v.looseObject({}), tally: v.looseObject({}) })),
  chain: v.optional(v.array(v.object({ shard: v.number(), casts: v.number(), head: v.string() }))),
  origin: v.optional(v.looseObject({ poll: v.string() })),
});

/** What its own shape says no more of is looked at where it is counted. */
function readResults(text: string): Results | undefined {
  try {
    const results: Results = JSON.parse(text);
    return v.safeParse(resultsShape, results).success ? results : undefined;
  } catch {
    return undefined;
  }
}

/** A tally that no rules understand is none. */
function isTally(compare: () => boolean): boolean {
  try {
    return compare();
  } catch {
    return false;
  }
}

/** The rows of that run; others are found fault with. */
function ofRun<R extends { line: number; cell: (column: "run") => string }>(
  file: FileName,
  rows: readonly R[],
  run: number,
  findings: Finding[],
): R[] {
  const name = String(runName(run));
  return rows.filter((row) => {
    const own = row.cell("run") === name;
    if (!own) findings.push({ kind: "other-run", file, line: row.line });
    return own;
  });
}

/** Exported name of a question's round → its ballots. */
function byRound(rows: readonly BallotLine[], { questions }: Results, findings: Finding[]): Map<string, Ballot[]> {
  const known = new Map<string, { result: QuestionResult; ballots: Ballot[] }>();
  for (const result of questions) {
    for (const { round } of roundResults(result)) known.set(roundName(result.id, round), { result, ballots: [] });
  }
  const accepts = new Map(
    questions.map(({ id, definition }) => [id, rulesOf(definition.type).answerSchema(definition)] as const),
  );
  for (const row of rows) {
    const found = known.get(row.cell("question"));
    const schema = accepts.get(found?.result.id ?? "");
    if (found === undefined || schema === undefined) {
      findings.push({ kind: "no-question", line: row.line });
      continue;
    }
    const answer = json(row.cell("answer"));
    const parsed = v.safeParse(v.nullable(schema), answer);
    const at = Date.parse(row.cell("cast_at"));
    if (parsed.success && !Number.isNaN(at)) {
      found.ballots.push({ attendee: row.cell("attendee"), answer: parsed.output, at });
    } else findings.push({ kind: "invalid", line: row.line });
  }
  return new Map([...known].map(([name, { ballots }]) => [name, ballots]));
}

/** Undefined, which is no answer, where it is no JSON. */
function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
