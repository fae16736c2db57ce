/** What a room answers to the routes; plain data, since it crosses from one object to another. */

import type { PollStatus } from "../shared/protocol.ts";
import type { FieldError, Result } from "../shared/result.ts";
import type { Definition } from "./definition.ts";
import type { PollStageFrame } from "./snapshots.ts";
import type { Refusal } from "./stage.ts";

export type Role = "organiser" | "presenter";
/** Readers hold the key by which an organiser has made results public. */
export type Asker = Role | "reader";

/**
 * `gone`: no such poll. `no-run`: the poll has no such run. `full`: it has as many attendees as a poll can take.
 * `erased`: the run's ballots are gone, and its results are kept. `changed`: the definition is no longer the one that the
 * caller knows. `answered`: the fields can't change while there are answers.
 */
export type RoomRefusal =
  | Refusal
  | { reason: "gone" | "no-run" | "full" | "erased" | "changed" }
  | { reason: "answered"; errors: FieldError[] };

export type Reply<T> = Result<T, RoomRefusal>;

/** Knows nothing of rehearsals. */
export type PollDescription = Definition & { id: string; code: string; status: PollStatus; run: number };

/** `allowed`: the organiser lets frames in slides show results. */
export type Embedding = { allowed: boolean; title: string; language: string; questions: string[] };

/** `closedAt`: ISO 8601, there once the run is closed. */
export type RunSummary = { run: number; status: PollStatus; closedAt?: string };

export type RunState = { run: number; status: PollStatus };

export type Joined = { token: string; stage: PollStageFrame };

/** Where a run's ballots are: still with its shards, or in D1. */
export type BallotSource = { run: number; shards: number } | { run: number; archived: true };
