/** How attendees get in, and the sockets of everyone. */
import { type Context, Hono } from "hono";
import { getCookie } from "hono/cookie";
import * as v from "valibot";
import { roomOf, shardOf } from "../live/objects.ts";
import { refuseUpgrade } from "../live/session.ts";
import { hashKey, readToken } from "../live/token.ts";
import { limits } from "../shared/limits.ts";
import { accountProtocol, bearerPrefix, closeCodes, subprotocol } from "../shared/protocol.ts";
import { fieldError } from "../shared/result.ts";
import { AccountPolls } from "../store/account-polls.ts";
import { OpenedStages } from "../store/opened-stages.ts";
import { type App, isItemId, isKey, isPollId } from "./access.ts";
import { endStage } from "./account/end-sign-in.ts";
import { sessionOf } from "./account/session.ts";
import { readObject } from "./body.ts";
import { type CodeRefusal, joinPoll, pollOfCode } from "./joining.ts";
import { wishedLanguages } from "./languages.ts";
import { Problem, problemOf, wrongFields } from "./problem.ts";
import { readerWishes } from "./reader-language.ts";
import { isOfOtherSite, originOf } from "./site.ts";

const joinBody = v.strictObject({
  code: v.pipe(v.string(), v.maxLength(64, "is too long")),
  /** A made-up attendee, who may come into a rehearsal alone. */
  rehearsal: v.optional(v.boolean(), false),
});

/** The cookie by which the service's own vote page is known; no script can read it. */
export function attendeeCookie(poll: string): string {
  return `handupp_${poll}`;
}

/** Which of the people it is who answer one after another on one phone; tells nothing of the token. */
export async function personOf(token: string): Promise<string> {
  return (await hashKey(token)).slice(0, 8);
}

export const joinRoutes = new Hono<App>()
  .post("/join", async (c) => {
    const { code, rehearsal } = await readObject(c.req.raw, joinBody, limits.commandBytes);
    const poll = await pollOfCode(c, code);
    if (!poll.ok) throw codeProblem(poll.error);
    const joined = await joinPoll(c, poll.value, { rehearsal });
    if (!joined.ok) {
      if (joined.error.reason === "state" && !rehearsal) throw new Problem(410, "The poll's run is closed.");
      throw joined.error.reason === "unknown" || joined.error.reason === "too-many"
        ? codeProblem(joined.error)
        : problemOf(joined.error);
    }
    const { token, stage } = joined.value;
    const live = `${originOf(c).replace(/^http/, "ws")}/api/polls/${poll.value}/live`;
    c.header("cache-control", "no-store");
    return c.json({ poll: { id: poll.value, title: stage.title, language: stage.language }, token, live });
  })
  .get("/polls/:id/live", async (c) => {
    const offered = offeredProtocols(c);
    const id = c.req.param("id");
    if (!isPollId(id)) return refuseUpgrade(closeCodes.pollGone, "there is no such poll");
    const bearer = offered.find((protocol) => protocol.startsWith(bearerPrefix))?.slice(bearerPrefix.length);
    // A client with a token says what it wants; of a browser that is known by its cookie, its reader's wishes count.
    if (bearer !== undefined) return connect(c, id, bearer, wishedLanguages(c.req.query("lang"), ""));
    if (offered.includes(accountProtocol)) return connectBySession(c, id);
    const token = getCookie(c, attendeeCookie(id)) ?? "";
    // A page that was another's of the same phone may not answer in this one's place.
    const person = c.req.query("person");
    if (person !== undefined && person !== (await personOf(token))) {
      return refuseUpgrade(closeCodes.unauthorised, "somebody else has the phone now");
    }
    return connect(c, id, token, readerWishes(c));
  })
  .get("/polls/:id/watch", async (c) => {
    offeredProtocols(c);
    const id = c.req.param("id");
    const question = c.req.query("question");
    if (!isPollId(id)) return refuseUpgrade(closeCodes.pollGone, "there is no such poll");
    if (question !== undefined && !isItemId(question)) {
      return refuseUpgrade(closeCodes.pollGone, "there is no such question");
    }
    return roomOf(c.env, id).fetch(
      upgradeTo(c, {
        "x-handupp-poll": id,
        "x-handupp-role": "viewer",
        ...(question === undefined ? {} : { "x-handupp-question": question }),
      }),
    );
  });

/** What the client of an upgrade offers; throws where it is none, comes from another site, or does not speak the protocol. */
function offeredProtocols(c: Context<App>): string[] {
  if (c.req.header("upgrade")?.toLowerCase() !== "websocket") {
    throw new Problem(426, "This address speaks WebSocket.", { headers: { upgrade: "websocket" } });
  }
  if (isOfOtherSite(c)) throw new Problem(403, "Pages of other sites can't connect.");
  const offered = (c.req.header("sec-websocket-protocol") ?? "").split(",").map((protocol) => protocol.trim());
  if (!offered.includes(subprotocol)) throw new Problem(400, `Offer the subprotocol ${subprotocol}.`);
  return offered;
}

export function codeProblem(refusal: CodeRefusal): Problem {
  return refusal.reason === "unknown"
    ? new Problem(404, "No poll has this code.")
    : new Problem(429, "Too many wrong codes came from here. Wait a minute.", {
        headers: { "retry-after": String(refusal.retryAfter) },
      });
}

/** An attendee's token goes to the shard it names, a key to the room. The objects get headers that only this sets. */
async function connect(c: Context<App>, id: string, credential: string, languages: string[]): Promise<Response> {
  const token = readToken(credential);
  if (token !== undefined) {
    return shardOf(c.env, id, token.shard).fetch(
      upgradeTo(c, {
        "x-handupp-poll": id,
        "x-handupp-shard": String(token.shard),
        "x-handupp-token": credential,
        "x-handupp-languages": languages.join(","),
        ...lineHeader(c, "line"),
        ...lineHeader(c, "after"),
      }),
    );
  }
  const room = roomOf(c.env, id);
  const access = await room.access(id, await hashKey(isKey(credential) ? credential : ""));
  if (!access.ok) return refuseUpgrade(closeCodes.pollGone, "the poll is gone");
  if (access.value === undefined) return refuseUpgrade(closeCodes.unauthorised, "token or key not valid");
  return room.fetch(upgradeTo(c, { "x-handupp-poll": id, "x-handupp-role": access.value }));
}

async function connectBySession(c: Context<App>, id: string): Promise<Response> {
  const session = await sessionOf(c);
  const role = session && (await new AccountPolls(c.env.DB).role(session.account, id));
  if (session === undefined || role === undefined)
    return refuseUpgrade(closeCodes.unauthorised, "not signed in, or not this account's poll");
  const { account, family } = session;
  const headers = { "x-handupp-role": role, "x-handupp-account": account, "x-handupp-family": family };
  const response = await roomOf(c.env, id).fetch(upgradeTo(c, { "x-handupp-poll": id, ...headers }));
  const signIn = { account, family };
  if (!(await new OpenedStages(c.env.DB).note(signIn, id, Date.now()))) await endStage(c.env, id, signIn);
  return response;
}

/** A name that the client gives its line; an empty one is none. */
function lineHeader(c: Context<App>, field: "line" | "after"): Record<string, string> {
  const name = c.req.query(field) ?? "";
  if (name === "") return {};
  if (!isItemId(name)) throw wrongFields([fieldError(field, "id", "takes 1 to 32 of A-Z, a-z, 0-9, - and _")]);
  return { [`x-handupp-${field}`]: name };
}

function upgradeTo(c: Context<App>, headers: Record<string, string>): Request {
  return new Request(c.req.url, { headers: { upgrade: "websocket", ...headers } });
}
