/**
 * AudienceShard: the sockets and ballots of up to a shard's capacity of attendees of one poll. The class is wiring; what it
 * decides is in the pure modules beside and below it.
 */

import { DurableObject } from "cloudflare:workers";
import type { Env } from "../env.ts";
import { countingKeys } from "../poll/counting-keys.ts";
import type { Hello, PhoneTally, ShardConfig, ShardReport } from "../poll/links.ts";
import { type ReceiptsPage, receiptOf } from "../poll/receipts.ts";
import type { PollStageFrame, PollTallyFrame } from "../poll/snapshots.ts";
import { closeCodes } from "../shared/protocol.ts";
import { SqlBallotStore, type StoredCast } from "../store/ballot-store.ts";
import { PollDatabase } from "../store/poll-database.ts";
import { ShardRecord } from "../store/shard-record.ts";
import type { Refused } from "./acceptance.ts";
import { AttendeeSockets, type LineTerms } from "./attendee-sockets.ts";
import { archiveCasts } from "./ballot-archive.ts";
import { logEvent } from "./log.ts";
import { roomOf } from "./objects.ts";
import { newSalt } from "./salts.ts";
import { answerPings, closeForRestart, closeSocket, dropClosedLines, refuseUpgrade } from "./session.ts";
import { ShardState } from "./shard-state.ts";
import { verifyToken } from "./token.ts";

/** How long a phone waits for the room's word on a shard that has just woken, before it gets what the shard has on disk. */
const helloDeadlineMs = 1500;

export class AudienceShard extends DurableObject<Env> {
  #record: ShardRecord;
  readonly #store: SqlBallotStore;
  readonly #sockets: AttendeeSockets;
  #state: ShardState | undefined;
  #asking: Promise<Hello> | undefined;
  #heardFromRoom = false;
  /** What began before an erasing and goes on after it must not keep anything. */
  #erasings = 0;

  constructor(context: DurableObjectState, env: Env) {
    super(context, env);
    answerPings(context);
    this.#record = new ShardRecord(context.storage.sql);
    this.#store = new SqlBallotStore(context.storage.sql);
    this.#sockets = new AttendeeSockets(context);
    const config = this.#record.config();
    if (config !== undefined) this.#use(config);
  }

  /** A phone's upgrade. The router has put poll, shard and token into headers that no client can set. */
  override async fetch(request: Request): Promise<Response> {
    const restarting = closeForRestart(this.ctx, request);
    if (restarting !== undefined) return restarting;
    const poll = request.headers.get("x-handupp-poll") ?? "";
    const shard = Number(request.headers.get("x-handupp-shard"));
    const hello = await this.#known(poll, shard);
    if (!hello.known) {
      return hello.reason === "gone"
        ? refuseUpgrade(closeCodes.pollGone, "the poll is gone")
        : refuseUpgrade(closeCodes.unauthorised, "the token is not valid");
    }
    const attendee = await this.#attendeeOf(request.headers.get("x-handupp-token") ?? "");
    if (attendee === undefined || this.#state === undefined) {
      return refuseUpgrade(closeCodes.unauthorised, "the token is not valid");
    }
    return this.#state.connect(attendee, lineTerms(request.headers));
  }

  override webSocketMessage(socket: WebSocket, message: string | ArrayBuffer): void {
    if (this.#state === undefined) closeSocket(socket, closeCodes.restart, "reconnect");
    else this.#state.receive(socket, message);
  }

  override webSocketClose(socket: WebSocket, code: number): void {
    this.#sockets.left(socket);
    this.#state?.presenceChanged();
    closeSocket(socket, code === 1005 || code === 1006 ? 1000 : code, "");
  }

  override webSocketError(socket: WebSocket): void {
    this.webSocketClose(socket, 1011);
  }

  /** The room's word on what is on. An older one than what is here is dropped. */
  async configure(config: ShardConfig): Promise<void> {
    const erasings = this.#erasings;
    this.#heardFromRoom = true;
    if (this.#state !== undefined && this.#state.config.run !== config.run) {
      // Nothing of the old run is accepted any more; what was accepted has to reach its ballots.
      await this.#state.settled();
      if (erasings !== this.#erasings) return;
    }
    // Looked at only here: another word may have come while this one waited.
    const state = this.#state;
    if (state !== undefined && config.seq <= state.config.seq) {
      state.heard(config.latestSeq);
      return;
    }
    this.#record.saveConfig(config);
    if (state?.config.run === config.run) state.reconfigure(config);
    else this.#use(config);
  }

  /**
   * Configures, lets what was accepted before reach the disk, and returns every tally of the run. Throws where another run
   * is on by now: a result must not lack a shard.
   */
  async report(config: ShardConfig): Promise<ShardReport> {
    await this.configure(config);
    if (this.#state?.config.run !== config.run) throw new Error(`shard ${config.shard} has no run ${config.run}`);
    // Also what has been accepted and is on its way to the disk: it will be acked.
    await this.#state.settled();
    return this.#state.report();
  }

  showTally(tally: PhoneTally): void {
    this.#state?.showTally(tally);
  }

  /** The stage as this token's attendee sees it, for the page that the server renders; `languages` as the reader wishes. */
  async stageFor(poll: string, shard: number, token: string, languages: string[]): Promise<PollStageFrame | undefined> {
    const hello = await this.#known(poll, shard);
    const attendee = hello.known ? await this.#attendeeOf(token) : undefined;
    return attendee === undefined ? undefined : this.#state?.stageFor(attendee, languages);
  }

  /** What phones are shown of the tally, where this shard has it. */
  shownTally(): PollTallyFrame | undefined {
    return this.#state?.shownTally();
  }

  /** The answer of a page's form, which has no socket. Undefined once it is on disk. */
  async cast(
    poll: string,
    shard: number,
    token: string,
    sent: { ref: string; question: string; answer: unknown },
  ): Promise<Refused | undefined> {
    const hello = await this.#known(poll, shard);
    const attendee = hello.known ? await this.#attendeeOf(token) : undefined;
    if (attendee === undefined || this.#state === undefined) {
      return { code: "forbidden", message: "The token is not valid." };
    }
    return this.#state.cast(attendee, sent, Date.now());
  }

  /** The own ballots of this token's attendee; undefined where the token is not good. */
  async receipts(poll: string, shard: number, token: string): Promise<ReceiptsPage | undefined> {
    const hello = await this.#known(poll, shard);
    const attendee = hello.known ? await this.#attendeeOf(token) : undefined;
    if (attendee === undefined || this.#state === undefined) return undefined;
    const { run, definition } = this.#state.config;
    const receipts = this.#store
      .ofAttendee(run, attendee, countingKeys(this.#state.config))
      .flatMap(({ ballot, ...entry }) => (ballot === undefined ? [] : receiptOf(entry, ballot)));
    const { title, language, questions } = definition;
    return { run, shard, attendee, receipts, title, language, questions };
  }

  /** Entries of the run's chain after the one numbered `after`. */
  casts(run: number, after: number, limit: number): StoredCast[] {
    return this.#record.exists() ? this.#store.page(run, after, limit) : [];
  }

  /** When the run's last ballot was cast; 0 where it has none here. */
  lastCastAt(run: number): number {
    return this.#record.exists() ? this.#store.lastCastAt(run) : 0;
  }

  /** Copies the run's ballots to D1, at once or as soon as D1 is there, and then tells the room. */
  archive(run: number): void {
    this.#record.outbox({ now: Date.now, log: logEvent }).put(`run:${run}`);
    this.ctx.waitUntil(this.ctx.storage.setAlarm(Date.now()));
  }

  override async alarm(): Promise<void> {
    const config = this.#record.config();
    if (config === undefined) return;
    const outbox = this.#record.outbox({ now: Date.now, log: logEvent });
    await outbox.drain(async (name) => {
      const run = Number(name.split(":")[1]);
      await archiveCasts(
        (after, limit) => this.#store.page(run, after, limit),
        (rows) => new PollDatabase(this.env.DB).saveCasts(config.poll, run, config.shard, rows),
      );
      await roomOf(this.env, config.poll).shardArchived(config.poll, config.shard, run);
    });
    const due = this.#record.exists() ? outbox.dueAt() : undefined;
    if (due !== undefined) await this.ctx.storage.setAlarm(due);
  }

  /** Drops the ballots of a run that D1 has, or that are to be kept nowhere. */
  forget(run: number): void {
    if (!this.#record.exists()) return;
    this.#store.forget(run);
    // Not in memory either.
    const config = this.#state?.config;
    if (config?.run === run) this.#use(config);
  }

  /** Drops a run that is over, and is kept nowhere; what was accepted of it before is on disk by then. */
  async wipe(config: ShardConfig, run: number): Promise<void> {
    await this.configure(config);
    if (this.#record.exists()) this.#store.forget(run);
  }

  /** How many sockets are open here. */
  connected(): number {
    return this.ctx.getWebSockets().length;
  }

  async erase(): Promise<void> {
    for (const socket of this.ctx.getWebSockets()) closeSocket(socket, closeCodes.pollGone, "the poll is gone");
    this.#drop();
    await this.ctx.storage.deleteAlarm();
    await this.ctx.storage.deleteAll();
    // Also what came in between, and now has nothing on disk.
    this.#drop();
    this.#record = new ShardRecord(this.ctx.storage.sql);
    dropClosedLines(this.ctx);
  }

  #drop(): void {
    this.#erasings++;
    this.#state?.stop();
    this.#state = undefined;
    this.#heardFromRoom = false;
  }

  #use(config: ShardConfig): void {
    this.#state?.stop();
    if (this.#sockets.startRun(config.run)) {
      dropClosedLines(this.ctx, () => this.#sockets.present() === 0);
    }
    this.#state = new ShardState(config, {
      store: this.#store,
      newSalt,
      sockets: this.#sockets,
      sync: () => this.ctx.storage.sync(),
      abort: (reason) => this.ctx.abort(reason),
      report: (report) => roomOf(this.env, config.poll).report(config.poll, config.shard, report),
      askRoom: () => this.ctx.waitUntil(this.#ask(config.poll, config.shard)),
    });
  }

  async #attendeeOf(token: string): Promise<string | undefined> {
    const config = this.#state?.config;
    if (config === undefined) return undefined;
    const claims = await verifyToken(config.secret, token);
    return claims?.run === config.run && claims.shard === config.shard ? claims.attendee : undefined;
  }

  /** Whether there is such a shard; asks the room once after waking, for what may have been missed. */
  async #known(poll: string, shard: number): Promise<Hello> {
    const config = this.#state?.config;
    if (config !== undefined && this.#heardFromRoom) return { known: true, config };
    const asked = this.#ask(poll, shard);
    if (config === undefined) return asked;
    // The room may be slow or down; a shard that knows its poll serves it meanwhile.
    const late = scheduler.wait(helloDeadlineMs).then((): Hello => ({ known: true, config }));
    return Promise.race([asked.catch((): Hello => ({ known: true, config })), late]);
  }

  #ask(poll: string, shard: number): Promise<Hello> {
    this.#asking ??= this.#askOnce(poll, shard).finally(() => {
      this.#asking = undefined;
    });
    return this.#asking;
  }

  async #askOnce(poll: string, shard: number): Promise<Hello> {
    const erasings = this.#erasings;
    const hello: Hello = await roomOf(this.env, poll).hello(poll, shard);
    if (erasings !== this.#erasings) return { known: false, reason: "gone" };
    if (hello.known) await this.configure(hello.config);
    return hello;
  }
}

function lineTerms(headers: Headers): LineTerms {
  const languages = headers.get("x-handupp-languages") ?? "";
  const [line, after] = [headers.get("x-handupp-line"), headers.get("x-handupp-after")];
  return {
    languages: languages === "" ? [] : languages.split(","),
    ...(line === null ? {} : { line }),
    ...(after === null ? {} : { after }),
  };
}
