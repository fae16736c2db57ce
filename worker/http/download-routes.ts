/** Results and ballots as files. */
import { type Context, Hono } from "hono";
import { ballotsCsv } from "../export/ballots-csv.ts";
import { ballotsOf, type CastRow } from "../export/casts.ts";
import { chainCsv } from "../export/chain-csv.ts";
import { resultsCsv } from "../export/results-csv.ts";
import { resultsXlsx } from "../export/results-xlsx.ts";
import { runName } from "../poll/rehearsal.ts";
import type { Asker } from "../poll/replies.ts";
import { publicResults, type Results } from "../poll/results.ts";
import { fieldError } from "../shared/result.ts";
import { type App, authorised, mayReadBallots, unwrap } from "./access.ts";
import { sayingWhereCut } from "./cut-short.ts";
import { Problem, wrongFields } from "./problem.ts";
import { castsOf } from "./run-casts.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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
    const withBallots =
      !forReaders(c) && results.ballotsErasedAt === undefined && (await mayReadBallots(c.env, id, role));
    const ballots = withBallots ? ballotsOf(castsOf(c.env, id, unwrap(await room.ballots(id, run)))) : undefined;
    return file(await resultsXlsx(results, ballots), xlsxType, `results-${runName(results.run)}.xlsx`);
  })
  .delete("/polls/:id/ballots", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    unwrap(await room.eraseBallots(id, runOf(c)));
    return c.body(null, 204);
  })
  .get("/polls/:id/ballots.csv", async (c) => {
    const { run, casts } = await castsFor(c);
    return file(sayingWhereCut(ballotsCsv(ballotsOf(casts))), "text/csv; charset=utf-8", `ballots-${runName(run)}.csv`);
  })
  .get("/polls/:id/chain.csv", async (c) => {
    const { run, casts } = await castsFor(c);
    return file(sayingWhereCut(chainCsv(casts)), "text/csv; charset=utf-8", `chain-${runName(run)}.csv`);
  });

async function resultsFor(c: Context<App>) {
  const { id, room, role, run } = await readable(c, "organiser", "presenter", "reader");
  const all = unwrap(await room.results(id, run));
  const results: Results = role === "reader" || forReaders(c) ? publicResults(all) : all;
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

async function castsFor(c: Context<App>): Promise<{ run: number; casts: AsyncGenerator<CastRow, void, void> }> {
  const { id, room, role, run } = await readable(c, "organiser", "reader");
  if (!(await mayReadBallots(c.env, id, role))) throw new Problem(403, "Single ballots are not public.");
  const source = unwrap(await room.ballots(id, run));
  return { run: source.run, casts: castsOf(c.env, id, source) };
}

/** `?for=readers`: what may be handed on, whoever asks; results without notes, the workbook without ballots. */
function forReaders(c: Context<App>): boolean {
  const wished = c.req.query("for");
  if (wished === undefined) return false;
  if (wished !== "readers") throw wrongFields([fieldError("for", "value", "must be readers")]);
  return true;
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
