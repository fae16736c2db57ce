/** What an account's zip holds: a list, and of each poll its definition, and of each run the results and the ballots. */
import type { Env } from "../../env.ts";
import { ballotsCsv } from "../../export/ballots-csv.ts";
import { ballotsOf } from "../../export/casts.ts";
import { chainCsv } from "../../export/chain-csv.ts";
import type { ZippedFile } from "../../export/zip-stream.ts";
import { roomOf } from "../../live/objects.ts";
import { asWritten } from "../../poll/translations.ts";
import type { AccountPoll } from "../../store/account-polls.ts";
import { castsOf } from "../run-casts.ts";
import { type AccountList, accountFile, accountFormat, pollFile, runFile } from "./account-zip.ts";

export async function* exportedFiles(
  env: Env,
  polls: readonly AccountPoll[],
  now: Date,
): AsyncGenerator<ZippedFile, void, void> {
  const list: AccountList = {
    format: accountFormat,
    exportedAt: now.toISOString(),
    polls: polls.map(({ title, folder }, index) => ({ path: pathOf(index), title, folder })),
  };
  yield { path: accountFile, content: json(list) };
  for (const [index, poll] of polls.entries()) yield* filesOfPoll(env, poll, pathOf(index));
}

async function* filesOfPoll(env: Env, { id, role }: AccountPoll, path: string): AsyncGenerator<ZippedFile, void, void> {
  const room = roomOf(env, id);
  const described = await room.describe(id);
  // Deleted since the list was read: a zip that lacks it would not come in again, so that this one has to break off.
  if (!described.ok) throw new Error("a poll was deleted while the account was read");
  const { id: _, code: __, status: ___, run: runs, ...definition } = described.value;
  yield { path: pollFile(path), content: json(asWritten(definition)) };
  for (let run = 1; run <= runs; run++) {
    const results = await room.results(id, run);
    if (!results.ok) continue;
    yield { path: runFile(path, run, "results.json"), content: json(results.value) };
    const source = role === "organiser" ? await room.ballots(id, run) : undefined;
    if (source?.ok !== true) continue;
    const casts = () => castsOf(env, id, source.value);
    yield { path: runFile(path, run, "ballots.csv"), content: ballotsCsv(ballotsOf(casts())) };
    yield { path: runFile(path, run, "chain.csv"), content: chainCsv(casts()) };
  }
}

function pathOf(index: number): string {
  return `polls/${String(index + 1).padStart(4, "0")}`;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
