/** One poll's room at work: commands change the stage, reports change the tallies, and whoever has to know is told. */
import { type Env, positiveSetting } from "../env.ts";
import { type Definition, definitionConflicts } from "../poll/definition.ts";
import type { Hello, ReportReceipt, ShardReport } from "../poll/links.ts";
import { rehearsalOn } from "../poll/rehearsal.ts";
import { type ReplaceConditions, unmetCondition } from "../poll/replace-conditions.ts";
import type { Joined, PollDescription, Reply, Role, RunState } from "../poll/replies.ts";
import { frameAsSeenBy, type PollStageFrame, type PollTallyFrame } from "../poll/snapshots.ts";
import {
  type Command,
  type Effect,
  lastingRun,
  type Refusal,
  runOf,
  type Stage,
  tickAt,
  transition,
} from "../poll/stage.ts";
import { frameIn, languageFor } from "../poll/translations.ts";
import type { Timely } from "../shared/protocol.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { PollDatabase } from "../store/poll-database.ts";
import type { RoomRecord } from "../store/room-record.ts";
import { Admission } from "./admission.ts";
import { BallotEraser } from "./ballot-eraser.ts";
import { Clouds } from "./clouds.ts";
import { keepEffect } from "./keep-effect.ts";
import { Moderator } from "./moderator.ts";
import { outcomeOf, type PresenterIdentity, Presenters } from "./presenters.ts";
import { RoomTallies } from "./room-tallies.ts";
import { earliest, RunArchive } from "./run-archive.ts";
import { RunReader } from "./run-reader.ts";
import { Screens } from "./screens.ts";
import { ShardFleet } from "./shard-fleet.ts";
import { Turns } from "./turns.ts";
import { Viewers } from "./viewers.ts";

/** How often a room that could be forgotten looks whether everybody has left. */
const idleLookMs = 3_600_000;

export class Room {
  readonly presenters: Presenters;
  readonly viewers: Viewers;
  readonly moderator: Moderator;
  readonly eraser: BallotEraser;
  readonly reader: RunReader;
  readonly fleet: ShardFleet;
  readonly #context: DurableObjectState;
  readonly #record: RoomRecord;
  readonly #admission: Admission;
  readonly #archive: RunArchive;
  readonly #tallies = new RoomTallies();
  readonly #turns = new Turns();
  readonly #screens: Screens;

  constructor(context: DurableObjectState, env: Env, record: RoomRecord) {
    this.#context = context;
    this.#record = record;
    this.fleet = new ShardFleet(env, record);
    this.#admission = new Admission({ env, record, fleet: this.fleet });
    this.presenters = new Presenters(context, {
      stage: async (command) => outcomeOf(await this.command({ type: "stage", ...command })),
      moderate: async (command) => outcomeOf(await this.moderator.moderate(command)),
    });
    this.viewers = new Viewers({
      context,
      definition: () => this.#definition(),
      stage: () => this.#screens.stageFrame("attendees"),
      connected: () => this.#screens.update(),
    });
    const clouds = new Clouds(record);
    const database = () => new PollDatabase(env.DB);
    this.#archive = new RunArchive({
      record,
      fleet: this.fleet,
      clouds,
      database,
      graceMs: positiveSetting(env.GRACE_HOURS, 24) * 3_600_000,
    });
    this.reader = new RunReader({
      record,
      fleet: this.fleet,
      tallies: this.#tallies,
      archive: this.#archive,
      database,
    });
    this.#screens = new Screens({
      context,
      record,
      fleet: this.fleet,
      presenters: this.presenters,
      viewers: this.viewers,
      tallies: this.#tallies,
      clouds,
    });
    this.eraser = new BallotEraser({
      record,
      archive: this.#archive,
      reader: this.reader,
      schedule: () => this.schedule(),
      erased: () => this.command({ type: "clear-closed" }),
    });
    this.moderator = new Moderator({
      record,
      moderated: () => this.#screens.moderated(),
      sync: () => context.storage.sync(),
      tellShards: () => this.#turns.take(() => this.#tellShards()),
    });
  }

  role(keyHash: string): Role | undefined {
    const { organiserKeyHash, presenterKeyHash } = this.#record.get("poll");
    if (keyHash === organiserKeyHash) return "organiser";
    return keyHash === presenterKeyHash ? "presenter" : undefined;
  }

  describe(): PollDescription {
    const { id, code } = this.#record.get("poll");
    return { id, code, ...this.#runState(), ...this.#definition() };
  }

  replace(definition: Definition, on: ReplaceConditions): Promise<Reply<PollDescription>> {
    return this.#turns.take(async () => {
      const before = this.#definition();
      const unmet = unmetCondition(before, this.#runState().status, on);
      if (unmet !== undefined) return refuse(unmet);
      const conflicts = definitionConflicts(before, definition, await this.reader.answeredQuestions(before));
      if (conflicts.length > 0) return refuse({ reason: "answered" as const, errors: conflicts });
      this.#record.set("definition", { revision: this.#record.get("definition").revision + 1, definition });
      this.#archive.pollChanged();
      this.viewers.dismissUnlessAllowed();
      await this.#apply({ type: "redefine" });
      return ok(this.describe());
    });
  }

  /** Changes the stage and resolves once every shard has been told, so that what follows meets the new one. */
  command(command: Command): Promise<Result<PollStageFrame, Refusal>> {
    return this.#turns.take(async () => {
      const applied = await this.#apply(command);
      return applied.ok ? ok(this.#screens.presenterFrame(this.#record.get("stageSeq"))) : applied;
    });
  }

  /** Ends the run; resolves once its results are complete and kept. */
  async close(wanted: Timely): Promise<Reply<RunState>> {
    const closed = await this.command({ type: "close", ...wanted });
    if (!closed.ok) return closed;
    return ok(this.#runState());
  }

  async startRun(): Promise<Reply<RunState>> {
    const started = await this.command({ type: "start-run" });
    return started.ok ? ok(this.#runState()) : started;
  }

  /**
   * `rehearsal`: whoever joins is made up, and may come into no other run. `languages`: which the attendee would read the
   * poll in, the dearest first.
   */
  async join(rehearsal: boolean, languages: readonly string[]): Promise<Reply<Joined>> {
    const stage = this.#record.get("stage");
    if (rehearsal && rehearsalOn(stage) === undefined) {
      return refuse({ reason: "state", message: "No rehearsal is on." });
    }
    if (stage.phase === "closed") return refuse({ reason: "state", message: "The run is closed." });
    const admitted = await this.#admission.admit(runOf(stage));
    if (admitted === undefined) return refuse({ reason: "full" });
    this.#screens.update();
    const { token, attendee } = admitted;
    const definition = this.#definition();
    const frame = frameIn(this.#screens.stageFrame("attendees"), definition, languageFor(definition, languages));
    return ok({ token, stage: frameAsSeenBy(frame, attendee) });
  }

  phoneTally(): Promise<PollTallyFrame | undefined> {
    return this.#screens.phoneTally();
  }

  /** A shard asks what is on: it has woken, or has missed a change. */
  hello(shard: number): Hello {
    if (shard >= this.fleet.opened) return { known: false, reason: "unknown" };
    this.#screens.update();
    return { known: true, config: this.fleet.config(shard, this.#run()) };
  }

  report(shard: number, report: ShardReport): ReportReceipt {
    if (this.#tallies.take(shard, report, this.#run())) this.#screens.update();
    return { stageSeq: this.#record.get("stageSeq") };
  }

  connect(who: PresenterIdentity): Response {
    const response = this.presenters.accept(who, JSON.stringify(this.#screens.presenterFrame(this.#record.nextSeq())));
    this.#screens.update();
    return response;
  }

  shardArchived(shard: number, run: number): void {
    this.#archive.shardArchived(shard, run);
    this.#context.waitUntil(this.schedule());
  }

  /** What the alarm is for: countdowns and cleared answers, the archive, and the clean-up after it. */
  async work(): Promise<void> {
    await this.command({ type: "tick" });
    await this.#archive.work();
    await this.#archive.cleanUp();
  }

  /**
   * Runs `leave` where nothing live is left here: the last run is closed, archived and past its grace, and nobody is
   * connected. In a turn, so that no run can start meanwhile.
   */
  async leaveIfIdle(leave: () => Promise<void>): Promise<boolean> {
    return this.#turns.take(async () => {
      if (this.#record.get("stage").phase !== "closed" || this.#record.closedRuns().length > 0) return false;
      if (this.presenters.any() || this.viewers.any() || (await this.fleet.connected()) > 0) return false;
      await leave();
      return true;
    });
  }

  async schedule(): Promise<void> {
    // Erasing has an alarm of its own.
    if (this.#record.isErasing()) return;
    const stage = this.#record.get("stage");
    // Closed and archived, but somebody was connected at the last look.
    const idleAt = stage.phase === "closed" && this.#archive.isEmpty() ? Date.now() + idleLookMs : undefined;
    const next = earliest([tickAt(stage), this.#archive.dueAt(), idleAt]);
    if (next !== undefined) await this.#context.storage.setAlarm(Math.max(next, Date.now()));
  }

  stop(): void {
    this.#screens.stop();
  }

  /** Within a turn: the transition, then disk, then everyone. */
  async #apply(command: Command): Promise<Result<Stage, Refusal>> {
    const before = this.#record.get("stage");
    const begins = command.type === "start-run" || command.type === "begin-rehearsal";
    if (begins && before.phase === "closed") await this.reader.finished(before.run);
    const moved = transition(this.#record.get("stage"), command, this.#definition(), Date.now());
    if (!moved.ok) return moved;
    const { stage, effects } = moved.value;
    if (effects.length === 0) return ok(stage);
    // One synchronous turn: a kill finds all of it on disk or nothing, the alarm that goes on with the rest included.
    this.#record.set("stage", stage);
    this.#record.set("stageSeq", this.#record.nextSeq());
    if (lastingRun(before).status !== lastingRun(stage).status) this.#archive.pollChanged();
    for (const effect of effects) keepEffect(effect, this.#record, this.fleet, this.#archive);
    await this.schedule();
    for (const effect of effects) await this.#carryOut(effect);
    this.#context.waitUntil(this.#archive.work().then(() => this.schedule()));
    return ok(stage);
  }

  async #carryOut(effect: Effect): Promise<void> {
    switch (effect.type) {
      case "open-run":
        return;
      case "show":
        this.#screens.showStage();
        await this.#tellShards();
        this.#screens.update();
        return;
      case "finish-run":
        await this.reader.finished(effect.run);
        return;
      case "wipe-run":
        await this.#archive.work();
        return;
      default:
        effect satisfies never;
    }
  }

  async #tellShards(): Promise<void> {
    const stageSeq = this.#record.get("stageSeq");
    await this.fleet.configureAll(this.#run());
    this.#record.set("toldSeq", stageSeq);
  }

  /** After waking: goes on with what an earlier life of this object may have been killed in. */
  async wake(): Promise<void> {
    await this.schedule();
    if (this.#record.get("toldSeq") < this.#record.get("stageSeq")) await this.#turns.take(() => this.#tellShards());
  }

  #definition(): Definition {
    return this.#record.get("definition").definition;
  }

  #run(): number {
    return runOf(this.#record.get("stage"));
  }

  #runState(): RunState {
    return lastingRun(this.#record.get("stage"));
  }
}
