/** Checks published results from the terminal: three files, a folder that has them, or a link to a page of results. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { type Files, verify } from "../worker/verify/verify.ts";
import { inWords, summary } from "./verify/in-words.ts";

const usage = `npm run verify -- results.json ballots.csv chain.csv
npm run verify -- FOLDER
npm run verify -- "https://…/results/ID#key=KEY" [RUN]`;

class Misuse extends Error {}

async function filesOf(given: readonly string[]): Promise<Files> {
  const [first = "", second] = given;
  if (/^https?:\/\//.test(first)) return fetched(first, second);
  const paths = given.length === 1 && existsSync(first) && statSync(first).isDirectory() ? inFolder(first) : given;
  const read = (name: string) => {
    // Files from the page have the run before or after their name.
    const path = paths.find((one) => new RegExp(`(^|-)${name.replace(".", "(-\\w+)?\\.")}$`).test(basename(one)));
    if (path === undefined) throw new Misuse(`There is no ${name} among the files.\n\n${usage}`);
    return readFileSync(path, "utf8");
  };
  return { results: read("results.json"), ballots: read("ballots.csv"), chain: read("chain.csv") };
}

function inFolder(folder: string): string[] {
  return ["results.json", "ballots.csv", "chain.csv"].map((name) => join(folder, name)).filter(existsSync);
}

/** `link` as the organiser has it, its key in the fragment. */
async function fetched(link: string, run: string | undefined): Promise<Files> {
  const { origin, pathname, hash } = new URL(link);
  const poll = /^\/results\/([\w-]+)\/?$/.exec(pathname)?.[1];
  const key = new URLSearchParams(hash.slice(1)).get("key");
  if (poll === undefined || key === null) throw new Misuse(`That is no link to results with its key.\n\n${usage}`);
  const get = async (file: string, of: string | undefined) => {
    const query = of === undefined ? "" : `?run=${of}`;
    const answer = await fetch(`${origin}/api/polls/${poll}/${file}${query}`, {
      headers: { authorization: `Bearer ${key}` },
    });
    if (!answer.ok) throw new Misuse(`The service gives no ${file}: it answers ${answer.status}.`);
    return answer.text();
  };
  const results = await get("results.json", run);
  const latest: { run: number } = JSON.parse(results);
  // By its number: another run may begin meanwhile. A rehearsal has none that can be asked for.
  const same = latest.run < 1 ? undefined : String(latest.run);
  return { results, ballots: await get("ballots.csv", same), chain: await get("chain.csv", same) };
}

const given = process.argv.slice(2);
try {
  if (given.length === 0) throw new Misuse(usage);
  const startedAt = performance.now();
  const report = verify(await filesOf(given));
  console.log(summary(report, performance.now() - startedAt));
  for (const finding of report.findings) console.log(`  ${inWords(finding)}`);
  process.exitCode = report.findings.length === 0 ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}
