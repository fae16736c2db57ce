/**
 * The word clouds of one room. It keeps them, so that every screen shows the same one, whenever it was opened: where a word
 * stands depends on what stood there before it came.
 */
import { type Asking, roundName } from "../poll/asking.ts";
import type { Question } from "../questions/registry.ts";
import type { ShownTally } from "../questions/tally.ts";
import { type Cloud, updateCloud } from "../questions/words/cloud/layout.ts";
import { pictureOf } from "../questions/words/cloud/picture.ts";
import type { CloudPicture } from "../shared/cloud-picture.ts";
import { wordKey } from "../shared/text.ts";
import type { KeptCloud, RoomRecord } from "../store/room-record.ts";

export class Clouds {
  readonly #record: RoomRecord;
  /** Of rounds that were cleared, the clouds before: should that be undone. In memory alone, since answers are erased. */
  readonly #cleared = new Map<string, KeptCloud>();

  constructor(record: RoomRecord) {
    this.#record = record;
  }

  /**
   * The cloud of a words question after `tally`, for a frame or a result; nothing for other types. It is on disk before a
   * frame with it leaves, since the object's output waits for its writes.
   */
  of(run: number, asking: Asking, question: Question, tally: ShownTally): { cloud?: CloudPicture } {
    if (question.type !== "words" || !("words" in tally)) return {};
    const { language } = this.#record.get("definition").definition;
    const words = tally.words.map(({ word, count }) => ({ key: wordKey(word, language), word, count }));
    const before = this.#before(run, asking);
    const cloud = updateCloud(before, words);
    if (cloud !== before) this.#record.keepCloud(nameOf(asking), { run, take: asking.take, cloud });
    return { cloud: pictureOf(cloud) };
  }

  #before(run: number, asking: Asking): Cloud | undefined {
    const name = nameOf(asking);
    const isOfAsking = (kept: KeptCloud | undefined) => kept?.run === run && kept.take === asking.take;
    const kept = this.#record.cloud(run, name);
    if (kept === undefined || isOfAsking(kept)) return kept?.cloud;
    const cleared = this.#cleared.get(name);
    this.#cleared.set(name, kept);
    return isOfAsking(cleared) ? cleared?.cloud : undefined;
  }
}

function nameOf({ question, round }: Asking): string {
  return roundName(question, round);
}
