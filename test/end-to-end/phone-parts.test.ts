/** What a phone fetches when it needs it: forms of other types than its page came with, and the results. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { inProject } from "../../scripts/tools/project.ts";
import { apiClient } from "../support/api-client.ts";
import { ballotsIn } from "./figures.ts";
import { phoneHand } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";

const { t, status, send, fillIn } = phoneHand("sv");

servePages();

async function pollOf(questions: object[]) {
  const api = apiClient(service.address);
  const poll = await api.createPoll({ title: "Fika på träffen", language: "sv", questions });
  return {
    poll,
    questions: (await api.poll(poll.id, poll.organiserKey)).questions,
    show: (question: string) => api.stage(poll.id, poll.presenterKey, { question }),
    ballots: async () => ballotsIn(await api.download(poll.id, poll.organiserKey, "ballots.csv")),
  };
}

/** The form as it is drawn: what is written in it, and where its controls stand and how they look. */
function looks(phone: Page) {
  return phone.locator("#answer").evaluate((form) => ({
    text: form.textContent,
    places: [...form.querySelectorAll("*")].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, borderColor, display, fontWeight } = getComputedStyle(element);
      return [element.tagName, x, y, width, height, color, borderColor, display, fontWeight].join(" ");
    }),
  }));
}

test("a form that comes while the page is open looks and reads as one that came with the page", async () => {
  const samples: { id: string; text: string }[] = JSON.parse(
    readFileSync(inProject("scripts", "tools", "sample-questions.sv.json"), "utf8"),
  );
  const { poll, show } = await pollOf(samples);
  const [first] = samples;
  await show(first?.id ?? "");
  const phone = await pages.phone(poll.links.vote);
  for (const { id, text } of samples) {
    await show(id);
    await phone.getByRole("heading", { name: text }).waitFor();
    const live = await looks(phone);
    await phone.reload();
    await phone.getByRole("heading", { name: text }).waitFor();
    expect(live, id).toEqual(await looks(phone));
  }
});

test("the scripts are the ones that are shipped, though a test has had them built", async () => {
  const { poll } = await pollOf(["fika"].map((id) => ({ id, type: "text", text: "Te eller kaffe?" })));
  const html = await (await fetch(poll.links.vote)).text();
  const script = /<script type="module" src="([^"]+)"/.exec(html)?.[1] ?? "";
  const code = await (await fetch(new URL(script, service.address))).text();
  // Of a build for developers: the places of its sources.
  expect([code.includes("handupp.v1"), code.includes(inProject())]).toEqual([true, false]);
});

test("results come with the first tally", async () => {
  const { poll, questions, show } = await pollOf([
    {
      id: "fika",
      type: "choice",
      text: "Te eller kaffe?",
      resultsOnPhones: true,
      options: [{ text: "Te" }, { text: "Kaffe" }],
    },
  ]);
  await show("fika");
  const phone = await pages.phone(poll.links.vote);
  const [question] = questions;
  if (question?.type !== "choice") throw new Error("a choice");
  await phone.getByLabel("Te", { exact: true }).check();
  await send(phone);
  const results = phone.getByRole("region", { name: t("results.heading") });
  await results.getByText(t("results.share", { n: 1, percent: 100 })).waitFor();
  expect(
    await results
      .locator("svg")
      .first()
      .evaluate((bar) => bar.getBoundingClientRect().height),
  ).toBeLessThan(20);
});

test("what is said of a refusal comes with it", async () => {
  const { poll, questions, show, ballots } = await pollOf([
    { id: "fika", type: "text", text: "Te eller kaffe?", changeable: false },
  ]);
  const [question] = questions;
  if (question === undefined) throw new Error("a question");
  await show("fika");
  const first = await pages.phone(poll.links.vote);
  // The same attendee in a second tab, which has not heard of the answer in the first.
  const second = await first.context().newPage();
  await second.goto(poll.links.vote);
  await fillIn(first, question, { text: "Te" });
  await send(first);
  await status(first, "status.received").waitFor();
  await fillIn(second, question, { text: "Kaffe" });
  await send(second);
  await status(second, "refused.unchangeable").waitFor();
  expect(await ballots()).toEqual([{ question: "fika", answer: { text: "Te" } }]);
});

test("a scale of many steps is answered with its slider, by keyboard", async () => {
  const { poll, show, ballots } = await pollOf([
    {
      id: "vikt",
      type: "scale",
      text: "Hur troligt är det?",
      min: 0,
      max: 100,
      statements: [{ id: "a", text: "Regn" }],
    },
  ]);
  await show("vikt");
  const phone = await pages.phone(poll.links.vote);
  const slider = phone.getByRole("slider", { name: "Regn" });
  await slider.focus();
  await phone.keyboard.press("End");
  await phone.keyboard.press("ArrowLeft");
  expect(await slider.getAttribute("aria-valuetext")).toBe("99 ");
  await send(phone);
  await status(phone, "status.received").waitFor();
  expect(await ballots()).toEqual([{ question: "vikt", answer: { ratings: { a: 99 } } }]);
});

test("a thing is placed by a tap in the plane, and one that is left is shown", async () => {
  const items = ["web", "pod"].map((id) => ({ id, text: id }));
  const { poll, questions, show, ballots } = await pollOf([
    { id: "where", type: "grid", text: "Var?", items, xLabels: ["Lätt", "Svårt"], yLabels: ["Lite", "Mycket"] },
  ]);
  await show(questions[0]?.id ?? "");
  const phone = await pages.phone(poll.links.vote);
  const plane = phone.locator(".plane").first();
  const { width = 0, height = 0 } = (await plane.boundingBox()) ?? {};
  await plane.tap({ position: { x: width * 0.8, y: height * 0.9 } });
  await plane.locator("circle").waitFor();
  await send(phone);
  await status(phone, "grid.missing").waitFor();
  const left = phone.locator('[name="x.pod"]');
  await left.and(phone.locator(":focus")).waitFor();
  expect(await left.getAttribute("aria-invalid")).toBe("true");
  await phone.locator(".plane").nth(1).tap();
  await send(phone);
  await status(phone, "status.received").waitFor();
  expect((await ballots()).map(({ answer }) => answer)).toEqual([
    { items: { web: { x: 8, y: 1 }, pod: { x: 5, y: 5 } } },
  ]);
});

test("one's own answer has its field once it is chosen, and an order of one's own stays", async () => {
  const options = ["Te", "Kaffe", "Saft", "Vatten", "Mjölk", "Öl"].map((text) => ({ text }));
  const { poll, questions, show, ballots } = await pollOf([
    { id: "fika", type: "choice", text: "Vad dricker du?", options, allowOther: true, randomOrder: true },
  ]);
  await show("fika");
  const [question] = questions;
  if (question === undefined) throw new Error("a question");
  const orders = new Set<string>();
  for (let attendee = 0; attendee < 5; attendee++) {
    const phone = await pages.phone(poll.links.vote);
    const order = async () => (await phone.locator(".option").allTextContents()).join();
    const drawn = await order();
    expect(drawn).toMatch(/,Annat$/);
    const own = phone.getByLabel(t("choice.write"), { exact: true });
    expect(await own.isVisible()).toBe(false);
    await fillIn(phone, question, { choices: [], other: "Äppelmust" });
    await send(phone);
    await status(phone, "status.received").waitFor();
    expect(await order()).toBe(drawn);
    await phone.reload();
    await status(phone, "status.received").waitFor();
    expect([await order(), await own.inputValue()]).toEqual([drawn, "Äppelmust"]);
    orders.add(drawn);
  }
  expect(orders.size).toBeGreaterThan(1);
  const own = { question: "fika", answer: { choices: [], other: "Äppelmust" } };
  expect(await ballots()).toEqual(Array.from({ length: 5 }, () => own));
});
