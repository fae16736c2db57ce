/** Who asks: decided here, at the edge, before anything else of a call is looked at. */
import type { Context } from "hono";
import type { Env } from "../env.ts";
import { roomOf } from "../live/objects.ts";
import type { PollRoom } from "../live/poll-room.ts";
import { hashKey } from "../live/token.ts";
import type { Asker, Reply } from "../poll/replies.ts";
import { AccountPolls } from "../store/account-polls.ts";
import { Publications } from "../store/publications.ts";
import { sessionOf } from "./account/session.ts";
import { Problem, problemOf } from "./problem.ts";

/** `sessionToken`: a cookie to be set with the response; null takes it away. */
export type App = { Bindings: Env; Variables: { sessionToken?: string | null } };

/** Tells whose key asked. */
export const roleHeader = "x-handupp-role";

const pollIdPattern = /^[A-Za-z0-9_-]{16}$/;
const itemIdPattern = /^[A-Za-z0-9_-]{1,32}$/;
const keyPattern = /^[A-Za-z0-9_-]{22,64}$/;

/** Ids that can't be ours wake no object. */
export function isPollId(id: string): boolean {
  return pollIdPattern.test(id);
}

/** Of questions and options. */
export function isItemId(id: string): boolean {
  return itemIdPattern.test(id);
}

export function isKey(text: string): boolean {
  return keyPattern.test(text);
}

/** The room of the poll in the path, for a caller who holds one of `roles`. */
export async function authorised(
  c: Context<App>,
  ...roles: [Asker, ...Asker[]]
): Promise<{ id: string; room: DurableObjectStub<PollRoom>; role: Asker }> {
  const id = c.req.param("id") ?? "";
  if (!isPollId(id)) throw problemOf({ reason: "gone" });
  const room = roomOf(c.env, id);
  const role = await roleOf(c, id, room);
  if (role === undefined) {
    throw new Problem(401, "Send one of the poll's keys as a bearer token.", {
      headers: { "www-authenticate": "Bearer" },
    });
  }
  if (!roles.includes(role)) {
    const or = roles.includes("presenter") ? " or the presenter's" : "";
    throw new Problem(403, `This needs the organiser's${or} key.`);
  }
  return { id, room, role };
}

/** Single ballots are the organiser's, and everybody's where they are published with the results. */
export async function mayReadBallots(env: Env, id: string, role: Asker): Promise<boolean> {
  if (role !== "reader") return role === "organiser";
  return (await new Publications(env.DB).of(id))?.ballots === true;
}

/** By the key that is sent; only without one by the account of whoever is signed in. */
async function roleOf(c: Context<App>, id: string, room: DurableObjectStub<PollRoom>): Promise<Asker | undefined> {
  const session = c.req.header("authorization") === undefined ? await sessionOf(c) : undefined;
  if (session !== undefined) return new AccountPolls(c.env.DB).role(session.account, id);
  const key = bearerKey(c.req.header("authorization"));
  const hash = await hashKey(key);
  const role = unwrap(await room.access(id, hash));
  if (role !== undefined || key === "") return role;
  return (await new Publications(c.env.DB).openedBy(id, hash)) === undefined ? undefined : "reader";
}

/** The key of `Authorization: Bearer KEY`; empty where there is none, which is nobody's key. */
export function bearerKey(header: string | undefined): string {
  const key = /^Bearer +(\S+)$/i.exec(header ?? "")?.[1] ?? "";
  return isKey(key) ? key : "";
}

export function unwrap<T>(reply: Reply<T>): T {
  if (!reply.ok) throw problemOf(reply.error);
  return reply.value;
}
