import { createServer, type Server } from "node:http";
import type { Frame, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CreatedPoll } from "../../web/connection/api.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { freePort, Service } from "../support/service.ts";
import { Pages } from "./browser.ts";
import { longAnswer, longQuestions } from "./long-contents.ts";

// A result in a slide: a frame on a page of another origin, here another port of this machine.

const definition = {
  title: "Nätverksträff",
  language: "sv",
  settings: { embed: true },
  questions: [
    { id: "words", type: "words", text: "Vilka ord?", maxWords: 3 },
    {
      id: "choice",
      type: "choice",
      text: "Vilken temagrupp?",
      options: [
        { id: "a", text: "Digitalisering" },
        { id: "b", text: "Juridik" },
      ],
    },
  ],
};

let service: Service;
let pages: Pages;
let slides: Server;
let slidesAddress: string;
let poll: CreatedPoll;
let person: Attendee;

beforeAll(async () => {
  service = await Service.start();
  pages = await Pages.start();
  const port = await freePort();
  slidesAddress = `http://127.0.0.1:${port}`;
  slides = createServer((request, response) => {
    const { searchParams } = new URL(request.url ?? "/", slidesAddress);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<!doctype html><title>Slide</title><body style="background:rgb(1,2,3)"><iframe title="Result" width="${searchParams.get("width")}" height="${searchParams.get("height")}" style="border:0;color-scheme:light" src="${service.address}${searchParams.get("path")}"></iframe>`,
    );
  }).listen(port, "127.0.0.1");
  poll = await apiClient(service.address).createPoll(definition);
  person = await Attendee.join(service.address, poll.code);
});

afterAll(async () => {
  slides.close();
  await pages.stop();
  await service.dispose();
});

const stage = (command: object) => apiClient(service.address).stage(poll.id, poll.presenterKey, command);

/** A slide with a frame, and the frame. */
async function slide(path: string, width = 1280, height = 720): Promise<{ page: Page; frame: Frame }> {
  const query = new URLSearchParams({ path, width: String(width), height: String(height) });
  const page = await pages.open(`${slidesAddress}/?${query}`, { reducedMotion: "reduce" });
  const frame = page.frames().find((other) => other.parentFrame() !== null);
  if (frame === undefined) throw new Error("the slide has no frame");
  return { page, frame };
}

test("the frame waits, shows the result as it comes, and hides it when the stage does", async () => {
  const { frame } = await slide(`/embed/${poll.id}`);
  await frame.getByText("Resultatet visas här när det visas på scenen.").waitFor();
  await stage({ question: "choice" });
  await frame.getByRole("heading", { name: "Vilken temagrupp?" }).waitFor();
  await person.answer("choice", { choices: ["b"] });
  await frame.getByText("1 · 100 %").waitFor();
  // Read by a screen reader as a table, whatever the picture is.
  await frame.getByRole("row", { name: "Juridik 1 100 %" }).waitFor({ state: "attached" });
  await stage({ results: "hidden" });
  await frame.getByText("Resultatet visas här när det visas på scenen.").waitFor();
  expect(await frame.getByText("Juridik").count()).toBe(0);
  expect(pages.troubles).toEqual([]);
});

test("a frame of one question shows no other", async () => {
  const { frame } = await slide(`/embed/${poll.id}?question=words`);
  await stage({ question: "choice", results: "shown" });
  await frame.getByText("Resultatet visas här när det visas på scenen.").waitFor();
  await stage({ question: "words", results: "shown" });
  await person.answer("words", { words: ["samverkan"] });
  await frame.locator(".cloud-word", { hasText: "samverkan" }).waitFor();
  expect(await frame.getByText("Vilken temagrupp?").count()).toBe(0);
});

test("the frame comes back by itself after the service was away, with the picture kept meanwhile", async () => {
  await stage({ question: "choice", results: "shown" });
  const { frame } = await slide(`/embed/${poll.id}`);
  await frame.getByText("1 · 100 %").waitFor();
  await service.stop();
  await frame.getByText("Ingen kontakt. Bilden är den senaste; nya försök görs.").waitFor();
  expect(await frame.getByText("1 · 100 %").count()).toBe(1);
  await service.start();
  const other = await Attendee.join(service.address, poll.code);
  await other.answer("choice", { choices: ["a"] });
  await frame.getByText("1 · 50 %").first().waitFor();
});

test.each([
  [320, 180],
  [1920, 1080],
  [400, 800],
])("in a frame of %i × %i nothing is cut off", async (width, height) => {
  await stage({ question: "choice", results: "shown" });
  const { frame } = await slide(`/embed/${poll.id}`, width, height);
  await frame.locator(".bar-note").first().waitFor();
  const overflow = await frame.evaluate(() => {
    const { scrollWidth, scrollHeight, clientWidth, clientHeight } = document.documentElement;
    return [scrollWidth - clientWidth, scrollHeight - clientHeight];
  });
  expect(overflow).toEqual([0, 0]);
  const outside = await frame.locator("h1, .bar-label, .embed-counts").evaluateAll((texts) =>
    texts
      .filter((text) => {
        const box = text.getBoundingClientRect();
        return box.left < 0 || box.top < 0 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
      })
      .map((text) => text.textContent),
  );
  expect(outside).toEqual([]);
});

test("a long question leaves its words their room, and they are large enough to be read", async () => {
  const api = apiClient(service.address);
  const questions = longQuestions.filter(({ id }) => id === "words");
  const long = await api.createPoll({ ...definition, questions });
  const people = await Promise.all([0, 1, 2].map(() => Attendee.join(service.address, long.code)));
  await api.stage(long.id, long.presenterKey, { question: "words" });
  for (const [number, one] of people.entries()) await one.answer("words", longAnswer("words", number));
  const { page, frame } = await slide(`/embed/${long.id}`, 800, 450);
  await frame.getByText(/^3 svar$/).waitFor();
  const slideFrame = page.getByTitle("Result");
  for (const [width, height] of [
    [800, 450],
    [480, 320],
  ] as const) {
    await slideFrame.evaluate(
      (element, size) => {
        element.setAttribute("width", String(size.width));
        element.setAttribute("height", String(size.height));
      },
      { width, height },
    );
    const words = () =>
      frame.locator(".cloud-word, .word-list > :not(.word-list-out)").evaluateAll((all) => {
        const end = document.querySelector(".embed-counts")?.getBoundingClientRect().top ?? 0;
        const boxes = all.map((word) => word.getBoundingClientRect());
        return {
          some: boxes.length > 5,
          beyond: boxes.filter(({ bottom, right }) => bottom > end + 1 || right > innerWidth).length,
          tiny: boxes.filter((box) => box.height < 9).length,
        };
      });
    await expect.poll(words, { message: `${width}`, timeout: 10_000 }).toEqual({ some: true, beyond: 0, tiny: 0 });
  }
  for (const one of people) await one.close();
});

test("ten long rankings under a long question stand clear of each other in a small frame, which is scrolled", async () => {
  const api = apiClient(service.address);
  const long = await api.createPoll({ ...definition, questions: longQuestions.filter(({ id }) => id === "ranking") });
  const one = await Attendee.join(service.address, long.code);
  await api.stage(long.id, long.presenterKey, { question: "ranking" });
  await one.answer("ranking", longAnswer("ranking", 0));
  const { frame } = await slide(`/embed/${long.id}`, 480, 320);
  await frame.getByText(/^1 svar$/).waitFor();
  const rows = await frame.locator(".ranked").evaluateAll((all) =>
    all.map((row) => {
      const [text, bar] = [row.querySelector(".ranked-option"), row.querySelector(".ranked-bar")];
      const size = Number.parseFloat(getComputedStyle(row).fontSize);
      const isClear = (text?.getBoundingClientRect().bottom ?? 0) <= (bar?.getBoundingClientRect().top ?? 0) + 1;
      return isClear && size >= 12 && row.scrollHeight <= row.clientHeight + 2;
    }),
  );
  expect(rows).toEqual(Array.from({ length: 10 }, () => true));
  await one.close();
});

test("a transparent frame lets the slide show through, in the reader's dark colours too", async () => {
  const { page } = await slide(`/embed/${poll.id}?background=transparent&theme=dark`, 640, 360);
  const frame = page.frames()[1];
  await frame?.locator("main").waitFor();
  const picture = await page.screenshot({ clip: { x: 9, y: 9, width: 2, height: 2 } });
  const colour = await page.evaluate(async (png) => {
    const image = new Image();
    image.src = `data:image/png;base64,${png}`;
    await image.decode();
    const context = document.createElement("canvas").getContext("2d");
    context?.drawImage(image, 0, 0);
    return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
  }, picture.toString("base64"));
  expect(colour).toEqual([1, 2, 3, 255]);
});

test("where it is not allowed the frame says so; other pages are not shown in frames at all", async () => {
  const closed = await apiClient(service.address).createPoll({ ...definition, settings: {} });
  const { frame } = await slide(`/embed/${closed.id}`);
  await frame.getByText("Omröstningen visas inte på andra sidor").waitFor();
  for (const path of ["/", "/organise", `/present/${poll.id}`, `/results/${poll.id}`, `/${poll.code}`]) {
    const refused = await slide(path);
    await refused.page.waitForFunction(() => frames.length === 1);
    expect(refused.frame.url()).toMatch(/^chrome-error:/);
  }
});
