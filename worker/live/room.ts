/** One poll's room at work: commands change the stage, reports change the tallies, and whoever has to know is told. */
import { type Env, positiveSetting } from "../env.ts";
import { type Definition, definitionConflicts } from "../poll/definition.ts";
import type { Hello, ReportReceipt, ShardReport } from "../poll/links.ts";
import type { BallotSource, Joined, PollDescription, Reply, Role, RunState } from "../poll/replies.ts";
import type { Results } from "../poll/results.ts";
import type { PollStageFrame } from "../poll/snapshots.ts";
import { type Command, type Effect, type Refusal, runOf, type Stage, statusOf, transition } from "../poll/stage.ts";
import { limits } from "../shared/limits.ts";
import type { StageCommand } from "../shared/protocol.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { PollDatabase } from "../store/poll-database.ts";
import type { Audience, RoomRecord } from "../store/room-record.ts";
import { type CommandOutcome, Presenters } from "./presenters.ts";
import { RoomTallies } from "./room-tallies.ts";
import { earliest, RunArchive } from "./run-archive.ts";
import { Screens } from "./screens.ts";
import { ShardFleet } from "./shard-fleet.ts";
import { issueToken, randomToken } from "./token.ts";
import { Turns } from "./turns.ts";

/** Bytes of an attendee's id: random in each run, and long enough that no two meet. */
const attendeeIdBytes = 12;

export class Room {
  readonly presenters: Presenters;
  readonly fleet: ShardFleet;
  readonly #context: DurableObjectState;
  readonly #env: Env;
  readonly #record: RoomRecord;
  readonly #archive: RunArchive;
  readonly #tallies = new RoomTallies();
  readonly #turns = new Turns();
  readonly #screens: Screens;

  constructor(context: DurableObjectState, env: Env, record: RoomRecord) {
    this.#context = context;
    this.#env = env;
    this.#record = record;
    this.fleet = new ShardFleet(env, record);
    this.presenters = new Presenters(context, (command) => this.#presenterCommand(command));
    this.#archive = new RunArchive({
      record,
      fleet: this.fleet,
      database: () => new PollDatabase(env.DB),
      graceMs: positiveSetting(env.GRACE_HOURS, 24) * 3_600_000,
    });
    this.#screens = new Screens({
      context,
      record,
      fleet: this.fleet,
      presenters: this.presenters,
      tallies: this.#tallies,
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

  replace(definition: Definition): Promise<Reply<PollDescription>> {
    return this.#turns.take(async () => {
      const conflicts = definitionConflicts(this.#definition(), definition, await this.#answeredQuestions());
      if (conflicts.length > 0) return refuse({ reason: "answered" as const, errors: conflicts });
      this.#record.set("definition", { revision: this.#record.get("definition").revision + 1, definition });
      this.#archive.pollChanged();
      await this.#apply({ type: "redefine" });
      return ok(this.describe());
    });
  }

  /** Changes the stage and resolves once every shard has been told, so that what follows meets the new one. */
  command(command: Command): Promise<Result<PollStageFrame, Refusal>> {
    return this.#turns.take(async () => {
      const applied = await this.#apply(command);
      return applied.ok ? ok(this.#screens.stageFrame()) : applied;
    });
  }

  /** Ends the run; resolves once its results are complete and kept. */
  async close(): Promise<Reply<RunState>> {
    const closed = await this.command({ type: "close" });
    if (!closed.ok) return closed;
    return ok(this.#runState());
  }

  async startRun(): Promise<Reply<RunState>> {
    const started = await this.command({ type: "start-run" });
    return started.ok ? ok(this.#runState()) : started;
  }

  async join(): Promise<Reply<Joined>> {
    const stage = this.#record.get("stage");
    if (stage.phase === "closed") return refuse({ reason: "state", message: "The run is closed." });
    const run = runOf(stage);
    const audience = this.#admit(this.#record.audienceOf(run));
    if (audience === undefined) return refuse({ reason: "full" });
    this.#record.set("audience", audience);
    const shard = audience.shards - 1;
    await this.fleet.open(shard, run);
    this.#screens.update();
    const claims = { shard, run, attendee: randomToken(attendeeIdBytes) };
    return ok({ token: await issueToken(this.#record.get("poll").secret, claims), stage: this.#screens.stageFrame() });
  }

  #admit({ run, joined, shards, inLast }: Audience): Audience | undefined {
    const capacity = positiveSetting(this.#env.SHARD_CAPACITY, 1000);
    if (shards > 0 && inLast < capacity) return { run, joined: joined + 1, shards, inLast: inLast + 1 };
    return shards < limits.shardsPerPoll ? { run, joined: joined + 1, shards: shards + 1, inLast: 1 } : undefined;
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

  connect(role: Role): Response {
    const response = this.presenters.accept(role, this.#screens.presenterFrame(this.#record.nextSeq()));
    this.#screens.update();
    return response;
  }

  async results(asked: number | undefined): Promise<Reply<Results>> {
    const stage = this.#record.get("stage");
    if (stage.phase === "draft") return refuse({ reason: "state", message: "The poll has not been run yet." });
    const run = asked ?? stage.run;
    if (run === stage.run && stage.phase !== "closed") {
      const { joined, shards } = this.#record.audienceOf(run);
      await this.#tallies.collectAll(run, shards, (shard) => this.fleet.report(shard, run));
      return ok(this.#archive.resultsNow(this.#tallies.all(), { run, joined, status: "live" }));
    }
    const closed = this.#record.closedRun(run);
    if (closed !== undefined) return ok(await this.#archive.results(closed));
    const archived = await new PollDatabase(this.#env.DB).results(this.#record.get("poll").id, run);
    return archived === undefined ? refuse({ reason: "no-run" }) : ok(archived);
  }

  ballots(asked: number | undefined): Reply<BallotSource> {
    const stage = this.#record.get("stage");
    if (stage.phase === "draft") return refuse({ reason: "state", message: "The poll has not been run yet." });
    const run = asked ?? stage.run;
    if (run < 1 || run > stage.run) return refuse({ reason: "no-run" });
    if (run === stage.run && stage.phase !== "closed") return ok({ run, shards: this.#record.audienceOf(run).shards });
    const closed = this.#record.closedRun(run);
    const archived = closed === undefined || this.#archive.isArchived(closed);
    return ok(archived ? { run, archived: true } : { run, shards: closed.shards });
  }

  shardArchived(shard: number, run: number): void {
    this.#archive.shardArchived(shard, run);
    this.#context.waitUntil(this.schedule());
  }

  /** What the alarm is for: countdowns, the archive, and the clean-up after it. True where nothing live is left here. */
  async work(): Promise<boolean> {
    await this.command({ type: "tick" });
    await this.#archive.work();
    const cleanupAt = this.#archive.cleanupAt();
    if (cleanupAt === undefined || cleanupAt > Date.now()) return false;
    const inUse = this.presenters.any() || (await this.fleet.connected()) > 0;
    if (!(await this.#archive.cleanUp())) return false;
    return this.#record.get("stage").phase === "closed" && !inUse;
  }

  async schedule(): Promise<void> {
    const stage = this.#record.get("stage");
    const closesAt = stage.phase === "question" && stage.voting.state === "open" ? stage.voting.closesAt : null;
    const next = earliest([closesAt ?? undefined, this.#archive.dueAt()]);
    if (next !== undefined) await this.#context.storage.setAlarm(Math.max(next, Date.now()));
  }

  stop(): void {
    this.#screens.stop();
  }

  /** Within a turn: the transition, then disk, then everyone. */
  async #apply(command: Command): Promise<Result<Stage, Refusal>> {
    const before = this.#record.get("stage");
    if (command.type === "start-run" && before.phase === "closed") await this.#finished(before.run);
    const moved = transition(this.#record.get("stage"), command, this.#definition(), Date.now());
    if (!moved.ok) return moved;
    const { stage, effects } = moved.value;
    if (effects.length === 0) return ok(stage);
    this.#record.set("stage", stage);
    this.#record.set("stageSeq", this.#record.nextSeq());
    if (statusOf(before) !== statusOf(stage)) this.#archive.pollChanged();
    try {
      for (const effect of effects) await this.#carryOut(effect);
    } finally {
      // Also where a shard could not be reached: the alarm goes on with what is left to do.
      await this.schedule();
      this.#context.waitUntil(this.#archive.work().then(() => this.schedule()));
    }
    return ok(stage);
  }

  async #carryOut(effect: Effect): Promise<void> {
    switch (effect.type) {
      case "open-run":
        this.#record.set("audience", this.#record.audienceOf(effect.run));
        this.fleet.startRun();
        return;
      case "show":
        this.#screens.showStage();
        await this.fleet.configureAll(this.#run());
        this.#screens.update();
        return;
      case "finish-run": {
        const { joined, shards } = this.#record.audienceOf(effect.run);
        this.#record.closeRun({ run: effect.run, closedAt: Date.now(), joined, shards });
        await this.#finished(effect.run);
      }
    }
  }

  async #finished(run: number): Promise<void> {
    const closed = this.#record.closedRun(run);
    if (closed !== undefined) await this.#archive.results(closed);
  }

  async #presenterCommand(command: StageCommand): Promise<CommandOutcome> {
    const applied = await this.command({ type: "stage", ...command });
    if (applied.ok) return undefined;
    if (applied.error.reason === "state") return { code: "locked", message: applied.error.message };
    return {
      code: "invalid",
      message: applied.error.errors.map(({ path, message }) => `${path}: ${message}`).join("; "),
    };
  }

  /** Questions whose ballots a new definition has to respect; the one that is open may get some at any moment. */
  async #answeredQuestions(): Promise<Set<string>> {
    const stage = this.#record.get("stage");
    if (stage.phase === "closed") await this.#finished(stage.run);
    const answered = new Set(this.#record.get("answered"));
    if (stage.phase === "lobby" || stage.phase === "question") {
      const { shards } = this.#record.audienceOf(stage.run);
      await this.#tallies.collectAll(stage.run, shards, (shard) => this.fleet.report(shard, stage.run));
      for (const { id } of this.#definition().questions) {
        if (this.#tallies.ofQuestion(id).some((tally) => tally.answered + tally.skipped > 0)) answered.add(id);
      }
    }
    if (stage.phase === "question" && stage.voting.state === "open") answered.add(stage.question);
    return answered;
  }

  #definition(): Definition {
    return this.#record.get("definition").definition;
  }

  #run(): number {
    return runOf(this.#record.get("stage"));
  }

  #runState(): RunState {
    const stage = this.#record.get("stage");
    return { run: stage.phase === "draft" ? 0 : stage.run, status: statusOf(stage) };
  }
}
