/** A closed run taken away: in one zip, read from disk without a script, and printed. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { inflateSync } from "node:zlib";
import axe, { type AxeResults } from "axe-core";
import { strFromU8, unzipSync } from "fflate";
import type { BrowserContextOptions, Page, Route } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { resultsSv } from "../../web/messages/results.sv.ts";
import type { Answer, Question, QuestionType } from "../../worker/questions/registry.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { pages, servePages, service } from "./served-pages.ts";
import { items, shortAnswers, shortQuestions } from "./short-questions.ts";

const questions = {
  ...shortQuestions,
  choice: { text: "Vilken färg?", options: items("Röd", "Blå <b>&</b>"), notes: "Bara för mig." },
  text: { text: "Något mer? <script>alert(1)</script>" },
};
const written = "Mer kanelbullar på söndag, ä ö å";
const answers: Record<QuestionType, Answer> = { ...shortAnswers, text: { text: written } };
const title = "Nätverksträff: våren i Åre";

let folder: string;
let reader: string;
let organiser: string;

servePages();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "handupp-bundle-"));
  const api = apiClient(service.address);
  const listed = Object.entries(questions).map(([type, fields]) => ({ id: type, type, ...fields }));
  const poll = await api.createPoll({ title, language: "sv", questions: listed });
  const { questions: asked } = await api.poll(poll.id, poll.organiserKey);
  await api.stage(poll.id, poll.presenterKey, { question: null });
  const people = await Promise.all([1, 2].map(() => Attendee.join(service.address, poll.code)));
  for (const question of asked)
    await askAll(people, question, () => api.stage(poll.id, poll.presenterKey, { question: question.id }));
  await Promise.all(people.map((person) => person.close()));
  await api.close(poll.id, poll.organiserKey);
  organiser = poll.links.results;
  reader = (await api.publish(poll.id, poll.organiserKey, { ballots: true })).links.results;
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function askAll(people: readonly Attendee[], question: Question, ask: () => Promise<unknown>): Promise<void> {
  await ask();
  for (const person of people) {
    await person.onStage(question.id);
    await person.answer(question.id, answers[question.type]);
  }
}

/** The zip that the page makes. */
async function bundleFrom(link: string, options: BrowserContextOptions): Promise<{ page: Page; bytes: Buffer }> {
  const page = await pages.open(link, options);
  await page.getByRole("checkbox").check();
  const make = page.getByRole("button", { name: /ZIP/ });
  const [download] = await Promise.all([page.waitForEvent("download"), make.click()]);
  return { page, bytes: await readFile(await download.path()) };
}

test("the bundle is the same bytes for whoever makes it, and opens from disk without a script", async () => {
  const made = await bundleFrom(reader, { viewport: { width: 1400, height: 800 } });
  await made.page.getByText(String(resultsSv["bundle.made"])).waitFor();
  // In another browser, by another key, in another language, in the dark, in the reader's own colours.
  const again = await bundleFrom(organiser, {
    ...{ locale: "en-GB", viewport: { width: 600, height: 800 } },
    ...{ colorScheme: "dark", forcedColors: "active", contrast: "more", reducedMotion: "reduce" },
  });
  const files = unzipSync(made.bytes);
  const others = unzipSync(again.bytes);
  expect(Object.keys(others)).toEqual(Object.keys(files));
  for (const [name, content] of Object.entries(files)) {
    expect(Buffer.from(others[name] ?? []).equals(content), `${name} is the same`).toBe(true);
  }
  expect(again.bytes.equals(made.bytes)).toBe(true);

  const names = Object.keys(files);
  expect(names).toEqual(names.toSorted());
  expect(names).toEqual(
    expect.arrayContaining([
      "README.txt",
      "ballots.csv",
      "chain.csv",
      "index.html",
      "results.csv",
      "results.json",
      "results.xlsx",
    ]),
  );
  expect(names.filter((name) => name.endsWith(".png"))).toHaveLength(8);
  for (const content of Object.values(files)) expect(strFromU8(content)).not.toContain("Bara för mig");

  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  const address = pathToFileURL(join(folder, "index.html")).href;
  const report = await pages.open(address, { javaScriptEnabled: false, viewport: { width: 320, height: 800 } });
  expect(await report.title()).toBe(title);
  expect(await report.evaluate(() => document.documentElement.lang)).toBe("sv");
  await report.getByRole("heading", { name: questions.text.text, exact: true }).waitFor();
  await report.getByRole("cell", { name: "100 %" }).first().waitFor();
  await report.getByRole("rowheader", { name: written }).first().waitFor();
  const pictures = await report
    .locator("img")
    .evaluateAll((images) =>
      images.map((image) => (image instanceof HTMLImageElement ? { width: image.naturalWidth, alt: image.alt } : null)),
    );
  expect(pictures).toHaveLength(8);
  for (const picture of pictures) expect(picture).toEqual({ width: 1600, alt: expect.stringMatching(/\?.*\. ./) });
  expect(await report.locator("script").count()).toBe(0);
  expect(await report.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);

  for (const colorScheme of ["light", "dark"] as const) {
    const looked = await pages.open(address, { colorScheme });
    await looked.evaluate(axe.source);
    const { violations, passes } = await looked.evaluate<AxeResults>("axe.run(document)");
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    expect(passes.length).toBeGreaterThan(10);
  }
});

test("a file that takes long is seen to come, and can be called off; the focus stays with who pressed", async () => {
  const page = await pages.open(organiser);
  const { promise: asked, resolve: onAsked } = Promise.withResolvers<Route>();
  await page.route("**/results.xlsx?*", onAsked, { times: 1 });
  const xlsx = page.getByRole("button", { name: String(resultsSv["downloads.xlsx"]) });
  const isFocused = () => xlsx.evaluate((button) => button === document.activeElement);
  await xlsx.focus();
  await page.keyboard.press("Enter");
  await asked;
  await page.getByRole("progressbar").waitFor();
  expect(await isFocused()).toBe(true);
  expect(await xlsx.getAttribute("aria-disabled")).toBe("true");
  await page.getByRole("button", { name: String(resultsSv["bundle.cancel"]), exact: true }).click();
  await page.getByText(String(resultsSv["downloads.cancelled"])).waitFor();
  expect(await page.getByRole("progressbar").count()).toBe(0);
  expect(await isFocused()).toBe(true);
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  expect(download.suggestedFilename()).toBe("Nätverksträff våren i Åre – run-1-results.xlsx");
});

test("the page prints as a tagged PDF with a title, a language and Swedish letters", async () => {
  const page = await pages.open(reader);
  await page.getByRole("heading", { name: title }).waitFor();
  await page.locator(".cloud-word").first().waitFor();
  const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true });
  const text = pdf.toString("latin1");
  expect(text).toMatch(/\/StructTreeRoot/);
  expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
  expect(text).toMatch(/\/Lang \(sv\)/);
  expect(titleIn(pdf)).toBe(title);
  const letters = lettersIn(pdf);
  for (const letter of "åäöÅÖ") expect(letters).toContain(letter);
});

function titleIn(pdf: Buffer): string {
  const hex = /\/Title <FEFF([0-9A-F]+)>/i.exec(pdf.toString("latin1"))?.[1] ?? "";
  return Buffer.from(hex, "hex").swap16().toString("utf16le");
}

/** What the fonts of the file say that their glyphs mean: text that can be copied and read aloud. */
function lettersIn(pdf: Buffer): string {
  const maps = streamsIn(pdf).filter((stream) => stream.includes("begincmap"));
  return maps
    .flatMap((map) => [
      ...[...map.matchAll(/^<[0-9A-F]+> <([0-9A-F]{4})>$/gim)].map(([, code = ""]) => Number.parseInt(code, 16)),
      ...[...map.matchAll(/^<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>$/gim)].flatMap(
        ([, from = "", to = "", code = ""]) => {
          const [first, last, start] = [from, to, code].map((hex) => Number.parseInt(hex, 16));
          if (first === undefined || last === undefined || start === undefined) return [];
          return Array.from({ length: last - first + 1 }, (_, step) => start + step);
        },
      ),
    ])
    .map((code) => String.fromCodePoint(code))
    .join("");
}

function streamsIn(pdf: Buffer): string[] {
  const streams: string[] = [];
  for (let at = pdf.indexOf("stream\n"); at >= 0; at = pdf.indexOf("stream\n", at + 1)) {
    const end = pdf.indexOf("endstream", at);
    try {
      streams.push(inflateSync(pdf.subarray(at + 7, end)).toString("latin1"));
    } catch {
      // Not compressed this way: a picture or a font.
    }
  }
  return streams;
}
