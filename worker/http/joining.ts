/** From a code to a poll, for the API and the pages. */
import type { Context } from "hono";
import { roomOf } from "../live/objects.ts";
import type { Joined, RoomRefusal } from "../poll/replies.ts";
import { parseCode } from "../shared/codes.ts";
import { limits } from "../shared/limits.ts";
import { type Result, refuse } from "../shared/result.ts";
import { PollDatabase } from "../store/poll-database.ts";
import type { App } from "./access.ts";
import { AddressGuard, addressOf } from "./address-guard.ts";

/** Wrong codes alone: right ones are let through whatever the count, since thousands may join from one address. */
const guard = new AddressGuard(limits.wrongCodesPerMinute);
const cacheMs = 60_000;
const cacheSize = 1000;
/** Thousands type one code within seconds, and D1 may be down meanwhile. A code never moves to another poll. */
const codes = new Map<string, { poll: string; since: number }>();

export type CodeRefusal = { reason: "unknown" } | { reason: "too-many"; retryAfter: number };

export async function pollOfCode(c: Context<App>, typed: string): Promise<Result<string, CodeRefusal>> {
  const code = parseCode(typed);
  const poll = code === undefined ? undefined : await lookUp(c, code);
  return poll === undefined ? refuseCode(c) : { ok: true, value: poll };
}

/**
 * A token and the stage of the poll; a poll that is gone since its code was kept is an unknown code. `languages`: which
 * the attendee would read it in, the dearest first.
 */
export async function joinPoll(
  c: Context<App>,
  poll: string,
  { rehearsal = false, languages = [] }: { rehearsal?: boolean; languages?: string[] } = {},
): Promise<Result<Joined, CodeRefusal | RoomRefusal>> {
  const joined = await roomOf(c.env, poll).join(poll, rehearsal, languages);
  if (joined.ok || joined.error.reason !== "gone") return joined;
  for (const [code, known] of codes) if (known.poll === poll) codes.delete(code);
  return refuseCode(c);
}

function refuseCode(c: Context<App>): Result<never, CodeRefusal> {
  const retryAfter = guard.count(addressOf(c), Date.now());
  return refuse(retryAfter === undefined ? { reason: "unknown" } : { reason: "too-many", retryAfter });
}

async function lookUp(c: Context<App>, code: string): Promise<string | undefined> {
  const known = codes.get(code);
  if (known !== undefined && Date.now() - known.since < cacheMs) return known.poll;
  const poll = await new PollDatabase(c.env.DB).pollIdOfCode(code).catch((error: unknown) => {
    // Better an entry past its time than nobody let in while D1 is down.
    if (known !== undefined) return known.poll;
    throw error;
  });
  if (poll === undefined) {
    codes.delete(code);
    return undefined;
  }
  if (codes.size >= cacheSize) codes.clear();
  codes.set(code, { poll, since: Date.now() });
  return poll;
}
