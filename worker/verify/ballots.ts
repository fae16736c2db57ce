/** The lines of ballots.csv against the entries that count: each has to be the ballot that was cast, in its place. */
import { exportedName } from "../poll/asking.ts";
import { ballotDigest } from "../poll/cast-chain.ts";
import type { Counting } from "./chains.ts";
import type { Finding } from "./findings.ts";
import type { ballotColumns, Row } from "./read-rows.ts";

export type BallotLine = Row<(typeof ballotColumns)[number]>;

type Placed = { row: BallotLine; at: number };

/** `expected` in the order of casting. Yields after each line. */
export function* compareBallots(
  rows: readonly BallotLine[],
  expected: readonly Counting[],
): Generator<undefined, Finding[]> {
  const places = new Map(expected.map((entry, at) => [nameOf(exportedName(entry.asking), entry.attendee), at]));
  const findings: Finding[] = [];
  const placed: Placed[] = [];
  const strangers: BallotLine[] = [];
  const taken = new Set<number>();
  for (const row of rows) {
    const at = places.get(nameOf(row.cell("question"), row.cell("attendee")));
    const entry = at === undefined || taken.has(at) ? undefined : expected[at];
    if (at === undefined || entry === undefined) strangers.push(row);
    else {
      taken.add(at);
      placed.push({ row, at });
      if (!isOf(row, entry)) findings.push({ kind: "altered", line: row.line, chainLine: entry.line });
    }
    yield;
  }
  for (const line of outOfOrder(placed)) findings.push({ kind: "moved", line });
  findings.push(...unmatched(rows, expected, placed, strangers, taken));
  return findings;
}

export function nameOf(question: string, attendee: string): string {
  return `${question} ${attendee}`;
}

function isOf(row: BallotLine, { digest, salt }: Counting): boolean {
  const [question, attendee, answer] = [row.cell("question"), row.cell("attendee"), row.cell("answer")];
  return ballotDigest({ question, attendee, answer, castAt: row.cell("cast_at"), salt }) === digest;
}

/** A line that is nobody's in the place of a ballot that has no line is that ballot with another name. */
function unmatched(
  rows: readonly BallotLine[],
  expected: readonly Counting[],
  placed: readonly Placed[],
  strangers: readonly BallotLine[],
  taken: ReadonlySet<number>,
): Finding[] {
  const lineOf = new Map(placed.map(({ row, at }) => [at, row.line]));
  const left = new Map(strangers.map((row) => [row.line, row]));
  const last = rows.at(-1)?.line ?? 1;
  const findings: Finding[] = [];
  for (const [at, { line: chainLine }] of expected.entries()) {
    if (taken.has(at)) continue;
    const line = (at === 0 ? 1 : (lineOf.get(at - 1) ?? last)) + 1;
    lineOf.set(at, line);
    if (left.delete(line)) findings.push({ kind: "altered", line, chainLine });
    else {
      findings.push({ kind: "removed", line, chainLine });
      lineOf.set(at, line - 1);
    }
  }
  for (const line of left.keys()) findings.push({ kind: "added", line });
  return findings;
}

/** As few lines as have to be taken out for the others to stand in the order of casting. */
function outOfOrder(placed: readonly Placed[]): number[] {
  // The longest rising sequence, by patience sorting: `ends[n]` is where the one of n + 1 that ends lowest does.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  const atOf = (index: number | undefined) => placed[index ?? -1]?.at ?? -1;
  for (const [index, { at }] of placed.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (atOf(ends[middle]) < at) low = middle + 1;
      else high = middle;
    }
    before[index] = ends[low - 1];
    ends[low] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before[index]) kept.add(index);
  return placed.flatMap(({ row }, index) => (kept.has(index) ? [] : [row.line]));
}
