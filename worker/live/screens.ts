/** What a room shows: the stage and the tally of its question, to presenters and, where allowed, by the shards to phones. */
import { type Asking, ballotKey } from "../poll/asking.ts";
import { contextOf } from "../poll/definition.ts";
import { moderationOf } from "../poll/moderation.ts";
import {
  type PollStageFrame,
  type PollTallyFrame,
  presenterPart,
  showsTallyOnPhones,
  stageFrame,
  type Viewer,
} from "../poll/snapshots.ts";
import { askedRounds, runOf } from "../poll/stage.ts";
import type { Question } from "../questions/registry.ts";
import { inspectTally, mergeTallies, type ShownTally, showTally, tallyForPhones } from "../questions/tally.ts";
import { limits } from "../shared/limits.ts";
import type { PresenceFrame } from "../shared/protocol.ts";
import type { RoomRecord } from "../store/room-record.ts";
import type { Clouds } from "./clouds.ts";
import { Coalescer } from "./coalescer.ts";
import { logEvent } from "./log.ts";
import type { Presenters } from "./presenters.ts";
import type { RoomTallies } from "./room-tallies.ts";
import type { ShardFleet } from "./shard-fleet.ts";
import type { Viewers } from "./viewers.ts";

export type ScreensDeps = {
  context: DurableObjectState;
  record: RoomRecord;
  fleet: ShardFleet;
  presenters: Presenters;
  viewers: Viewers;
  tallies: RoomTallies;
  clouds: Clouds;
};

const retryMs = 1000;

/** What one room's frames may put on the wire: a presenter's line, and all phones together. Bytes a millisecond. */
const presenterRate = 1000;
const phonesRate = 20_000;

/** Frames that are large, or go to many, are sent more seldom, so that no line and no machine has to catch up. */
function frameIntervalMs(presenterBytes: number, crowdBytes: number): number {
  return Math.max(limits.tallyIntervalMs, presenterBytes / presenterRate, crowdBytes / phonesRate);
}

export class Screens {
  readonly #deps: ScreensDeps;
  readonly #frames: Coalescer;

  constructor(deps: ScreensDeps) {
    this.#deps = deps;
    this.#frames = new Coalescer(limits.tallyIntervalMs, () => deps.context.waitUntil(this.#showTally()));
  }

  /** Something that the screens show has changed: they hear of it with the next frame. */
  update(): void {
    this.#frames.request();
  }

  /** What is shown may have to go: no frame is long in coming, and none from before is sent to who lags behind. */
  moderated(): void {
    this.#deps.presenters.tallies.clear();
    this.#deps.viewers.forgetTally();
    this.#frames.request(limits.tallyIntervalMs);
  }

  stop(): void {
    this.#frames.cancel();
  }

  /** The stage that is on, to all presenters at once. */
  showStage(): void {
    const { record, presenters } = this.#deps;
    presenters.tallies.clear();
    const seq = record.get("stageSeq");
    presenters.send(JSON.stringify(this.presenterFrame(seq)), seq);
    this.#deps.viewers.showStage(this.stageFrame("attendees"));
  }

  /** The stage with what presenters see of the room besides. */
  presenterFrame(seq: number): PollStageFrame {
    const { record, tallies } = this.#deps;
    const { revision } = record.get("definition");
    const { joined } = record.audienceOf(this.#run());
    const extra = presenterPart(record.get("stage"));
    const now = new Date().toISOString();
    const room = { joined, present: tallies.present(), ...tallies.ackP95() };
    return { ...this.stageFrame("presenters"), ...extra, seq, revision, ...room, now };
  }

  stageFrame(viewer: Viewer): PollStageFrame {
    const { record } = this.#deps;
    const { definition } = record.get("definition");
    return stageFrame(record.get("stage"), definition, record.get("stageSeq"), Date.now(), viewer);
  }

  async #showTally(): Promise<void> {
    const { record, tallies, fleet } = this.#deps;
    const run = this.#run();
    const stageSeq = record.get("stageSeq");
    try {
      await tallies.complete(run, record.audienceOf(run).shards, (shard) => fleet.report(shard, run));
    } catch (error) {
      logEvent("shards-not-heard", { poll: record.get("poll").id, error: String(error) });
      setTimeout(() => this.update(), retryMs);
      return;
    }
    // The stage has changed meanwhile: what it shows now is asked for anew.
    if (stageSeq !== record.get("stageSeq")) this.update();
    else await this.#show(run, stageSeq);
  }

  async #show(run: number, stageSeq: number): Promise<void> {
    const { record, tallies, fleet, presenters, viewers } = this.#deps;
    // As attendees may see it, for the room's screen too: a tally tells of the right answer once that is shown.
    const stage = this.stageFrame("attendees");
    const seq = record.nextSeq();
    const { joined } = record.audienceOf(run);
    if (stage.question === null) {
      const presence: PresenceFrame = {
        type: "presence",
        seq,
        run,
        joined,
        present: tallies.present(),
        ...tallies.ackP95(),
      };
      presenters.tallies.show({ frame: JSON.stringify(presence), seq }, presenters.all());
      return;
    }
    const onPhones = showsTallyOnPhones(stage);
    const watching = viewers.watching(stage);
    if (!onPhones && !presenters.any() && watching.length === 0) return;
    const { question } = stage;
    const rounds = askedRounds(record.get("stage"), question.id);
    const shown = this.#tally(run, question, rounds.shown);
    const present = tallies.present();
    const frame = (tally: ShownTally) => this.#frame(seq, run, question, tally);
    const { tally, ...inspected } = shown.forPresenters();
    // What screens show besides. Phones show words as a list, and one round.
    const forScreens = {
      ...this.#deps.clouds.of(run, rounds.shown, question, tally),
      otherRound: this.#otherRound(run, question, rounds.other),
    };
    const delays = tallies.ackP95();
    const forPresenters = JSON.stringify({ ...frame(tally), ...inspected, ...forScreens, joined, ...delays });
    const forPhones = onPhones ? JSON.stringify(frame(tallyForPhones(shown.forAll(), question))) : "";
    const forViewers = watching.length > 0 ? JSON.stringify({ ...frame(shown.forAll()), ...forScreens }) : "";
    const toCrowd = forPhones.length * present + forViewers.length * watching.length;
    this.#frames.intervalMs = frameIntervalMs(forPresenters.length, toCrowd);
    presenters.tallies.show({ frame: forPresenters, seq }, presenters.all());
    if (watching.length > 0) viewers.showTally({ frame: forViewers, seq }, watching);
    if (onPhones) await fleet.showTally({ frame: forPhones, seq, stageSeq });
  }

  /** What phones are shown of the tally, for a page without a socket; undefined where they are shown nothing of it. */
  async phoneTally(): Promise<PollTallyFrame | undefined> {
    const { record, tallies, fleet } = this.#deps;
    const run = this.#run();
    await tallies.complete(run, record.audienceOf(run).shards, (shard) => fleet.report(shard, run));
    const stage = this.stageFrame("attendees");
    if (stage.run !== run || stage.question === null || !showsTallyOnPhones(stage)) return undefined;
    const { shown } = askedRounds(record.get("stage"), stage.question.id);
    const tally = tallyForPhones(this.#tally(run, stage.question, shown).forAll(), stage.question);
    return this.#frame(record.nextSeq(), run, stage.question, tally);
  }

  #frame(seq: number, run: number, { id }: Question, tally: ShownTally): PollTallyFrame {
    const present = this.#deps.tallies.present();
    return { type: "tally", seq, run, question: id, answered: tally.answered, present, tally };
  }

  /** The tally as it stands. What everybody sees is made where somebody looks, and once. */
  #tally(run: number, question: Question, asking: Asking) {
    const { record, tallies } = this.#deps;
    const context = contextOf(record.get("definition").definition);
    const moderation = moderationOf(record.moderation.of(run), question.id);
    const tally = mergeTallies(question, tallies.ofAsking(ballotKey(asking)));
    let all: ShownTally | undefined;
    return {
      forAll: () => {
        all ??= showTally(tally, question, context, moderation);
        return all;
      },
      forPresenters: () => inspectTally(tally, question, context, moderation),
    };
  }

  #otherRound(run: number, question: Question, asking: Asking | undefined): PollTallyFrame["otherRound"] {
    if (asking === undefined) return undefined;
    const tally = this.#tally(run, question, asking).forAll();
    const { answered } = tally;
    return { round: asking.round, answered, tally, ...this.#deps.clouds.of(run, asking, question, tally) };
  }

  #run(): number {
    return runOf(this.#deps.record.get("stage"));
  }
}
