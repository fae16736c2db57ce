/**
 * Answers that the service has not acked, kept across reconnects and reloads. Pure but for the storage it is given.
 * The latest answer to an asking of a question replaces an older one; its `ref` stays the same until it is settled.
 */
import type { Answer } from "../../worker/questions/registry.ts";
import type { JsonStorage } from "./json-storage.ts";

/** `asking`: of which question and in which round, as the stage said. */
export type UnsentAnswer = { ref: string; run: number; asking: string; answer: Answer | null };

export type AnswerOutbox = {
  /** Keeps the answer and returns what is to be sent; an equal one that waits already is returned as it is. */
  put(run: number, asking: string, answer: Answer | null): UnsentAnswer;
  find(run: number, asking: string): UnsentAnswer | undefined;
  /** All that waits in this run; what is left of other runs is dropped, since it can't be sent any more. */
  ofRun(run: number): UnsentAnswer[];
  /** Acked or refused: the answer is let go and returned. Undefined where a newer one has replaced it. */
  settle(ref: string): UnsentAnswer | undefined;
};

export function answerOutbox(poll: string, storage: JsonStorage, newRef: () => string): AnswerOutbox {
  const key = `handupp.outbox.${poll}`;

  // Read anew each time: another tab of the same phone may have written.
  const read = () => storage.get<UnsentAnswer[]>(key) ?? [];
  const write = (entries: UnsentAnswer[]) => storage.set(key, entries.length === 0 ? null : entries);

  const find = (run: number, asking: string) => read().find((entry) => entry.run === run && entry.asking === asking);

  return {
    find,
    put(run, asking, answer) {
      const waiting = find(run, asking);
      if (waiting !== undefined && JSON.stringify(waiting.answer) === JSON.stringify(answer)) return waiting;
      const entry = { ref: newRef(), run, asking, answer };
      write([...read().filter((other) => other.run !== run || other.asking !== asking), entry]);
      return entry;
    },
    ofRun(run) {
      const all = read();
      const own = all.filter((entry) => entry.run === run);
      if (own.length < all.length) write(own);
      return own;
    },
    settle(ref) {
      const all = read();
      const settled = all.find((entry) => entry.ref === ref);
      if (settled !== undefined) write(all.filter((entry) => entry !== settled));
      return settled;
    },
  };
}
