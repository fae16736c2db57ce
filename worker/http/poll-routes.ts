/** A poll's life: created, read, replaced, run, closed, erased. */
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { hashKey, randomToken } from "../live/token.ts";
import { type Definition, parseDefinition } from "../poll/definition.ts";
import { asWritten } from "../poll/translations.ts";
import { moderationEntries, stageEntries } from "../shared/client-frames.ts";
import { randomCode } from "../shared/codes.ts";
import { limits } from "../shared/limits.ts";
import { isPlainObject } from "../shared/plain-object.ts";
import { PollDatabase } from "../store/poll-database.ts";
import { type App, authorised, bearerKey, keyBytes, originOf, roleHeader, unwrap } from "./access.ts";
import { readJson, readNothing, readObject } from "./body.ts";
import { Problem, wrongFields } from "./problem.ts";

const pollIdBytes = 12;
const itemIdBytes = 6;
const shortestCode = 6;
const longestCode = 10;

const stageBody = v.strictObject(stageEntries);
const moderationBody = v.strictObject(moderationEntries);

export const pollRoutes = new Hono<App>()
  .post("/polls", async (c) => {
    checkCreator(c);
    const definition = definitionOf(await readJson(c.req.raw, limits.definitionBytes));
    const organiserKey = randomToken(keyBytes);
    const presenterKey = randomToken(keyBytes);
    const poll = {
      id: randomToken(pollIdBytes),
      definition,
      status: "draft" as const,
      run: 0,
      organiserKeyHash: await hashKey(organiserKey),
      presenterKeyHash: await hashKey(presenterKey),
      updatedAt: Date.now(),
    };
    const code = await createWithFreeCode(new PollDatabase(c.env.DB), poll);
    const page = (path: string, key: string) => `${originOf(c)}/${path}/${poll.id}#key=${key}`;
    const links = {
      vote: `${originOf(c)}/${code}`,
      present: page("present", presenterKey),
      organise: page("organise", organiserKey),
      results: page("results", organiserKey),
    };
    return c.json({ id: poll.id, code, organiserKey, presenterKey, links }, 201);
  })
  .get("/polls/:id", async (c) => {
    const { id, room, role } = await authorised(c, "organiser", "presenter");
    // Not in the body, which can be sent back as it is.
    c.header(roleHeader, role);
    return c.json(asWritten(unwrap(await room.describe(id))));
  })
  .put("/polls/:id", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    const definition = definitionOf(await readJson(c.req.raw, limits.definitionBytes));
    return c.json(asWritten(unwrap(await room.replace(id, definition))));
  })
  .delete("/polls/:id", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    unwrap(await room.erase(id));
    return c.body(null, 204);
  })
  .post("/polls/:id/stage", async (c) => {
    const { id, room } = await authorised(c, "organiser", "presenter");
    const command = await readObject(c.req.raw, stageBody, limits.commandBytes);
    return c.json(unwrap(await room.stage(id, command)));
  })
  .post("/polls/:id/moderation", async (c) => {
    const { id, room } = await authorised(c, "organiser", "presenter");
    const command = await readObject(c.req.raw, moderationBody, limits.commandBytes);
    return c.json(unwrap(await room.moderate(id, command)));
  })
  .post("/polls/:id/close", async (c) => {
    const { id, room } = await authorised(c, "organiser", "presenter");
    await readNothing(c.req.raw, limits.commandBytes);
    return c.json(unwrap(await room.close(id)));
  })
  .post("/polls/:id/rehearsal", async (c) => {
    const { id, room } = await authorised(c, "organiser", "presenter");
    await readNothing(c.req.raw, limits.commandBytes);
    return c.json(unwrap(await room.beginRehearsal(id)), 201);
  })
  .delete("/polls/:id/rehearsal", async (c) => {
    const { id, room } = await authorised(c, "organiser", "presenter");
    return c.json(unwrap(await room.endRehearsal(id)));
  })
  .post("/polls/:id/runs", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    await readNothing(c.req.raw, limits.commandBytes);
    return c.json(unwrap(await room.startRun(id)), 201);
  });

/** Anyone, unless the deployment has set a key for it. */
function checkCreator(c: Context<App>): void {
  const { CREATE_KEY } = c.env;
  if (CREATE_KEY !== "" && bearerKey(c.req.header("authorization")) !== CREATE_KEY) {
    throw new Problem(401, "Creating polls here needs this deployment's key.", {
      headers: { "www-authenticate": "Bearer" },
    });
  }
}

/** A poll as it was read is a definition, too: what the service has added to it is left out. */
function definitionOf(input: unknown): Definition {
  const parsed = parseDefinition(isPlainObject(input) ? asGiven(input) : input, () => randomToken(itemIdBytes));
  if (!parsed.ok) throw wrongFields(parsed.error);
  return parsed.value;
}

function asGiven({ id: _, code: __, status: ___, run: ____, ...definition }: Record<string, unknown>) {
  return definition;
}

/** Codes are short, so that two may meet: tried again, and longer, until one is free. */
async function createWithFreeCode(
  database: PollDatabase,
  poll: Omit<Parameters<PollDatabase["create"]>[0], "code">,
): Promise<string> {
  for (let length = shortestCode; length <= longestCode; length++) {
    for (let attempt = 0; attempt < 3; attempt++) {
      const code = randomCode(length, randomBelow);
      if (await database.create({ ...poll, code })) return code;
    }
  }
  throw new Problem(503, "No join code is free.");
}

function randomBelow(limit: number): number {
  // Codes need no uniformity beyond this: the bias of 2^32 modulo 10 is below one in a hundred million.
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
}
