/** A poll's life: created, read, replaced, run, closed, erased. */
import { type Context, Hono } from "hono";
import * as v from "valibot";
import type { Definition } from "../poll/definition.ts";
import { definitionTag } from "../poll/definition-tag.ts";
import type { PollDescription } from "../poll/replies.ts";
import { asWritten } from "../poll/translations.ts";
import { moderationEntries, stageEntries, timelyEntries } from "../shared/client-frames.ts";
import { limits } from "../shared/limits.ts";
import { fieldError } from "../shared/result.ts";
import { PollDatabase } from "../store/poll-database.ts";
import { type App, authorised, roleHeader, unwrap } from "./access.ts";
import { keyBody } from "./account/bodies.ts";
import { checkRoom } from "./account/library-room.ts";
import { sessionOf } from "./account/session.ts";
import { readFields, readJson, readNothing, readObject } from "./body.ts";
import { entityTag, matchedTags } from "./entity-tags.ts";
import { checkCreator, keyLink, newKey, newPoll, pageOf, readDefinition, withFreeCodes } from "./new-poll.ts";
import { wrongFields } from "./problem.ts";
import { originOf } from "./site.ts";

const stageBody = v.strictObject(stageEntries);
const moderationBody = v.strictObject(moderationEntries);
const timelyBody = v.strictObject(timelyEntries);

export const pollRoutes = new Hono<App>()
  .post("/polls", async (c) => {
    checkCreator(c);
    const session = await sessionOf(c);
    const definition = definitionOf(await readJson(c.req.raw, limits.definitionBytes));
    if (session !== undefined) await checkRoom(c, session.account, 1);
    const { record, organiserKey, presenterKey } = await newPoll(definition);
    let code = "";
    await withFreeCodes((newCode) => {
      code = newCode();
      return new PollDatabase(c.env.DB).create({ ...record, code }, session?.account);
    });
    const { id } = record;
    const links = {
      vote: `${originOf(c)}/${code}`,
      present: keyLink(c, "present", id, presenterKey),
      organise: keyLink(c, "organise", id, organiserKey),
      results: keyLink(c, "results", id, organiserKey),
    };
    return c.json({ id, code, organiserKey, presenterKey, links }, 201);
  })
  .post("/polls/check", async (c) => {
    const parsed = readDefinition(await readJson(c.req.raw, limits.definitionBytes));
    return c.json({ errors: parsed.ok ? [] : parsed.error });
  })
  .get("/polls/:id", async (c) => {
    const { id, room, role } = await authorised(c, "organiser", "presenter");
    // Not in the body, which can be sent back as it is.
    c.header(roleHeader, role);
    return described(c, unwrap(await room.describe(id)));
  })
  .put("/polls/:id", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    const definition = definitionOf(await readJson(c.req.raw, limits.definitionBytes));
    const known = matchedTags(c.req.header("if-match"));
    return described(c, unwrap(await room.replace(id, definition, { known, whileDraft: isWhileDraft(c) })));
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
    const wanted = await readFields(c.req.raw, timelyBody, limits.commandBytes);
    return c.json(unwrap(await room.close(id, wanted)));
  })
  .post("/polls/:id/rehearsal", async (c) => {
    const { id, room } = await authorised(c, "organiser", "presenter");
    const wanted = await readFields(c.req.raw, timelyBody, limits.commandBytes);
    return c.json(unwrap(await room.beginRehearsal(id, wanted)), 201);
  })
  .delete("/polls/:id/rehearsal", async (c) => {
    const { id, room } = await authorised(c, "organiser", "presenter");
    const wanted = await readFields(c.req.raw, timelyBody, limits.commandBytes);
    return c.json(unwrap(await room.endRehearsal(id, wanted)));
  })
  .post("/polls/:id/runs", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    await readNothing(c.req.raw, limits.commandBytes);
    return c.json(unwrap(await room.startRun(id)), 201);
  })
  .post("/polls/:id/keys", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    const { role } = await readObject(c.req.raw, keyBody, limits.commandBytes);
    // Who asks by a key has no account that would have to keep the poll.
    const session = c.req.header("authorization") === undefined ? await sessionOf(c) : undefined;
    const { key, hash } = await newKey();
    unwrap(await room.replaceKey(id, role, hash, session?.account ?? null));
    return c.json({ role, key, link: keyLink(c, pageOf(role), id, key) }, 201);
  });

/** `?while=draft`: for who saves what is still being written, which no run is to show. */
function isWhileDraft(c: Context<App>): boolean {
  const condition = c.req.query("while");
  if (condition === undefined || condition === "draft") return condition === "draft";
  throw wrongFields([fieldError("while", "picklist", "must be draft, or be left out")]);
}

function described(c: Context<App>, poll: PollDescription): Response {
  c.header("etag", entityTag(definitionTag(poll)));
  return c.json(asWritten(poll));
}

function definitionOf(input: unknown): Definition {
  const parsed = readDefinition(input);
  if (!parsed.ok) throw wrongFields(parsed.error);
  return parsed.value;
}
