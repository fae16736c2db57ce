import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { screenSize } from "./browser.ts";
import { pages, servePages, service } from "./served-pages.ts";

// What a result looks like is the same wherever it is seen: two screens, the page of results, a saved picture.

const definition = {
  title: "Nätverksträff: våren",
  language: "sv",
  questions: [
    { id: "words", type: "words", text: "Vilka ord beskriver <dagen> & kvällen?", maxWords: 6 },
    {
      id: "choice",
      type: "choice",
      text: "Vilken temagrupp gav mest?",
      options: [
        { id: "a", text: "Digitalisering" },
        { id: "b", text: "Juridik & <b>avtal</b>" },
      ],
    },
  ],
};
const given = [
  ["samverkan", "möten", "<script>alert(1)</script>"],
  ["samverkan", "tid", "😀🎉", "مرحبا بالعالم", "Łódź ]]> &amp;"],
  ["Samverkan", "tid", "verksamhetsutvecklingskonsulenternas"],
];

let links: Record<"present" | "results", string>;

servePages();

beforeAll(async () => {
  const api = apiClient(service.address);
  const poll = await api.createPoll(definition);
  links = poll.links;
  await api.stage(poll.id, poll.organiserKey, { question: "choice" });
  const people = await Promise.all(given.map(() => Attendee.join(service.address, poll.code)));
  for (const person of people) await person.answer("choice", { choices: ["b"] });
  await api.stage(poll.id, poll.organiserKey, { question: "words" });
  for (const [index, person] of people.entries()) await person.answer("words", { words: given[index] });
});

const reducedMotion = { reducedMotion: "reduce" } as const;

async function open(link: string, viewport: { width: number; height: number } = screenSize): Promise<Page> {
  const page = await pages.open(link, { viewport, ...reducedMotion });
  await page.locator(".cloud-word", { hasText: /^Samverkan|^samverkan/ }).waitFor();
  return page;
}

/** Where each word stands, in the picture's own units. */
const placesOn = (page: Page) =>
  page.locator(".cloud-word").evaluateAll((words) =>
    words.map((word) => ({
      word: word.textContent,
      transform: word instanceof SVGElement ? word.style.transform : "",
      fill: word.getAttribute("fill"),
    })),
  );

/** A page without a policy of its own, to read files in. */
const blank = () => pages.open(`${service.address}/healthz`);

async function saved(page: Page, format: "SVG" | "PNG", question: string): Promise<{ name: string; file: Buffer }> {
  const button = page.getByRole("button", { name: new RegExp(`, ${format}: .*${question}`) });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
}

test("every screen shows the same cloud, whatever its size, reloaded or not, and the page of results too", async () => {
  const wide = await open(links.present);
  const places = await placesOn(wide);
  expect(places).toHaveLength(8);
  const narrow = await open(links.present, { width: 1024, height: 768 });
  expect(await placesOn(narrow)).toEqual(places);
  await wide.reload();
  await wide.locator(".cloud-word").first().waitFor();
  expect(await placesOn(wide)).toEqual(places);
  expect(await placesOn(await open(links.results))).toEqual(places);
});

test("no word as drawn meets another", async () => {
  const page = await open(links.present);
  const meetings = await page.locator(".cloud-word").evaluateAll((words) => {
    const context = document.createElement("canvas").getContext("2d");
    // The ink, rather than the line around it.
    const inks = words.map((word) => {
      const [x = 0, y = 0, scale = 1] = (word.getAttribute("style")?.match(/-?[\d.]+/g) ?? []).map(Number);
      if (context === null) throw new Error("no canvas");
      context.font = `600 ${100 * scale}px ${getComputedStyle(word).fontFamily}`;
      context.textAlign = "center";
      const text = word.textContent ?? "";
      const ink = context.measureText(text);
      const [left, right] = [x - ink.actualBoundingBoxLeft, x + ink.actualBoundingBoxRight];
      return { text, left, right, top: y - ink.actualBoundingBoxAscent, bottom: y + ink.actualBoundingBoxDescent };
    });
    return inks.flatMap((a, i) =>
      inks
        .slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => `${a.text} and ${b.text}`),
    );
  });
  expect(meetings).toEqual([]);
});

describe("a saved picture", () => {
  test("is an SVG that holds everything itself, with texts as text", async () => {
    const page = await open(links.present);
    await page.keyboard.press("s");
    const { name, file } = await saved(page, "SVG", "dagen");
    expect(name).toBe("Nätverksträff våren – Vilka ord beskriver dagen & kvällen.svg");
    const seen = await (await blank()).evaluate((svg) => {
      const picture = new DOMParser().parseFromString(svg, "image/svg+xml");
      return {
        error: picture.querySelector("parsererror")?.textContent ?? null,
        names: [...new Set([...picture.querySelectorAll("*")].map(({ localName }) => localName))].sort(),
        texts: [...picture.querySelectorAll("text")].map(({ textContent }) => textContent),
        title: picture.querySelector("title")?.textContent,
        description: picture.querySelector("desc")?.textContent,
      };
    }, file.toString());
    expect(seen.error).toBeNull();
    expect(seen.names).toEqual(["desc", "rect", "style", "svg", "text", "title"]);
    for (const text of [definition.title, definition.questions[0]?.text, ...given.flat().slice(2)]) {
      if (text !== "Samverkan") expect(seen.texts).toContain(text);
    }
    expect(seen.title).toBe(definition.questions[0]?.text);
    expect(seen.description).toMatch(/Nätverksträff: våren\. Flest: samverkan, 3\. 3 av 3 har svarat · .*20\d\d/);
    // Nothing is fetched from anywhere when it is opened.
    expect(file.toString().match(/(?:href|src|url)\s*[=(]\s*["']?(?!data:)/g)).toBeNull();
    expect(file.toString()).toMatch(/@font-face\{font-family:"Atkinson Hyperlegible Next".*base64/);
  });

  test("has its words where the screen has them", async () => {
    const page = await open(links.present);
    await page.keyboard.press("s");
    const { file } = await saved(page, "SVG", "dagen");
    const colours = await page
      .locator(".cloud-word")
      .evaluateAll((words) => Object.fromEntries(words.map((word) => [word.textContent, getComputedStyle(word).fill])));
    const drawn = await (await blank()).evaluate((svg) => {
      const host = document.createElement("div");
      host.append(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement);
      document.body.append(host);
      return [...host.querySelectorAll("text")].map((text) => ({
        word: text.textContent ?? "",
        fill: getComputedStyle(text).fill,
        x: text.transform.baseVal.consolidate()?.matrix.e ?? 0,
        y: text.transform.baseVal.consolidate()?.matrix.f ?? 0,
      }));
    }, file.toString());
    const places = await placesOn(page);
    const onScreen = places.map(({ word, transform }) => {
      const [x = 0, y = 0] = (transform.match(/-?[\d.]+/g) ?? []).map(Number);
      return { word: word ?? "", x, y };
    });
    const pairs = onScreen.map((place) => ({ place, copy: drawn.find(({ word }) => word === place.word) }));
    for (const { place, copy } of pairs) expect(copy?.fill).toBe(colours[place.word]);
    // One scale and one shift for all: distances keep their proportion.
    const [first, second] = pairs;
    const scale = ((second?.copy?.x ?? 0) - (first?.copy?.x ?? 0)) / ((second?.place.x ?? 0) - (first?.place.x ?? 0));
    expect(scale).toBeGreaterThan(0);
    for (const { place, copy } of pairs) {
      expect((copy?.x ?? 0) - (first?.copy?.x ?? 0)).toBeCloseTo((place.x - (first?.place.x ?? 0)) * scale, 0);
      expect((copy?.y ?? 0) - (first?.copy?.y ?? 0)).toBeCloseTo((place.y - (first?.place.y ?? 0)) * scale, 0);
    }
  });

  test("is a PNG of 3200 × 1800 pixels, from the page of results too", async () => {
    const page = await open(links.results);
    const { name, file } = await saved(page, "PNG", "temagrupp");
    expect(name).toBe("Nätverksträff våren – Vilken temagrupp gav mest.png");
    expect(file.subarray(1, 4).toString()).toBe("PNG");
    expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([3200, 1800]);
    // Drawn, not blank: the bar's own colour stands in its middle.
    const colour = await (await blank()).evaluate(async (png) => {
      const image = new Image();
      image.src = `data:image/png;base64,${png}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.naturalWidth / 10;
      canvas.height = image.naturalHeight / 10;
      const context = canvas.getContext("2d");
      context?.drawImage(image, 0, 0, canvas.width, canvas.height);
      const { data } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? { data: [] };
      const counts = new Map<string, number>();
      for (let i = 0; i < data.length; i += 4) {
        const key = `${data[i]},${data[i + 1]},${data[i + 2]}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      return [...counts]
        .sort(([, a], [, b]) => b - a)
        .slice(0, 2)
        .map(([key]) => key);
    }, file.toString("base64"));
    expect(colour).toEqual(["250,249,246", "162,50,4"]);
  });

  test("leaves nothing on the page, and breaks no rule of its policy", async () => {
    const page = await open(links.present);
    await page.keyboard.press("s");
    await saved(page, "PNG", "dagen");
    await page.getByText("Bilden är sparad.").waitFor();
    expect(await page.locator(".sheet").count()).toBe(0);
    expect(pages.troubles).toEqual([]);
  });
});
