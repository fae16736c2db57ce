/**
 * The word clouds of one room. It keeps them, so that every screen shows the same one, whenever it was opened: where a word
 * stands depends on what stood there before it came.
 */
import type { Question } from "../questions/registry.ts";
import type { ShownTally } from "../questions/tally.ts";
import { updateCloud } from "../questions/words/cloud/layout.ts";
import { pictureOf } from "../questions/words/cloud/picture.ts";
import type { CloudPicture } from "../shared/cloud-picture.ts";
import { wordKey } from "../shared/text.ts";
import type { RoomRecord } from "../store/room-record.ts";

export class Clouds {
  readonly #record: RoomRecord;

  constructor(record: RoomRecord) {
    this.#record = record;
  }

  /**
   * The cloud of a words question after `tally`, for a frame or a result; nothing for other types. It is on disk before a
   * frame with it leaves, since the object's output waits for its writes.
   */
  of(run: number, question: Question, tally: ShownTally): { cloud?: CloudPicture } {
    if (question.type !== "words" || !("words" in tally)) return {};
    const { language } = this.#record.get("definition").definition;
    const words = tally.words.map(({ word, count }) => ({ key: wordKey(word, language), word, count }));
    const before = this.#record.cloud(run, question.id);
    const after = updateCloud(before, words);
    if (after !== before) this.#record.keepCloud(run, question.id, after);
    return { cloud: pictureOf(after) };
  }
}
