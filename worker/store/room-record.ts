/**
 * What a PollRoom keeps on disk: the poll, its stage, who has joined, the runs that are closed. Reads come from memory,
 * writes go to both in one synchronous turn.
 */
import type { Definition } from "../poll/definition.ts";
import { isRehearsalRun } from "../poll/rehearsal.ts";
import type { Results } from "../poll/results.ts";
import type { Stage } from "../poll/stage.ts";
import type { Cloud } from "../questions/words/cloud/layout.ts";
import { Facts, factsStep } from "./facts.ts";
import { hasSchema, migrate, type Sql } from "./migrations.ts";
import { ModerationRecord, moderationStep } from "./moderation-record.ts";
import { Outbox, type OutboxDeps, outboxStep } from "./outbox.ts";
import { splitText } from "./text-parts.ts";

const closedRunsStep = `CREATE TABLE closed_runs (
  run INTEGER PRIMARY KEY, closed_at INTEGER NOT NULL, joined INTEGER NOT NULL, shards INTEGER NOT NULL,
  archived_shards TEXT NOT NULL DEFAULT '[]'
) STRICT`;

const resultPartsStep = `CREATE TABLE result_parts (
  run INTEGER NOT NULL, part INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (run, part)
) STRICT, WITHOUT ROWID`;

/** Appended to only: an object that was made before a step came takes it when it wakes. */
const steps = [factsStep, outboxStep, closedRunsStep, resultPartsStep, moderationStep];

export type RoomPoll = {
  id: string;
  code: string;
  organiserKeyHash: string;
  presenterKeyHash: string;
  /** Signs the tokens of this poll. */
  secret: string;
};

/** Tokens issued in the run; the last of `shards` has given out `inLast` of them. */
/** `openedAt`: when the run began, in milliseconds; not known of runs from before it was kept. */
export type Audience = { run: number; joined: number; shards: number; inLast: number; openedAt?: number };

export type ClosedRun = {
  run: number;
  closedAt: number;
  joined: number;
  shards: number;
  /** False until every shard has given its last word. */
  finished: boolean;
  archivedShards: number[];
};

type RoomFacts = {
  poll: RoomPoll;
  definition: { revision: number; definition: Definition };
  stage: Stage;
  /** The `seq` of the stage that is on. */
  stageSeq: number;
  /** The last `stageSeq` that every shard has been told, as far as they could be reached. */
  toldSeq: number;
  audience: Audience;
  /** Apart, so that a rehearsal leaves the run's own as it was. */
  rehearsalAudience: Audience;
  /** How many rehearsals have been begun. */
  rehearsals: number;
  /** Shards that were ever opened: they have to hear of a new run too. */
  openedShards: number;
  /** No `seq` up to this one is given out again. */
  seqCeiling: number;
  /** Questions that got answers in a closed run. */
  answered: string[];
  /** Run → when its ballots were erased, milliseconds. */
  erasedBallots: Record<number, number>;
  erasing: boolean;
  /** When the stage last changed, milliseconds. */
  movedAt: number;
};

/** How the words of one asking stand. */
export type KeptCloud = { run: number; take: number; cloud: Cloud };
/** By the question's round, of the last run and take that had any; those of a rehearsal under names of their own. */
type CloudFacts = Record<`cloud:${string}`, KeptCloud>;

/** What no round's name begins with. */
const ofRehearsal = "rehearsal:";
const nobody: Audience = { run: 0, joined: 0, shards: 0, inLast: 0 };

const seqBlock = 1000;

export class RoomRecord {
  readonly moderation: ModerationRecord;
  readonly #sql: Sql;
  readonly #facts: Facts<RoomFacts & CloudFacts>;
  readonly #memory: Partial<RoomFacts> = {};
  readonly #clouds = new Map<string, KeptCloud | undefined>();
  #seq: number | undefined;
  #exists = false;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#facts = new Facts(sql);
    this.moderation = new ModerationRecord(sql);
  }

  exists(): boolean {
    if (!this.#exists && hasSchema(this.#sql)) {
      migrate(this.#sql, steps);
      this.#exists = true;
    }
    return this.#exists;
  }

  /** `joined`: in the last run, where it is closed. */
  create(
    facts: Pick<RoomFacts, "poll" | "definition" | "stage" | "answered" | "erasedBallots"> & { joined: number },
  ): void {
    migrate(this.#sql, steps);
    this.set("poll", facts.poll);
    this.set("definition", facts.definition);
    this.set("stage", facts.stage);
    this.set("stageSeq", 0);
    this.set("toldSeq", 0);
    this.set("answered", facts.answered);
    this.set("erasedBallots", facts.erasedBallots);
    this.set("openedShards", 0);
    const { joined, stage } = facts;
    this.set("audience", stage.phase === "closed" ? { ...nobody, run: stage.run, joined } : nobody);
    this.set("seqCeiling", 0);
    this.set("erasing", false);
  }

  /** Throws where the room has not been created: whoever asks has checked `exists`. */
  get<K extends keyof RoomFacts>(name: K): RoomFacts[K] {
    const value = this.#find(name);
    if (value === undefined) throw new Error(`the room has no ${name}`);
    return value;
  }

  #find<K extends keyof RoomFacts>(name: K): RoomFacts[K] | undefined {
    const value = this.#memory[name] ?? this.#facts.get(name);
    if (value !== undefined) this.#memory[name] = value;
    return value;
  }

  /** Who has joined the run; nobody yet where it is another than the last. */
  audienceOf(run: number): Audience {
    const audience = this.#find(isRehearsalRun(run) ? "rehearsalAudience" : "audience");
    return audience?.run === run ? audience : { ...nobody, run };
  }

  setAudience(audience: Audience): void {
    this.set(isRehearsalRun(audience.run) ? "rehearsalAudience" : "audience", audience);
  }

  /** The run of the next rehearsal: one that no other of the poll has had. */
  nextRehearsalRun(): number {
    const rehearsals = (this.#find("rehearsals") ?? 0) + 1;
    this.set("rehearsals", rehearsals);
    return -rehearsals;
  }

  /** Nothing of the rehearsal stays, and no token that was given out before its end is good any more. */
  wipeRehearsal(run: number, secret: string): void {
    this.forgetRun(run);
    this.set("rehearsalAudience", nobody);
    this.#facts.forget(`cloud:${ofRehearsal}`);
    for (const round of this.#clouds.keys()) if (round.startsWith(ofRehearsal)) this.#clouds.delete(round);
    this.set("poll", { ...this.get("poll"), secret });
    // Whoever was in a draft's lobby comes in anew.
    if (this.get("stage").phase === "draft") this.set("audience", nobody);
  }

  /** When the run's ballots were erased, milliseconds; undefined where they were not. */
  ballotsErasedAt(run: number): number | undefined {
    return this.#find("erasedBallots")?.[run];
  }

  markBallotsErased(run: number, now: number): void {
    this.set("erasedBallots", { [run]: now, ...this.#find("erasedBallots") });
  }

  /** 0 where nobody knows any more. */
  movedAt(): number {
    return this.#find("movedAt") ?? 0;
  }

  isErasing(): boolean {
    return this.get("erasing");
  }

  set<K extends keyof RoomFacts>(name: K, value: RoomFacts[K]): void {
    this.#facts.set(name, value);
    this.#memory[name] = value;
  }

  cloud(run: number, round: string): KeptCloud | undefined {
    const name = cloudName(run, round);
    if (!this.#clouds.has(name)) this.#clouds.set(name, this.#facts.get(`cloud:${name}`));
    return this.#clouds.get(name);
  }

  keepCloud(round: string, kept: KeptCloud): void {
    const name = cloudName(kept.run, round);
    this.#clouds.set(name, kept);
    this.#facts.set(`cloud:${name}`, kept);
  }

  /** The next of one growing count. Reserved on disk in blocks, so that a crash skips numbers but repeats none. */
  nextSeq(): number {
    const ceiling = this.get("seqCeiling");
    const next = (this.#seq ?? ceiling) + 1;
    if (this.#seq === undefined || next > ceiling) this.set("seqCeiling", next + seqBlock);
    this.#seq = next;
    return next;
  }

  /** The last one given out, or one that stands for it after waking. */
  latestSeq(): number {
    return this.#seq ?? this.get("seqCeiling");
  }

  closeRun(run: Pick<ClosedRun, "run" | "closedAt" | "joined" | "shards">): void {
    this.#sql.exec(
      "INSERT OR IGNORE INTO closed_runs (run, closed_at, joined, shards) VALUES (?, ?, ?, ?)",
      run.run,
      run.closedAt,
      run.joined,
      run.shards,
    );
  }

  closedRun(run: number): ClosedRun | undefined {
    return this.closedRuns().find((closed) => closed.run === run);
  }

  closedRuns(): ClosedRun[] {
    return this.#sql
      .exec<{
        run: number;
        closed_at: number;
        joined: number;
        shards: number;
        finished: number;
        archived_shards: string;
      }>(
        `SELECT *, EXISTS (SELECT 1 FROM result_parts WHERE result_parts.run = closed_runs.run) AS finished
         FROM closed_runs ORDER BY run`,
      )
      .toArray()
      .map((row) => ({
        run: row.run,
        closedAt: row.closed_at,
        joined: row.joined,
        shards: row.shards,
        finished: row.finished === 1,
        archivedShards: JSON.parse(row.archived_shards),
      }));
  }

  saveResults(run: number, results: Results): void {
    for (const [part, json] of splitText(JSON.stringify(results)).entries()) {
      this.#sql.exec("INSERT OR REPLACE INTO result_parts (run, part, json) VALUES (?, ?, ?)", run, part, json);
    }
  }

  /** Undefined until the run is finished. */
  results(run: number): Results | undefined {
    const parts = this.#sql
      .exec<{ json: string }>("SELECT json FROM result_parts WHERE run = ? ORDER BY part", run)
      .toArray();
    return parts.length === 0 ? undefined : JSON.parse(parts.map(({ json }) => json).join(""));
  }

  saveArchivedShards(run: number, shards: readonly number[]): void {
    this.#sql.exec("UPDATE closed_runs SET archived_shards = ? WHERE run = ?", JSON.stringify(shards), run);
  }

  forgetRun(run: number): void {
    this.#sql.exec("DELETE FROM result_parts WHERE run = ?", run);
    this.#sql.exec("DELETE FROM closed_runs WHERE run = ?", run);
    this.moderation.forget(run);
  }

  outbox(deps: OutboxDeps): Outbox {
    return new Outbox(this.#sql, deps);
  }
}

function cloudName(run: number, round: string): string {
  return isRehearsalRun(run) ? ofRehearsal + round : round;
}
