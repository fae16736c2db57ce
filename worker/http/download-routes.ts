/** Results and ballots as files. */
import { type Context, Hono } from "hono";
import { ballotsCsv } from "../export/ballots-csv.ts";
import { ballotsOf, type CastRow } from "../export/casts.ts";
import { chainCsv } from "../export/chain-csv.ts";
import { resultsCsv } from "../export/results-csv.ts";
import { resultsXlsx } from "../export/results-xlsx.ts";
import { runName } from "../poll/rehearsal.ts";
import type { Results } from "../poll/results.ts";
import { fieldError } from "../shared/result.ts";
import { type App, authorised, unwrap } from "./access.ts";
import { wrongFields } from "./problem.ts";
import { castsOf } from "./run-casts.ts";

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const downloadRoutes = new Hono<App>()
  .get("/polls/:id/results.json", async (c) => {
    const results = await resultsFor(c);
    c.header("cache-control", "no-store");
    return c.json(results);
  })
  .get("/polls/:id/results.csv", async (c) => {
    const results = await resultsFor(c);
    return file(resultsCsv(results), "text/csv; charset=utf-8", `results-${runName(results.run)}.csv`);
  })
  .get("/polls/:id/results.xlsx", async (c) => {
    const results = await resultsFor(c);
    return file(await resultsXlsx(results), xlsxType, `results-${runName(results.run)}.xlsx`);
  })
  .delete("/polls/:id/ballots", async (c) => {
    const { id, room } = await authorised(c, "organiser");
    unwrap(await room.eraseBallots(id, runOf(c)));
    return c.body(null, 204);
  })
  .get("/polls/:id/ballots.csv", async (c) => {
    const { run, casts } = await castsFor(c);
    return file(ballotsCsv(ballotsOf(casts)), "text/csv; charset=utf-8", `ballots-${runName(run)}.csv`);
  })
  .get("/polls/:id/chain.csv", async (c) => {
    const { run, casts } = await castsFor(c);
    return file(chainCsv(casts), "text/csv; charset=utf-8", `chain-${runName(run)}.csv`);
  });

async function resultsFor(c: Context<App>): Promise<Results> {
  const { id, room } = await authorised(c, "organiser", "presenter");
  return unwrap(await room.results(id, runOf(c)));
}

/** Who may read single ballots is decided here alone. */
async function castsFor(c: Context<App>): Promise<{ run: number; casts: AsyncGenerator<CastRow, void, void> }> {
  const { id, room } = await authorised(c, "organiser");
  const source = unwrap(await room.ballots(id, runOf(c)));
  return { run: source.run, casts: castsOf(c.env, id, source) };
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
