/** Results and ballots as files. */
import { type Context, Hono } from "hono";
import type { Env } from "../env.ts";
import { type BallotRow, ballotsCsv } from "../export/ballots-csv.ts";
import { resultsCsv } from "../export/results-csv.ts";
import { resultsXlsx } from "../export/results-xlsx.ts";
import { shardOf } from "../live/objects.ts";
import { runName } from "../poll/rehearsal.ts";
import type { Asker, BallotSource } from "../poll/replies.ts";
import { publicResults, type Results } from "../poll/results.ts";
import { fieldError } from "../shared/result.ts";
import type { BallotCursor } from "../store/ballot-store.ts";
import { PollDatabase } from "../store/poll-database.ts";
import { type App, authorised, mayReadBallots, unwrap } from "./access.ts";
import { Problem, wrongFields } from "./problem.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const ballotPageRows = 1000;

export const downloadRoutes = new Hono<App>()
  .get("/polls/:id/results.json", async (c) => {
    const { results } = await resultsFor(c);
    c.header("cache-control", "no-store");
    return c.json(results);
  })
  .get("/polls/:id/results.csv", async (c) => {
    const { results } = await resultsFor(c);
    return file(resultsCsv(results), "text/csv; charset=utf-8", `results-${runName(results.run)}.csv`);
  })
  .get("/polls/:id/results.xlsx", async (c) => {
    const { results, id, room, role } = await resultsFor(c);
    const { run } = results;
    const ballots = (await mayReadBallots(c.env, id, role))
      ? ballotsOf(c.env, id, unwrap(await room.ballots(id, run)))
      : undefined;
    return file(await resultsXlsx(results, ballots), xlsxType, `results-${runName(results.run)}.xlsx`);
  })
  .get("/polls/:id/ballots.csv", async (c) => {
    const { id, room, role, run } = await readable(c, "organiser", "reader");
    if (!(await mayReadBallots(c.env, id, role))) throw new Problem(403, "Single ballots are not public.");
    const source = unwrap(await room.ballots(id, run));
    return file(
      ballotsCsv(ballotsOf(c.env, id, source)),
      "text/csv; charset=utf-8",
      `ballots-${runName(source.run)}.csv`,
    );
  });

async function resultsFor(c: Context<App>) {
  const { id, room, role, run } = await readable(c, "organiser", "presenter", "reader");
  const all = unwrap(await room.results(id, run));
  const results: Results = role === "reader" ? publicResults(all) : all;
  return { id, room, role, results };
}

/** Who asks, and for which run, undefined for the latest. To readers, runs are there once they are closed. */
async function readable(c: Context<App>, ...roles: [Asker, ...Asker[]]) {
  const { id, room, role } = await authorised(c, ...roles);
  const asked = runOf(c);
  if (role !== "reader") return { id, room, role, run: asked };
  const runs = unwrap(await room.runs(id));
  const run = asked ?? runs.findLast(({ status }) => status === "closed")?.run;
  if (run === undefined) throw new Problem(409, "No run of the poll has been closed yet.");
  if (runs.some((one) => one.run === run && one.status === "live")) {
    throw new Problem(403, "The run is live. Its results are public once it is closed.");
  }
  return { id, room, role, run };
}

/** `?run=n`; undefined for the latest. */
function runOf(c: Context<App>): number | undefined {
  const run = c.req.query("run");
  if (run === undefined) return undefined;
  if (!/^[1-9]\d{0,5}$/.test(run)) throw wrongFields([fieldError("run", "integer", "must be a run's number, from 1")]);
  return Number(run);
}

function file(body: BodyInit, type: string, name: string): Response {
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

/** All ballots of a run, a page at a time: from where they were cast, or from the archive. */
async function* ballotsOf(env: Env, poll: string, source: BallotSource): AsyncGenerator<BallotRow> {
  if ("archived" in source) {
    const database = new PollDatabase(env.DB);
    yield* pages((after) => database.ballotPage(poll, source.run, after, ballotPageRows));
    return;
  }
  for (let shard = 0; shard < source.shards; shard++) {
    const stub = shardOf(env, poll, shard);
    yield* pages((after) => stub.ballots(source.run, after, ballotPageRows));
  }
}

async function* pages(read: (after: BallotCursor) => Promise<BallotRow[]>): AsyncGenerator<BallotRow> {
  let after: BallotCursor = null;
  for (;;) {
    const rows: BallotRow[] = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ballotPageRows) return;
    after = { question: last.question, attendee: last.attendee };
  }
}
