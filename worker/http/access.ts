/** Who asks: decided here, at the edge, before anything else of a call is looked at. */
import type { Context } from "hono";
import type { Env } from "../env.ts";
import { roomOf } from "../live/objects.ts";
import type { PollRoom } from "../live/poll-room.ts";
import { hashKey } from "../live/token.ts";
import type { Asker, Reply } from "../poll/replies.ts";
import { Publications } from "../store/publications.ts";
import { Problem, problemOf } from "./problem.ts";

export type App = { Bindings: Env };

/** Tells whose key asked. */
export const roleHeader = "x-handupp-role";
/** Of every key that is given out: 192 random bits. */
export const keyBytes = 24;

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
  const key = bearerKey(c.req.header("authorization"));
  const role = await roleOfKey(c.env, id, room, key);
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

async function roleOfKey(
  env: Env,
  id: string,
  room: DurableObjectStub<PollRoom>,
  key: string,
): Promise<Asker | undefined> {
  const hash = await hashKey(key);
  const role = unwrap(await room.access(id, hash));
  if (role !== undefined || key === "") return role;
  return (await new Publications(env.DB).openedBy(id, hash)) === undefined ? undefined : "reader";
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

/** Browsers say where a page came from; others have no Origin. The scheme may differ behind a proxy that ends TLS. */
export function isOfOtherSite(c: Context): boolean {
  const origin = c.req.header("origin");
  return origin !== undefined && URL.parse(origin)?.host !== new URL(c.req.url).host;
}

/** A form that was sent by another site's page. A browser that doesn't say so has sent no cookie either. */
export function isPostOfOtherSite(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  // Our own pages name no referrer, and hence no origin.
  return c.req.header("origin") !== "null" && isOfOtherSite(c);
}

/** Of every cookie here: no script reads it, and no other site's page sends it along. */
export function cookieOptions(c: Context) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: originOf(c).startsWith("https:") } as const;
}

/** `https` behind a proxy that ends TLS and says so. */
export function originOf(c: Context): string {
  const url = new URL(c.req.url);
  const forwarded = c.req.header("x-forwarded-proto");
  return `${forwarded === "https" ? "https:" : url.protocol}//${url.host}`;
}
