/** One shard of one run: takes answers, acks them once they are on disk, tells the room, and shows the stage. */
import { questionOfKey } from "../poll/asking.ts";
import { countingKeys } from "../poll/counting-keys.ts";
import type { PhoneTally, ReportReceipt, ShardConfig, ShardReport } from "../poll/links.ts";
import { recounted } from "../poll/moderation.ts";
import { frameAsSeenBy, type PollStageFrame, type PollTallyFrame, stageFrame } from "../poll/snapshots.ts";
import { lostKeys } from "../poll/stage.ts";
import { frameIn, languageFor } from "../poll/translations.ts";
import { closeCodes } from "../shared/protocol.ts";
import type { BallotStore } from "../store/ballot-store.ts";
import { acceptAnswer, findOnStage, type OnStage, type Refused } from "./acceptance.ts";
import { AckDelays } from "./ack-delays.ts";
import type { AttendeeSockets, LineTerms } from "./attendee-sockets.ts";
import { BallotBox, type Cast } from "./ballot-box.ts";
import { Coalescer } from "./coalescer.ts";
import { PostBudgets } from "./frame-budget.ts";
import { GroupCommit } from "./group-commit.ts";
import { logEvent } from "./log.ts";
import { serialisedStage } from "./serialised-stage.ts";
import { closeSocket, receiveFrame, type Session, sendFrame, sendOnCredit, sendRefusal, upgraded } from "./session.ts";
import { TallyBroadcast } from "./tally-broadcast.ts";

export type ShardDeps = {
  store: BallotStore;
  /** A random text that nobody can guess. */
  newSalt: () => string;
  sockets: AttendeeSockets;
  sync: () => Promise<void>;
  /** Gives the object up, so that it starts again from what is on disk. */
  abort: (reason: string) => void;
  report: (report: ShardReport) => Promise<ReportReceipt>;
  askRoom: () => void;
};

/** An answer on its way to the disk; without `cast` it is one that was sent again, which only has to be acked. */
type Entry = { acked: () => void; cast?: Cast };
type Sent = { ref: string; question: string; answer: unknown };

const reportRetryMs = 1000;
const tooFastAnswer: Refused = { code: "too-fast", message: "Too many answers at once. Wait a moment." };

export class ShardState {
  config: ShardConfig;
  readonly #deps: ShardDeps;
  readonly #box: BallotBox;
  readonly #commit: GroupCommit<Entry>;
  readonly #reports: Coalescer;
  readonly #tallies: TallyBroadcast;
  readonly #waiting = { refs: new Set<string>(), ballots: new Set<string>() };
  readonly #changed = new Set<string>();
  /** Of tallies; starts above any that an earlier life of this object can have given out. */
  readonly #firstVersion = Date.now() * 1000;
  #version = this.#firstVersion;
  readonly #versions = new Map<string, number>();
  readonly #delays = new AckDelays();
  readonly #posts = new PostBudgets();
  #onStage: OnStage | undefined;
  #reporting = false;
  /** A phone that comes back drops what is older than what it has: the greeting bears the highest `seq` heard of. */
  #latestSeq: number;

  constructor(config: ShardConfig, deps: ShardDeps) {
    this.config = config;
    this.#latestSeq = config.latestSeq;
    this.#deps = deps;
    this.#box = new BallotBox(deps, config, config.definition, config.aliases ?? []);
    this.#commit = new GroupCommit<Entry>({
      write: (group) => this.#write(group),
      sync: deps.sync,
      stored: (group) => this.#ack(group),
      failed: (_group, error) => {
        logEvent("ballots-not-stored", { poll: config.poll, shard: config.shard, error: String(error) });
        deps.abort("ballots could not be stored");
      },
    });
    this.#reports = new Coalescer(config.reportEveryMs, () => void this.#sendReport());
    this.#tallies = new TallyBroadcast((socket) => deps.sockets.session(socket));
    this.#onStage = findOnStage(this.config.stage, this.config.definition);
    // An earlier life may have acked what it had no time to report.
    for (const key of countingKeys(this.config)) this.#changed.add(key);
    this.#reports.request();
    this.#box.forget(lostKeys(config.stage));
  }

  /** A newer word of the room on the same run. */
  reconfigure(config: ShardConfig): void {
    const before = this.config;
    const aliases = config.aliases ?? [];
    const redefined = JSON.stringify(config.definition) !== JSON.stringify(before.definition);
    const merged = recounted(before.aliases ?? [], aliases);
    this.config = config;
    this.heard(config.latestSeq);
    this.#reports.intervalMs = config.reportEveryMs;
    if (redefined) this.#box.redefine(config.definition, aliases);
    else this.#box.realias(aliases, merged);
    const changed = countingKeys(this.config).filter((key) => redefined || merged.includes(questionOfKey(key)));
    for (const key of changed) this.#markChanged(key);
    if (changed.length > 0) this.#reports.request();
    // Merging words changes nothing of what phones see on stage.
    if (!redefined && merged.length > 0 && JSON.stringify(config.stage) === JSON.stringify(before.stage)) return;
    this.#onStage = findOnStage(this.config.stage, this.config.definition);
    this.#tallies.clear();
    this.#broadcastStage();
    void this.settled();
  }

  heard(seq: number): void {
    this.#latestSeq = Math.max(this.#latestSeq, seq);
  }

  connect(attendee: string, terms: LineTerms): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.#deps.sockets.accept(server, attendee, this.config.run, terms);
    this.presenceChanged();
    // The tally comes at once, too: being there changes `present`, and so makes the room show it anew.
    sendFrame(server, JSON.stringify(this.stageFor(attendee, terms.languages)));
    return upgraded(client);
  }

  stageFor(attendee: string, languages: readonly string[]): PollStageFrame {
    const { stage, definition } = this.config;
    const own = stageFrame(stage, definition, this.#latestSeq, Date.now(), "attendees");
    const frame = frameAsSeenBy(frameIn(own, definition, languageFor(definition, languages)), attendee);
    const ballot = this.#onStage && this.#box.ballot(this.#onStage.key, attendee);
    return ballot === undefined ? frame : { ...frame, answer: ballot.answer };
  }

  receive(socket: WebSocket, message: string | ArrayBuffer): void {
    const session = this.#deps.sockets.session(socket);
    const attendee = this.#deps.sockets.attendee(socket);
    if (session === undefined || attendee === undefined) {
      // Nothing new to a socket that was closed when it was superseded.
      closeSocket(socket, closeCodes.unauthorised, "the token is of another run");
      return;
    }
    const now = Date.now();
    const received = receiveFrame(socket, session, message, now);
    if (received === undefined) return;
    const { frame, tooFast } = received;
    switch (frame.type) {
      case "answer":
        if (tooFast) sendRefusal(socket, session, tooFastAnswer.code, tooFastAnswer.message, frame.ref);
        else this.#receiveAnswer(socket, session, attendee, frame, now);
        return;
      case "stage":
        sendRefusal(socket, session, "forbidden", "Only presenters control the stage.", frame.ref);
        return;
      case "moderate":
        sendRefusal(socket, session, "forbidden", "Only presenters moderate.", frame.ref);
        return;
      case "got":
        session.credit.confirm(frame.seq);
        return;
      default:
        frame satisfies never;
    }
  }

  #receiveAnswer(socket: WebSocket, session: Session, attendee: string, frame: Sent, now: number): void {
    const ack = () => sendOnCredit(socket, session, `{"type":"ack","ref":${JSON.stringify(frame.ref)}}`);
    const refused = this.#take(attendee, frame, now, ack);
    if (refused !== undefined) sendRefusal(socket, session, refused.code, refused.message, frame.ref);
  }

  /** An answer without a socket, from the page's form. Resolves once it is on disk, or to why it was refused. */
  cast(attendee: string, sent: Sent, now: number): Promise<Refused | undefined> {
    if (!this.#posts.allows(attendee, now)) return Promise.resolve(tooFastAnswer);
    return new Promise((resolve) => {
      const refused = this.#take(attendee, sent, now, () => resolve(undefined));
      if (refused !== undefined) resolve(refused);
    });
  }

  /** Lets the answer be stored, and `acked` be called once it is; or says why not. */
  #take(attendee: string, sent: Sent, now: number, acked: () => void): Refused | undefined {
    const { ref } = sent;
    const key = this.#onStage?.key ?? "";
    if (this.#waiting.refs.has(`${attendee} ${ref}`) || this.#box.isAcked(attendee, ref)) {
      this.#commit.add({ acked });
      return undefined;
    }
    const hasCast = () =>
      this.#waiting.ballots.has(`${attendee} ${key}`) || this.#box.ballot(key, attendee) !== undefined;
    const accepted = acceptAnswer(this.#onStage, this.config.stage, sent, hasCast, now);
    if (!accepted.ok) return accepted.error;
    this.#waiting.refs.add(`${attendee} ${ref}`);
    this.#waiting.ballots.add(`${attendee} ${key}`);
    this.#commit.add({ acked, cast: { key, attendee, answer: accepted.value, at: now, ref } });
    return undefined;
  }

  #write(group: readonly Entry[]): void {
    const casts = group.flatMap(({ cast }) => cast ?? []);
    if (casts.length === 0) return;
    this.#box.write(casts);
    for (const { attendee, ref, key } of casts) {
      this.#waiting.refs.delete(`${attendee} ${ref}`);
      this.#waiting.ballots.delete(`${attendee} ${key}`);
      this.#changed.add(key);
    }
    for (const key of this.#changed) this.#markChanged(key);
  }

  #ack(group: readonly Entry[]): void {
    const now = Date.now();
    for (const { acked, cast } of group) {
      acked();
      if (cast !== undefined) this.#delays.add(now - cast.at);
    }
    if (this.#changed.size > 0) this.#reports.request();
  }

  /** Resolves once all answers accepted so far are on disk, and of those what was cleared is gone. */
  async settled(): Promise<void> {
    await this.#commit.settled();
    this.#box.forget(lostKeys(this.config.stage));
  }

  presenceChanged(): void {
    this.#reports.request();
  }

  /** Every tally of the run. */
  report(): ShardReport {
    return this.#reportOf(countingKeys(this.config));
  }

  showTally({ frame, seq, stageSeq }: PhoneTally): void {
    if (stageSeq !== this.config.seq) {
      if (stageSeq > this.config.seq) this.#deps.askRoom();
      return;
    }
    this.heard(seq);
    this.#tallies.show({ frame, seq }, this.#deps.sockets.all());
  }

  /** The tally that phones are shown, as the room last told it; undefined where there is none, or this object has just woken. */
  shownTally(): PollTallyFrame | undefined {
    const shown = this.#tallies.latest();
    return shown && JSON.parse(shown.frame);
  }

  stop(): void {
    this.#reports.cancel();
    this.#tallies.clear();
  }

  #markChanged(key: string): void {
    this.#version += 1;
    this.#versions.set(key, this.#version);
    this.#changed.add(key);
  }

  #reportOf(keys: Iterable<string>): ShardReport {
    const { run } = this.config;
    const tallies: ShardReport["tallies"] = new Map();
    for (const key of keys) {
      const tally = this.#box.tally(key);
      if (tally !== undefined) tallies.set(key, { version: this.#versions.get(key) ?? this.#firstVersion, tally });
    }
    const ackP95 = this.#delays.p95();
    const facts = { run, present: this.#deps.sockets.present(), chain: this.#box.chain };
    return { ...facts, tallies, ...(ackP95 === undefined ? {} : { ackP95 }) };
  }

  async #sendReport(): Promise<void> {
    if (this.#reporting) return;
    this.#reporting = true;
    const startedAt = Date.now();
    const keys = [...this.#changed];
    this.#changed.clear();
    try {
      const receipt = await this.#deps.report(this.#reportOf(keys));
      if (receipt.stageSeq > this.config.seq) this.#deps.askRoom();
    } catch {
      for (const key of keys) this.#changed.add(key);
      setTimeout(() => this.#reports.request(), reportRetryMs);
    } finally {
      this.#reporting = false;
      // Large tallies take long to hand over: at most a quarter of the time goes into it.
      this.#reports.intervalMs = Math.max(this.config.reportEveryMs, 3 * (Date.now() - startedAt));
      if (this.#changed.size > 0) this.#reports.request();
    }
  }

  /** An own answer is put into what others have, too. */
  #broadcastStage(): void {
    const { stage, definition, seq } = this.config;
    const jsonFor = serialisedStage(stageFrame(stage, definition, seq, Date.now(), "attendees"), definition);
    for (const socket of this.#deps.sockets.all()) {
      const attendee = this.#deps.sockets.attendee(socket);
      const session = this.#deps.sockets.session(socket);
      if (attendee === undefined || session === undefined) continue;
      const json = jsonFor(attendee, this.#deps.sockets.languages(socket));
      const ballot = this.#onStage && this.#box.ballot(this.#onStage.key, attendee);
      const own = ballot === undefined ? json : `${json.slice(0, -1)},"answer":${JSON.stringify(ballot.answer)}}`;
      sendOnCredit(socket, session, own, seq);
    }
  }
}
