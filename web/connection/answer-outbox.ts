/**
 * Answers that the service has not acked, kept across reconnects and reloads. Pure but for the storage it is given.
 * The latest answer to an asking of a question replaces an older one; its `ref` stays the same until it is settled.
 */
import type { Answer, QuestionType } from "../../worker/questions/registry.ts";
import type { JsonStorage } from "./json-storage.ts";

/**
 * What was answered. `asking`: which question and in which round, as the stage said. Its type is told apart, since an
 * organiser may make another question of it under the same id.
 */
export type AskedQuestion = { run: number; asking: string; type: QuestionType };
export type UnsentAnswer = AskedQuestion & { ref: string; answer: Answer | null };

type Owned = UnsentAnswer & { owner?: string | undefined };

export type AnswerOutbox = {
  /** Keeps the answer and returns what is to be sent; an equal one that waits already is returned as it is. */
  put(asked: AskedQuestion, answer: Answer | null): UnsentAnswer;
  find(asked: AskedQuestion): UnsentAnswer | undefined;
  /** All that waits in this run; what is left of other runs, or others' here, is dropped: it can't be sent any more. */
  ofRun(run: number): UnsentAnswer[];
  /** Whether anything waits that `ofRun` will drop. */
  isLate(run: number): boolean;
  /** Acked or refused: the answer is let go and returned. Undefined where a newer one has replaced it. */
  settle(ref: string): UnsentAnswer | undefined;
  /** Whether what waits outlives this page. */
  lasts(): boolean;
};

/** `owner`: which of the people it is who answer one after another on this phone. */
export function answerOutbox(poll: string, storage: JsonStorage, newRef: () => string, owner?: string): AnswerOutbox {
  const key = `handupp.outbox.${poll}`;

  // Read anew each time: another tab of the same phone may have written.
  const read = () => storage.get<Owned[]>(key) ?? [];
  const write = (entries: Owned[]) => storage.set(key, entries.length === 0 ? null : entries);

  const isOwn = (entry: Owned, run: number) => entry.owner === owner && entry.run === run;
  const isOf = (entry: Owned, { run, asking }: AskedQuestion) => isOwn(entry, run) && entry.asking === asking;
  const find = (asked: AskedQuestion) => read().find((entry) => isOf(entry, asked) && entry.type === asked.type);

  return {
    find,
    put(asked, answer) {
      const waiting = find(asked);
      if (waiting !== undefined && JSON.stringify(waiting.answer) === JSON.stringify(answer)) return waiting;
      const entry = { ...asked, ref: newRef(), answer, owner };
      write([...read().filter((other) => !isOf(other, asked)), entry]);
      return entry;
    },
    ofRun(run) {
      const all = read();
      const own = all.filter((entry) => isOwn(entry, run));
      if (own.length < all.length) write(own);
      return own;
    },
    isLate: (run) => read().some((entry) => !isOwn(entry, run)),
    settle(ref) {
      const all = read();
      const settled = all.find((entry) => entry.ref === ref);
      if (settled !== undefined) write(all.filter((entry) => entry !== settled));
      return settled;
    },
    lasts: () => storage.lasts(key),
  };
}
