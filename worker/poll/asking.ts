/**
 * The same question may be asked in several rounds, and a round be cleared and asked anew. A ballot belongs to one take of
 * one round. Pure.
 */
import { limits } from "../shared/limits.ts";

/**
 * Question id → for each round that it has been asked in, how often that round was cleared. Kept with the stage, and empty
 * at the start of a run.
 */
export type Asked = Readonly<Record<string, readonly number[]>>;

/** One asking of a question: its round from 1, and the take of that round from 0. */
export type Asking = { question: string; round: number; take: number };

/** What no question's id can hold, so that a key can't be one. */
const mark = "~";

/** The asking's full name, as phones are told it and say it back: an answer made for one asking never counts in another. */
export function askingName({ question, round, take }: Asking): string {
  return `${question}${mark}${round}.${take}`;
}

/** What ballots and tallies are kept under: for most questions, which are asked once, it is the question's id. */
export function ballotKey(asking: Asking): string {
  return asking.round === 1 && asking.take === 0 ? asking.question : askingName(asking);
}

/** The full name of the asking that has this key. */
export function fullName(key: string): string {
  return key.includes(mark) ? key : askingName({ question: key, round: 1, take: 0 });
}

export function questionOfKey(key: string): string {
  return key.split(mark, 1)[0] ?? key;
}

/** The name that exports give to the round of these ballots: the question's id, and from the second round on its number. */
export function exportedName(key: string): string {
  const [question = "", asking = "1"] = key.split(mark);
  return roundName(question, Number(asking.split(".")[0]));
}

export function roundName(question: string, round: number): string {
  return round === 1 ? question : `${question}${mark}${round}`;
}

/** An id may be `constructor`. */
function takesOf(asked: Asked, question: string): readonly number[] {
  return (Object.hasOwn(asked, question) ? asked[question] : undefined) ?? [];
}

/** How many rounds of the question there have been; 0 where it was never on stage. */
export function roundsOf(asked: Asked, question: string): number {
  return takesOf(asked, question).length;
}

/** The take of that round which counts. */
export function askingOf(asked: Asked, question: string, round: number): Asking {
  return { question, round, take: takesOf(asked, question)[round - 1] ?? 0 };
}

/** The keys of the question's rounds, in order: at least the first one's. */
export function ballotKeys(asked: Asked, question: string): string[] {
  const rounds = Math.max(1, roundsOf(asked, question));
  return Array.from({ length: rounds }, (_, index) => ballotKey(askingOf(asked, question, index + 1)));
}

/** The keys of all takes that were cleared. */
export function clearedKeys(asked: Asked): string[] {
  return Object.entries(asked).flatMap(([question, takes]) =>
    takes.flatMap((current, index) =>
      Array.from({ length: current }, (_, take) => ballotKey({ question, round: index + 1, take })),
    ),
  );
}

/** `asked` once the question is put on stage in the round; undefined where the round before it has not been. */
export function withRound(asked: Asked, question: string, round: number): Asked | undefined {
  const takes = takesOf(asked, question);
  if (round <= takes.length) return asked;
  return round === takes.length + 1 && round <= limits.rounds ? { ...asked, [question]: [...takes, 0] } : undefined;
}

/** The round begins another take, or with -1 goes back to the one before. */
export function withTake(asked: Asked, { question, round, take }: Asking, step: 1 | -1): Asked {
  const takes = [...takesOf(asked, question)];
  takes[round - 1] = take + step;
  return { ...asked, [question]: takes };
}
