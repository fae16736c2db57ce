/** What the room and its shards tell each other. Everything replaces what was told before; nothing adds to it. */

import type { Tally } from "../questions/tally.ts";
import type { ChainHead } from "./cast-chain.ts";
import type { Definition } from "./definition.ts";
import type { RunAliases } from "./moderation.ts";
import type { Stage } from "./stage.ts";

/** All that a shard needs to serve its attendees. `seq` orders configurations: an older one is dropped. */
export type ShardConfig = {
  poll: string;
  shard: number;
  run: number;
  secret: string;
  definition: Definition;
  stage: Stage;
  /** The words that count as others. Left out by rooms of before there were any. */
  aliases?: RunAliases;
  seq: number;
  /** The highest that the room has given out: what is sent after it may not bear a lower one. */
  latestSeq: number;
  reportEveryMs: number;
};

/** Ballot key (see asking.ts) → the tally of that asking here and that tally's version, which grows with each change for as long as the run lasts. */
export type VersionedTallies = Map<string, { version: number; tally: Tally }>;

/**
 * `present`: attendees connected now. `tallies`: those that have changed, or all where they were asked for. `ackP95`: 95 of
 * 100 of the latest answers were on disk within so many milliseconds; left out where there were none. `chain`: of all casts
 * that the tallies are of.
 */
export type ShardReport = {
  run: number;
  present: number;
  tallies: VersionedTallies;
  chain: ChainHead;
  ackP95?: number;
};

/** The room's answer to a report: the `seq` of the stage that is on, so that a shard that missed it asks. */
export type ReportReceipt = { stageSeq: number };

/** `gone`: the poll is no more. `unknown`: the room has opened no such shard. */
export type Hello = { known: true; config: ShardConfig } | { known: false; reason: "gone" | "unknown" };

/** A tally frame for phones, serialised once. `stageSeq` is the stage it belongs to. */
export type PhoneTally = { frame: string; seq: number; stageSeq: number };
