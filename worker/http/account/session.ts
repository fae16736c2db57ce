/** Who is signed in: a cookie that no script reads holds a token, of which D1 has the hash. */
import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { hashKey, randomToken } from "../../live/token.ts";
import { limits } from "../../shared/limits.ts";
import { type Session, Sessions } from "../../store/sessions.ts";
import { type App, isKey } from "../access.ts";
import { Problem } from "../problem.ts";
import { cookieOptions, originOf } from "../site.ts";
import { endStages } from "./end-sign-in.ts";

const tokenBytes = 32;
const familyBytes = 12;

/** Undefined where nobody is. Throws where a call that changes something comes from another site's page. */
export async function sessionOf(c: Context<App>): Promise<Session | undefined> {
  const token = getCookie(c, cookieName(c)) ?? "";
  if (!isKey(token)) return undefined;
  refuseOtherSites(c);
  const sessions = new Sessions(c.env.DB);
  const now = Date.now();
  const session = await sessions.find(await hashKey(token), now);
  if (session?.old === true) {
    const next = randomToken(tokenBytes);
    if (await sessions.renew(session, await hashKey(next), now)) c.set("sessionToken", next);
  }
  return session;
}

export async function signedIn(c: Context<App>): Promise<Session> {
  const session = await sessionOf(c);
  if (session === undefined) throw new Problem(401, "Sign in first.");
  return session;
}

/** Signs the account in with this response; whoever was signed in here before no longer is. */
export async function beginSession(c: Context<App>, account: string): Promise<void> {
  const before = await sessionOf(c);
  const sessions = new Sessions(c.env.DB);
  const again = before?.account === account;
  if (before !== undefined && again) await sessions.endFamily(before.family);
  else if (before !== undefined) await endSession(c, before);
  const token = randomToken(tokenBytes);
  // The stages that this browser has open are the new session's to end.
  const family = again ? before.family : randomToken(familyBytes);
  await sessions.begin(await hashKey(token), account, family, Date.now());
  c.set("sessionToken", token);
}

/** With it go the stages that it has opened. */
export async function endSession(c: Context<App>, { account, family }: Session): Promise<void> {
  await new Sessions(c.env.DB).endFamily(family);
  await endStages(c.env, { account, family });
}

/** A browser says where a page came from whenever something is changed: it has to be this very site, and to be said. */
export function refuseOtherSites(c: Context<App>): void {
  if (c.req.method === "GET" || c.req.method === "HEAD") return;
  const origin = c.req.header("origin");
  if (origin === originOf(c)) return;
  const unnamed = origin === undefined || origin === "null";
  if (unnamed && c.req.header("sec-fetch-site") === "same-origin") return;
  throw new Problem(403, "Accounts are for this site's own pages.");
}

/** Puts the session's cookie, where it is a new one, on whatever response is made. */
export const keepSession: MiddlewareHandler<App> = async (c, next) => {
  await next();
  const token = c.get("sessionToken");
  if (token === undefined || c.res.status === 101) return;
  const options = { ...cookieOptions(c), sameSite: "Strict" } as const;
  if (token === null) deleteCookie(c, cookieName(c), options);
  else setCookie(c, cookieName(c), token, { ...options, maxAge: limits.sessionIdleMs / 1000 });
};

/** `__Host-` binds a cookie to this host over TLS; without TLS browsers refuse it. */
function cookieName(c: Context<App>): string {
  return originOf(c).startsWith("https:") ? "__Host-handupp_session" : "handupp_session";
}
