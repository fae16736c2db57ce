import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holdDataFolder } from "../service/data-folder.ts";
import { startRuntime } from "../service/runtime.ts";
import { weighPage } from "./page-weight.ts";
import { inProject } from "./project.ts";

/** What a phone may load for the vote page, HTML, script and style, compressed, in bytes. */
const bytesAllowed = 15_000;
const requestsAllowed = 3;
/** Browsers ask for brotli over HTTPS alone; a service on a machine of one's own is plain HTTP. */
const encodings = ["gzip", "br"];

type Sample = { id: string; type: string; text: string };

/**
 * Weighs the built vote page as a phone gets it from the service, a question of each type on stage in turn, and prints it.
 * True where all are within the budget.
 */
export async function reportVotePage(): Promise<boolean> {
  const questions: Sample[] = JSON.parse(
    readFileSync(inProject("scripts", "tools", "sample-questions.sv.json"), "utf8"),
  );
  const missing = questionTypes().filter((type) => !questions.some((question) => question.type === type));
  for (const type of missing)
    console.error(`  scripts/tools/sample-questions.sv.json has no question of type ${type}.`);
  const folder = mkdtempSync(join(tmpdir(), "handupp-size-"));
  const data = await holdDataFolder(folder);
  const runtime = await startRuntime({ host: "127.0.0.1", port: 0, dataFolder: folder }, data);
  try {
    const address = `http://127.0.0.1:${runtime.port}`;
    const weights = await weighTypes(address, questions);
    console.log(`  ${"".padEnd(10)}${encodings.map((name) => name.padStart(8)).join("")}  requests`);
    for (const { type, bytes, requests } of weights) {
      console.log(`  ${type.padEnd(10)}${bytes.map((n) => String(n).padStart(8)).join("")}  ${requests}`);
    }
    const heaviest = Math.max(...weights.flatMap(({ bytes }) => bytes));
    console.log(`  ${heaviest} of ${bytesAllowed} bytes at most`);
    return (
      missing.length === 0 &&
      heaviest <= bytesAllowed &&
      weights.every(({ requests, questionInHtml }) => requests <= requestsAllowed && questionInHtml)
    );
  } finally {
    await runtime.stop();
    data.release();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function weighTypes(address: string, questions: readonly Sample[]) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${process.env["CREATE_KEY"] ?? ""}` };
  const definition = { title: "Nätverksträff uppdragsutbildning 18–19 mars", language: "sv", questions };
  const poll: { id: string; code: string; presenterKey: string } = await post(
    `${address}/api/polls`,
    headers,
    definition,
  );
  const weights = [];
  for (const { id, type, text } of questions) {
    const presenter = { ...headers, authorization: `Bearer ${poll.presenterKey}` };
    await post(`${address}/api/polls/${poll.id}/stage`, presenter, { question: id });
    const pages = [];
    for (const encoding of encodings) pages.push(await weighPage(`${address}/${poll.code}`, text, encoding));
    weights.push({
      type,
      bytes: pages.map(({ bytes }) => bytes),
      requests: Math.max(...pages.map(({ requests }) => requests)),
      questionInHtml: pages.every(({ questionInHtml }) => questionInHtml),
    });
  }
  return weights;
}

async function post<T>(url: string, headers: Record<string, string>, body: unknown): Promise<T> {
  const answer = await fetch(url, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`POST ${url} answered ${answer.status} ${await answer.text()}`);
  return JSON.parse(await answer.text());
}

/** A folder with a form is a type. */
function questionTypes(): string[] {
  const folders = readdirSync(inProject("web", "questions"), { recursive: true, encoding: "utf8" });
  return folders.flatMap((file) => /^(\w+)[\\/]form\.tsx$/.exec(file)?.[1] ?? []);
}
