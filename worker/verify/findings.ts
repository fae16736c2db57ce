/** What a check of published results can come to, as data: pages and the terminal put it into words. */
import type { ShardChain } from "../poll/results.ts";

export type FileName = "results.json" | "ballots.csv" | "chain.csv";

/** `line` counts from 1, the heads of the columns; it is one of ballots.csv unless the finding says another file. */
export type Finding =
  /** It is not the file that its name says. */
  | { kind: "unreadable"; file: FileName; line?: number }
  /** The line belongs to another run than the results. */
  | { kind: "other-run"; file: FileName; line: number }
  /** The place of results.json says something else than the rest of it, or than the ballots. */
  | { kind: "contradiction"; place: string }
  /** The results are of before there were chains. */
  | { kind: "no-chain" }
  /** Not what was cast: it doesn't fit `chainLine` of chain.csv. */
  | { kind: "altered"; line: number; chainLine: number }
  /** No such ballot was cast. */
  | { kind: "added"; line: number }
  /** The ballot of `chainLine` should stand here. */
  | { kind: "removed"; line: number; chainLine: number }
  /** It was cast at another time than its place says. */
  | { kind: "moved"; line: number }
  /** The entry is not one that can stand there: its number, or what it takes the place of. */
  | { kind: "wrong-entry"; chainLine: number }
  /** The chain doesn't end as the results say: one of its entries is another. */
  | { kind: "other-head"; shard: number }
  /** The chain lacks entries that the results have counted, or has such as they have not. */
  | { kind: "other-length"; shard: number; found: number; told: number }
  /** The answer is none that the question takes. */
  | { kind: "invalid"; line: number }
  /** The results don't have the question. */
  | { kind: "no-question"; line: number }
  /** Counted from the ballots, the tally is another. */
  | { kind: "tally"; question: string; round: number };

export type Report = {
  /** There where results.json could be read; `asked`: a fingerprint of its questions (see agreement.ts). */
  of?: { poll: string; run: number; title: string; status: string; chain: ShardChain[]; asked: string };
  ballots: number;
  /** Entries of all chains. */
  casts: number;
  /** Tallies counted again. */
  tallies: number;
  /** Empty where all is as it should be. */
  findings: Finding[];
};
