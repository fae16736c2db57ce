/** An account's zip becomes polls of this deployment, each with its closed runs: all of them, or none. */
import type { Env } from "../../env.ts";
import { archiveCasts } from "../../live/ballot-archive.ts";
import { answeredIn, type Results } from "../../poll/results.ts";
import { Imports } from "../../store/imports.ts";
import { PollDatabase } from "../../store/poll-database.ts";
import { newPoll, withFreeCodes } from "../new-poll.ts";
import { wrongFields } from "../problem.ts";
import { importedParts } from "./imported-polls.ts";
import type { ImportedRun } from "./imported-run.ts";

/** `runs` came along; `leftRuns` were not closed. */
export type ImportedPolls = { polls: { id: string }[]; runs: number; leftRuns: number };

/**
 * `checkRoom` is told how many polls there will be, before any is stored. Throws a problem where the file is wrong; what was
 * stored of it is gone again then.
 */
export async function importAccount(
  env: Env,
  account: string,
  zip: AsyncIterable<Uint8Array>,
  checkRoom: (polls: number) => Promise<void>,
): Promise<ImportedPolls> {
  const imports = new Imports(env.DB);
  const ids = new Map<string, string>();
  const folders = new Map<string, string | null>();
  let runs = 0;
  let leftRuns = 0;
  try {
    for await (const part of importedParts(zip)) {
      if (!part.ok) throw wrongFields(part.error);
      const { value } = part;
      if (value.kind === "list") {
        await checkRoom(value.polls.length);
        for (const { path, folder } of value.polls) folders.set(path, folder === "" ? null : folder);
      } else if (value.kind === "poll") {
        const { record } = await newPoll(value.definition);
        ids.set(value.path, record.id);
        await withFreeCodes((newCode) => imports.begin({ ...record, code: newCode() }));
      } else if (value.kind === "left-run") {
        leftRuns += 1;
      } else {
        await storeRun(env, ids.get(value.path) ?? "", value.imported);
        runs += 1;
      }
    }
    const polls = [...ids].map(([path, id]) => ({ id, folder: folders.get(path) ?? null }));
    await imports.finish(account, polls, Date.now());
    return { polls: polls.map(({ id }) => ({ id })), runs, leftRuns };
  } catch (error) {
    await imports.drop(ids.values());
    throw error;
  }
}

/** As a run that was closed here is archived, but that its results say where they are from. */
async function storeRun(env: Env, poll: string, { results: given, chains }: ImportedRun): Promise<void> {
  const database = new PollDatabase(env.DB);
  const now = Date.now();
  const closedAt = Math.min(now, Date.parse(given.closedAt ?? given.generatedAt));
  const origin = { poll: given.origin?.poll ?? given.poll, importedAt: new Date(now).toISOString() };
  const { ballotsErasedAt, ...rest } = given;
  const results: Results = { ...rest, poll, origin };
  await database.saveResults(results, closedAt, answeredIn(results));
  if (chains === undefined) {
    const erasedAt = ballotsErasedAt === undefined ? now : Math.min(now, Date.parse(ballotsErasedAt));
    return database.eraseBallots(poll, results.run, erasedAt);
  }
  for (const [shard, casts] of chains) {
    await archiveCasts(
      (after, limit) => casts.slice(after, after + limit),
      (page) => database.saveCasts(poll, results.run, shard, page),
    );
  }
}
