/** What an attendee gets to know of the own ballots: enough to find them in published ones, and to see them in the chain. */
import type { Question } from "../questions/registry.ts";
import { exportedName } from "./asking.ts";
import type { ChainEntry } from "./cast-chain.ts";

export type Receipt = {
  /** As exports name it. */
  question: string;
  /** The answer's JSON. */
  answer: string;
  /** ISO 8601. */
  castAt: string;
  /** The place in the shard's chain. */
  number: number;
  digest: string;
  salt: string;
};

/** `attendee` is the mark that stands for the attendee in ballots.csv. */
export type Receipts = { run: number; shard: number; attendee: string; receipts: Receipt[] };

/** With what the page that shows them has to say besides. */
export type ReceiptsPage = Receipts & { title: string; language: string; questions: Question[] };

type Ballot = { answer: string; castAt: number; salt: string };

export function receiptOf({ asking, number, digest }: ChainEntry, { answer, castAt, salt }: Ballot): Receipt {
  return { question: exportedName(asking), answer, castAt: new Date(castAt).toISOString(), number, digest, salt };
}
