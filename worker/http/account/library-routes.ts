/** The polls of an account: listed, put into folders, given to others, taken along as one file. */
import { type Context, Hono } from "hono";
import { zipStream } from "../../export/zip-stream.ts";
import { roomOf } from "../../live/objects.ts";
import { hashKey, randomToken } from "../../live/token.ts";
import { limits } from "../../shared/limits.ts";
import { AccountPolls } from "../../store/account-polls.ts";
import { type App, isKey, isPollId, unwrap } from "../access.ts";
import { filePieces, readObject } from "../body.ts";
import { checkCreator } from "../new-poll.ts";
import { Problem, problemOf } from "../problem.ts";
import { originOf } from "../site.ts";
import { importAccount } from "./account-import.ts";
import { addPollBody, handOverBody, moveBody, renameFolderBody, takeBody } from "./bodies.ts";
import { endStage } from "./end-sign-in.ts";
import { exportedFiles } from "./exported-files.ts";
import { checkRoom } from "./library-room.ts";
import { signedIn } from "./session.ts";

const handOverBytes = 24;

export const libraryRoutes = new Hono<App>()
  .get("/account/polls", async (c) => {
    const { account } = await signedIn(c);
    const polls = await new AccountPolls(c.env.DB).all(account);
    return c.json({
      polls: polls.map(({ addedAt, updatedAt, ...poll }) => ({
        ...poll,
        addedAt: new Date(addedAt),
        updatedAt: new Date(updatedAt),
      })),
    });
  })
  .post("/account/polls", async (c) => {
    const { account } = await signedIn(c);
    const { id, key } = await readObject(c.req.raw, addPollBody, limits.commandBytes);
    if (!isPollId(id)) throw problemOf({ reason: "gone" });
    const keyHash = await hashKey(isKey(key) ? key : "");
    const role = unwrap(await roomOf(c.env, id).access(id, keyHash));
    if (role === undefined) throw noKey();
    await checkRoom(c, account, 1);
    if (!(await new AccountPolls(c.env.DB).add(account, id, { role, keyHash }, Date.now()))) throw noKey();
    return c.json({ id, role }, 201);
  })
  .patch("/account/polls/:id", async (c) => {
    const { account } = await signedIn(c);
    const { folder } = await readObject(c.req.raw, moveBody, limits.commandBytes);
    if (!(await new AccountPolls(c.env.DB).move(account, c.req.param("id"), folder))) throw notThere();
    return c.body(null, 204);
  })
  .delete("/account/polls/:id", async (c) => {
    const { account } = await signedIn(c);
    const poll = c.req.param("id");
    if (!(await new AccountPolls(c.env.DB).leave(account, poll))) throw notThere();
    await endStage(c.env, poll, { account });
    return c.body(null, 204);
  })
  .patch("/account/folders", async (c) => {
    const { account } = await signedIn(c);
    const { from, to } = await readObject(c.req.raw, renameFolderBody, limits.commandBytes);
    if (!(await new AccountPolls(c.env.DB).renameFolder(account, from, to))) {
      throw new Problem(404, "The account has no such folder.");
    }
    return c.body(null, 204);
  })
  .post("/account/polls/:id/hand-overs", async (c) => {
    const { account, poll } = await givable(c);
    const { leave } = await readObject(c.req.raw, handOverBody, limits.commandBytes);
    const token = randomToken(handOverBytes);
    const now = Date.now();
    const until = now + limits.handOverMs;
    await new AccountPolls(c.env.DB).offer(await hashKey(token), { poll, giver: account, leaves: leave }, now, until);
    return c.json({ token, link: `${originOf(c)}/organise#take=${token}`, until: new Date(until) }, 201);
  })
  .get("/account/polls/:id/hand-overs", async (c) => {
    const { poll } = await givable(c);
    const open = await new AccountPolls(c.env.DB).openHandOvers(poll, Date.now());
    return c.json({
      // A hash opens nothing.
      handOvers: open.map(({ hash, leaves, endsAt }) => ({
        id: hash,
        leave: leaves,
        createdAt: new Date(endsAt - limits.handOverMs),
        until: new Date(endsAt),
      })),
    });
  })
  .delete("/account/polls/:id/hand-overs/:handOver", async (c) => {
    const { poll } = await givable(c);
    if (!(await new AccountPolls(c.env.DB).revokeHandOver(poll, c.req.param("handOver")))) {
      throw new Problem(404, "There is no such link any more. It may have been used.");
    }
    return c.body(null, 204);
  })
  .post("/account/hand-overs", async (c) => {
    const { account } = await signedIn(c);
    const { token } = await readObject(c.req.raw, takeBody, limits.commandBytes);
    await checkRoom(c, account, 1);
    const taken = isKey(token)
      ? await new AccountPolls(c.env.DB).take(await hashKey(token), account, Date.now())
      : undefined;
    if (taken === undefined) throw new Problem(404, "The link has been used, is too old, or is your own.");
    // The giver's open pages come in anew, by what that account has now.
    if (taken.leaves) await roomOf(c.env, taken.poll).reconnectPresenters(taken.poll);
    return c.json({ id: taken.poll }, 200);
  })
  .get("/account/export", async (c) => {
    const { account } = await signedIn(c);
    const polls = await new AccountPolls(c.env.DB).all(account);
    return new Response(zipStream(exportedFiles(c.env, polls, new Date())), {
      headers: {
        "content-type": "application/zip",
        "content-disposition": 'attachment; filename="handupp-account.zip"',
      },
    });
  })
  .post("/account/import", async (c) => {
    const { account } = await signedIn(c);
    checkCreator(c);
    const zip = filePieces(c.req.raw, "application/zip", limits.importBytes);
    return c.json(await importAccount(c.env, account, zip, (polls) => checkRoom(c, account, polls)), 201);
  });

/** A poll that the account may give to others. */
async function givable(c: Context<App>): Promise<{ account: string; poll: string }> {
  const { account } = await signedIn(c);
  const poll = c.req.param("id") ?? "";
  const role = await new AccountPolls(c.env.DB).role(account, poll);
  if (role === undefined) throw notThere();
  if (role !== "organiser") throw new Problem(403, "Only an organiser can give the poll to others.");
  return { account, poll };
}

function noKey(): Problem {
  return new Problem(403, "This is none of the poll's keys.");
}

function notThere(): Problem {
  return new Problem(404, "The account has no such poll.");
}
