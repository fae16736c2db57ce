/**
 * The chain of a shard's casts in one run: an entry for every answer that was stored, changes included, and for every
 * clearing. Each entry's hash is made of the one before, so that whoever has noted the last one, the head, sees whether
 * anything before it was altered, left out, put in or moved. docs/VERIFYING.md has the texts that are hashed. Pure.
 */
import { sha256Hex } from "../shared/sha256.ts";
import { exportedName, fullName } from "./asking.ts";

/** How far a chain has come: the number of entries, and the hash of the last one. */
export type ChainHead = { casts: number; head: string };

export type ChainEntry = {
  /** 1, 2, … */
  number: number;
  /** The asking's full name (see asking.ts). */
  asking: string;
  /** The number of the same attendee's cast in the same asking that this one takes the place of. */
  replaces: number | null;
  /** Of the ballot; or `cleared` where all casts of the asking up to here stop counting. */
  digest: string;
};

export const cleared = "cleared";

/** What a ballot's digest is made of, as ballots.csv has it. */
export type SealedBallot = {
  /** The question as exports name it. */
  question: string;
  attendee: string;
  /** The answer's JSON. */
  answer: string;
  /** ISO 8601. */
  castAt: string;
  /** Random, so that nobody can find out by trying what an answer was that was changed or deleted. */
  salt: string;
};

export function emptyChain(poll: string, run: number, shard: number): ChainHead {
  return { casts: 0, head: sha256Hex(`handupp\n${poll}\n${run}\n${shard}`) };
}

/** None of the fields can hold a line break: ids can't, and JSON escapes it. The first line is shorter than a head's. */
export function ballotDigest({ question, attendee, answer, castAt, salt }: SealedBallot): string {
  return sha256Hex(`${question}\n${attendee}\n${answer}\n${castAt}\n${salt}`);
}

export function headAfter(head: string, { number, asking, replaces, digest }: ChainEntry): string {
  return sha256Hex(`${head}\n${number}\n${asking}\n${replaces ?? ""}\n${digest}`);
}

export function extended({ head }: ChainHead, entry: ChainEntry): ChainHead {
  return { casts: entry.number, head: headAfter(head, entry) };
}

/** A cast before it has its place; `key` is the ballot key (see asking.ts), `answer` JSON, `at` milliseconds. */
export type LooseCast = { key: string; attendee: string; answer: string; at: number };
export type SealedCast<C> = C & Pick<ChainEntry, "number" | "replaces" | "digest"> & { salt: string };

/**
 * Puts casts on the chain, in order. `earlier`: the number of the attendee's ballot that counts so far; `newSalt` makes a
 * random one.
 */
export function seal<C extends LooseCast>(
  chain: ChainHead,
  casts: readonly C[],
  earlier: (key: string, attendee: string) => number | undefined,
  newSalt: () => string,
): { chain: ChainHead; sealed: SealedCast<C>[] } {
  const inGroup = new Map<string, number>();
  let now = chain;
  const sealed = casts.map((cast): SealedCast<C> => {
    const { key, attendee, answer, at } = cast;
    const own = `${attendee} ${key}`;
    const number = now.casts + 1;
    const replaces = inGroup.get(own) ?? earlier(key, attendee) ?? null;
    const salt = newSalt();
    const castAt = new Date(at).toISOString();
    const digest = ballotDigest({ question: exportedName(key), attendee, answer, castAt, salt });
    now = extended(now, { number, asking: fullName(key), replaces, digest });
    inGroup.set(own, number);
    return { ...cast, number, replaces, digest, salt };
  });
  return { chain: now, sealed };
}
