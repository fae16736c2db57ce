/** An attendee's own ballots: as JSON to whoever has the token, and to the page about privacy for the phone that has the cookie. */
import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import { shardOf } from "../live/objects.ts";
import { readToken } from "../live/token.ts";
import type { Receipts, ReceiptsPage } from "../poll/receipts.ts";
import { type App, isPollId } from "./access.ts";
import { attendeeCookie } from "./join-routes.ts";
import { Problem, problemOf } from "./problem.ts";

export const receiptRoutes = new Hono<App>().get("/polls/:id/receipts", async (c) => {
  const id = c.req.param("id");
  if (!isPollId(id)) throw problemOf({ reason: "gone" });
  const token = /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? "";
  const found = await receiptsOf(c, id, token);
  if (found === undefined) {
    throw new Problem(401, "Send an attendee's token of the latest run as a bearer token.", {
      headers: { "www-authenticate": "Bearer" },
    });
  }
  const { run, shard, attendee, receipts } = found;
  c.header("cache-control", "no-store");
  return c.json({ run, shard, attendee, receipts } satisfies Receipts);
});

/** Those of the phone that asks, in that poll; undefined where it is none of the poll's, or its shard can't be reached. */
export async function receiptsOfPhone(c: Context<App>, poll: string): Promise<ReceiptsPage | undefined> {
  return receiptsOf(c, poll, getCookie(c, attendeeCookie(poll)) ?? "").catch(() => undefined);
}

async function receiptsOf(c: Context<App>, poll: string, token: string): Promise<ReceiptsPage | undefined> {
  const claims = readToken(token);
  return claims && (await shardOf(c.env, poll, claims.shard).receipts(poll, claims.shard, token));
}
