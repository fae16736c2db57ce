/** Results made public: a key of their own, which reads closed runs and nothing else, until the organiser takes it back. */
import { Hono } from "hono";
import * as v from "valibot";
import { limits } from "../shared/limits.ts";
import { Publications } from "../store/publications.ts";
import { type App, authorised, mayReadBallots, roleHeader, unwrap } from "./access.ts";
import { readObject } from "./body.ts";
import { keyLink, newKey } from "./new-poll.ts";
import { Problem } from "./problem.ts";

const publishBody = v.strictObject({ ballots: v.optional(v.boolean(), false) });
const changeBody = v.strictObject({ ballots: v.boolean() });

export const publicationRoutes = new Hono<App>()
  .post("/polls/:id/publication", async (c) => {
    const { id } = await authorised(c, "organiser");
    const { ballots } = await readObject(c.req.raw, publishBody, limits.commandBytes);
    const { key, hash } = await newKey();
    await new Publications(c.env.DB).publish(id, hash, { ballots }, Date.now());
    return c.json({ key, ballots, links: { results: keyLink(c, "results", id, key) } }, 201);
  })
  .put("/polls/:id/publication", async (c) => {
    const { id } = await authorised(c, "organiser");
    const { ballots } = await readObject(c.req.raw, changeBody, limits.commandBytes);
    const changed = await new Publications(c.env.DB).change(id, { ballots });
    if (!changed) throw new Problem(409, "The results are not public. Publish them first.");
    return c.json({ published: true, ballots });
  })
  .get("/polls/:id/publication", async (c) => {
    const { id } = await authorised(c, "organiser");
    const publication = await new Publications(c.env.DB).of(id);
    return c.json({ published: publication !== undefined, ballots: publication?.ballots ?? false });
  })
  .delete("/polls/:id/publication", async (c) => {
    const { id } = await authorised(c, "organiser");
    await new Publications(c.env.DB).revoke(id);
    return c.body(null, 204);
  })
  .get("/polls/:id/runs", async (c) => {
    const { id, room, role } = await authorised(c, "organiser", "presenter", "reader");
    const all = unwrap(await room.runs(id));
    const runs = role === "reader" ? all.filter(({ status }) => status === "closed") : all;
    c.header(roleHeader, role);
    c.header("cache-control", "no-store");
    return c.json({ runs, ballots: await mayReadBallots(c.env, id, role) });
  });
