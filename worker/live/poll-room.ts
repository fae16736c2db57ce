/**
 * PollRoom: the stage of one poll. This class is the object's surface: it finds out whether there is such a poll, and
 * hands what comes to its `Room`.
 */

import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import type { Definition } from "../poll/definition.ts";
import type { Hello, ReportReceipt, ShardReport } from "../poll/links.ts";
import type { ModerationState } from "../poll/moderation.ts";
import type { ReplaceConditions } from "../poll/replace-conditions.ts";
import type {
  BallotSource,
  Embedding,
  Joined,
  PollDescription,
  Reply,
  Role,
  RunState,
  RunSummary,
} from "../poll/replies.ts";
import type { Results } from "../poll/results.ts";
import type { PollStageFrame, PollTallyFrame } from "../poll/snapshots.ts";
import { lastingRun, runOf, type Stage } from "../poll/stage.ts";
import { closeCodes, type ModerationCommand, type StageCommand, type Timely } from "../shared/protocol.ts";
import { ok, refuse } from "../shared/result.ts";
import type { SignIn } from "../store/opened-stages.ts";
import { PollDatabase, type PollRecord } from "../store/poll-database.ts";
import { RoomRecord } from "../store/room-record.ts";
import { Room } from "./room.ts";
import { answerPings, closeForRestart, closeSocket, dropClosedLines, refuseUpgrade } from "./session.ts";
import { newSecret } from "./token.ts";

const eraseRetryMs = 1000;

export class PollRoom extends DurableObject<Env> {
  #record: RoomRecord;
  #room: Room;
  #loading: Promise<boolean> | undefined;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    answerPings(context);
    this.#record = new RoomRecord(context.storage.sql);
    this.#room = new Room(context, env, this.#record);
    if (this.#record.exists()) context.waitUntil(this.#room.wake());
  }

  /** A presenter's upgrade. The router has checked the key and put the role into a header that no client can set. */
  override async fetch(request: Request): Promise<Response> {
    const restarting = closeForRestart(this.ctx, request);
    if (restarting !== undefined) return restarting;
    const poll = request.headers.get("x-handupp-poll") ?? "";
    const role = request.headers.get("x-handupp-role");
    if (!(await this.#known(poll))) return refuseUpgrade(closeCodes.pollGone, "the poll is gone");
    if (role === "viewer") return this.#room.viewers.connect(request.headers.get("x-handupp-question"));
    if (role !== "organiser" && role !== "presenter") return refuseUpgrade(closeCodes.unauthorised, "no such key");
    const account = request.headers.get("x-handupp-account");
    const family = request.headers.get("x-handupp-family");
    const signIn = account === null || family === null ? undefined : { account, family };
    return this.#room.connect({ role, ...(signIn && { signIn }) });
  }

  override async webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): Promise<void> {
    const { viewers, presenters } = this.#room;
    if (viewers.has(socket)) viewers.receive(socket, message);
    else await presenters.receive(socket, message);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    closeSocket(socket, code === 1005 || code === 1006 ? 1000 : code, "");
  }

  /** What the holder of the key with this hash may do; undefined for no valid key. */
  async access(poll: string, keyHash: string): Promise<Reply<Role | undefined>> {
    return this.#reply(poll, (room) => ok(room.role(keyHash)));
  }

  /** The key with that hash is the role's from now on; who got in by the old one is let go. */
  async replaceKey(poll: string, role: Role, keyHash: string, keeper: string | null): Promise<Reply<null>> {
    return this.#reply(poll, async (room) => {
      await new PollDatabase(this.env.DB).replaceKey(poll, role, keyHash, keeper);
      const field = role === "organiser" ? "organiserKeyHash" : "presenterKeyHash";
      this.#record.set("poll", { ...this.#record.get("poll"), [field]: keyHash });
      room.presenters.reconnect();
      return ok(null);
    });
  }

  /** Everybody at the stage comes in anew, by what they hold now. */
  async reconnectPresenters(poll: string): Promise<void> {
    if (await this.#known(poll)) this.#room.presenters.reconnect();
  }

  /** Closes the stages that the sign-in has opened. Nothing is loaded for it: who has no room has no socket. */
  endSignIn(signIn: SignIn): void {
    this.#room.presenters.end(signIn);
  }

  async describe(poll: string): Promise<Reply<PollDescription>> {
    return this.#reply(poll, (room) => ok(room.describe()));
  }

  /** What the page of a frame in slides has to know before anything is shown in it. */
  async embedding(poll: string): Promise<Reply<Embedding>> {
    return this.#reply(poll, (room) => ok(room.viewers.embedding()));
  }

  async replace(poll: string, definition: Definition, on: ReplaceConditions): Promise<Reply<PollDescription>> {
    return this.#reply(poll, (room) => room.replace(definition, on));
  }

  async stage(poll: string, command: StageCommand): Promise<Reply<PollStageFrame>> {
    return this.#reply(poll, (room) => room.command({ type: "stage", ...command }));
  }

  async moderate(poll: string, command: ModerationCommand): Promise<Reply<ModerationState>> {
    return this.#reply(poll, (room) => room.moderator.moderate(command));
  }

  async close(poll: string, wanted: Timely): Promise<Reply<RunState>> {
    return this.#reply(poll, (room) => room.close(wanted));
  }

  /** Closes the live run where its stage has not changed and nobody has answered since `time`. */
  async closeQuietSince(poll: string, time: number): Promise<Reply<RunState | null>> {
    return this.#reply<RunState | null>(poll, async (room) => {
      const stage = this.#record.get("stage");
      if (lastingRun(stage).status !== "live" || this.#record.movedAt() > time) return ok(null);
      return (await room.fleet.lastCastAt(runOf(stage))) > time ? ok(null) : room.close({});
    });
  }

  async eraseBallots(poll: string, run: number | undefined): Promise<Reply<null>> {
    return this.#reply(poll, (room) => room.eraser.erase(run));
  }

  async startRun(poll: string): Promise<Reply<RunState>> {
    return this.#reply(poll, (room) => room.startRun());
  }

  async beginRehearsal(poll: string, wanted: Timely): Promise<Reply<PollStageFrame>> {
    const run = () => this.#record.nextRehearsalRun();
    return this.#reply(poll, (room) => room.command({ type: "begin-rehearsal", run: run(), ...wanted }));
  }

  async endRehearsal(poll: string, wanted: Timely): Promise<Reply<PollStageFrame>> {
    return this.#reply(poll, (room) => room.command({ type: "end-rehearsal", ...wanted }));
  }

  async join(poll: string, rehearsal: boolean, languages: string[]): Promise<Reply<Joined>> {
    return this.#reply(poll, (room) => room.join(rehearsal, languages));
  }

  async results(poll: string, run: number | undefined): Promise<Reply<Results>> {
    return this.#reply(poll, (room) => room.reader.results(run));
  }

  async runs(poll: string): Promise<Reply<RunSummary[]>> {
    return this.#reply(poll, (room) => room.reader.runs());
  }

  async ballots(poll: string, run: number | undefined): Promise<Reply<BallotSource>> {
    return this.#reply(poll, (room) => room.reader.ballots(run));
  }

  /** The tally as phones are shown it now; undefined where they are shown none. */
  async phoneTally(poll: string): Promise<PollTallyFrame | undefined> {
    return (await this.#known(poll)) ? this.#room.phoneTally() : undefined;
  }

  async hello(poll: string, shard: number): Promise<Hello> {
    return (await this.#known(poll)) ? this.#room.hello(shard) : { known: false, reason: "gone" };
  }

  async report(poll: string, shard: number, report: ShardReport): Promise<ReportReceipt> {
    return (await this.#known(poll)) ? this.#room.report(shard, report) : { stageSeq: 0 };
  }

  async shardArchived(poll: string, shard: number, run: number): Promise<void> {
    if (await this.#known(poll)) this.#room.shardArchived(shard, run);
  }

  /** Removes the poll everywhere. What can't be reached now is tried again by the alarm until it is gone. */
  async erase(poll: string): Promise<Reply<null>> {
    if (!(await this.#known(poll))) return refuse({ reason: "gone" });
    this.#record.set("erasing", true);
    await this.ctx.storage.setAlarm(Date.now() + eraseRetryMs);
    await this.#finishErasing();
    return ok(null);
  }

  override async alarm(): Promise<void> {
    if (!this.#record.exists()) return;
    if (this.#record.isErasing()) {
      await this.ctx.storage.setAlarm(Date.now() + eraseRetryMs);
      return this.#finishErasing();
    }
    await this.#room.work();
    const left = await this.#room.leaveIfIdle(async () => {
      await this.#room.fleet.erase();
      await this.#forget();
    });
    if (!left) await this.#room.schedule();
  }

  async #finishErasing(): Promise<void> {
    for (const socket of this.ctx.getWebSockets()) closeSocket(socket, closeCodes.pollGone, "the poll is gone");
    await this.#room.fleet.erase();
    await new PollDatabase(this.env.DB).erase(this.#record.get("poll").id);
    await this.#forget();
    dropClosedLines(this.ctx);
  }

  /** Back to an object that nothing was ever kept in. */
  async #forget(): Promise<void> {
    this.#room.stop();
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    this.#record = new RoomRecord(this.ctx.storage.sql);
    this.#room = new Room(this.ctx, this.env, this.#record);
  }

  async #reply<T>(poll: string, ask: (room: Room) => Reply<T> | Promise<Reply<T>>): Promise<Reply<T>> {
    return (await this.#known(poll)) ? ask(this.#room) : refuse({ reason: "gone" });
  }

  /** Whether there is such a poll. The first time, and after a clean-up, D1 knows. Nothing is kept of one that is not. */
  #known(poll: string): boolean | Promise<boolean> {
    if (this.#record.exists()) return !this.#record.isErasing();
    this.#loading ??= this.#load(poll).finally(() => {
      this.#loading = undefined;
    });
    return this.#loading;
  }

  async #load(poll: string): Promise<boolean> {
    const database = new PollDatabase(this.env.DB);
    const found = await database.poll(poll);
    if (found === undefined) return false;
    const [answered, erasedBallots, joined] = await Promise.all([
      database.answeredQuestions(poll),
      database.erasedBallots(poll),
      database.joined(poll, found.run),
    ]);
    if (!this.#record.exists()) {
      this.#record.create({
        poll: {
          id: found.id,
          code: found.code,
          organiserKeyHash: found.organiserKeyHash,
          presenterKeyHash: found.presenterKeyHash,
          secret: newSecret(),
        },
        definition: { revision: 1, definition: found.definition },
        stage: stageOfRecord(found),
        answered,
        erasedBallots,
        joined,
      });
    }
    return true;
  }
}

/** The stage of a poll that D1 alone knows: never run, or between two runs. */
function stageOfRecord({ status, run, updatedAt }: PollRecord): Stage {
  switch (status) {
    case "draft":
      return { phase: "draft" };
    case "live":
      return { phase: "lobby", run, asked: {} };
    case "closed":
      return { phase: "closed", run, asked: {}, closedAt: updatedAt, question: null, round: 1, results: "hidden" };
  }
}
