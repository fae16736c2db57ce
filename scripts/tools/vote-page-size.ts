import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { holdDataFolder } from "../service/data-folder.ts";
import { startRuntime } from "../service/runtime.ts";
import { weighPage, weighResults } from "./page-weight.ts";
import { inProject } from "./project.ts";

/** What a phone may load for the vote page, HTML, script and style, compressed, in bytes. */
const bytesAllowed = 15_000;
const requestsAllowed = 3;
/** Browsers ask for brotli over HTTPS alone; a service on a machine of one's own is plain HTTP. */
const encodings = ["gzip", "br"];

type Sample = { id: string; type: string; text: string };

/** What an organiser may choose that adds to the page: results on phones, and a phone that several people share. */
const cases = [
  { name: "plain", shown: false, shared: false },
  { name: "results", shown: true, shared: false },
  { name: "shared", shown: false, shared: true },
  { name: "both", shown: true, shared: true },
];

/**
 * Weighs the built vote page as a phone gets it from the service, a question of each type on stage in turn in each of the
 * cases, and prints it. True where all are within the budget.
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
    const weighed = [];
    for (const one of cases) weighed.push({ ...one, weights: await weighTypes(address, questions, one) });
    for (const encoding of encodings) {
      console.log(`  ${encoding.padEnd(10)}${cases.map(({ name }) => name.padStart(9)).join("")}`);
      for (const { type } of questions) {
        const row = weighed.map(({ weights }) => weights.find((one) => one.type === type)?.bytes[encoding] ?? 0);
        console.log(`  ${type.padEnd(10)}${row.map((n) => String(n).padStart(9)).join("")}`);
      }
    }
    for (const encoding of encodings) {
      const later = weighed.flatMap(({ weights }) => weights).find(({ later }) => later[encoding] !== undefined)?.later;
      console.log(
        `  ${encoding.padEnd(10)}${String(later?.[encoding]).padStart(9)} more, in one request, once a tally has come`,
      );
    }
    const all = weighed.flatMap(({ weights }) => weights);
    const heaviest = Math.max(...all.flatMap(({ bytes }) => Object.values(bytes)));
    const requests = Math.max(...all.map((one) => one.requests));
    console.log(`  ${heaviest} of ${bytesAllowed} bytes, ${requests} of ${requestsAllowed} requests at most`);
    return (
      missing.length === 0 &&
      heaviest <= bytesAllowed &&
      requests <= requestsAllowed &&
      all.every(({ questionInHtml, resultsInHtml }) => questionInHtml && resultsInHtml)
    );
  } finally {
    await runtime.stop();
    data.release();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

async function weighTypes(address: string, samples: readonly Sample[], { shown, shared }: (typeof cases)[number]) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${process.env["CREATE_KEY"] ?? ""}` };
  const definition = {
    title: "Nätverksträff uppdragsutbildning 18–19 mars",
    language: "sv",
    questions: samples.map((sample) => ({ ...sample, resultsOnPhones: shown })),
    settings: { sharedDevice: shared },
  };
  const poll: { id: string; code: string; presenterKey: string } = await post(
    `${address}/api/polls`,
    headers,
    definition,
  );
  const weights = [];
  for (const { id, type, text } of samples) {
    const presenter = { ...headers, authorization: `Bearer ${poll.presenterKey}` };
    await post(`${address}/api/polls/${poll.id}/stage`, presenter, { question: id });
    if (shown && type === "text") await answerAtLength(`${address}/${poll.code}`, id);
    const bytes: Record<string, number> = {};
    const later: Record<string, number> = {};
    const pages = [];
    for (const encoding of encodings) {
      const page = await weighPage(`${address}/${poll.code}`, text, encoding);
      bytes[encoding] = page.bytes;
      pages.push(page);
      if (shown) later[encoding] = await weighResults(`${address}/${poll.code}`, page.html, encoding);
    }
    weights.push({
      type,
      bytes,
      later,
      requests: Math.max(...pages.map(({ requests }) => requests)),
      questionInHtml: pages.every(({ questionInHtml }) => questionInHtml),
      resultsInHtml: pages.every(({ html }) => html.includes('class="results"') === shown),
    });
  }
  return weights;
}

/** Many long texts that compress badly, each from a phone without a script; returns once the page has them. */
async function answerAtLength(page: string, question: string): Promise<void> {
  for (let n = 0; n < 12; n++) {
    const cookie = (await fetch(page)).headers.getSetCookie().map((set) => set.split(";")[0]);
    const body = new URLSearchParams({ asking: `${question}~1.0`, text: randomBytes(93).toString("base64") + n });
    await fetch(page, { method: "POST", headers: { cookie: cookie.join("; ") }, body, redirect: "manual" });
  }
  for (let looks = 0; !/class="results"[\s\S]*>12 /.test(await (await fetch(page)).text()); looks++) {
    if (looks > 100) throw new Error("the long texts don't come");
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
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
