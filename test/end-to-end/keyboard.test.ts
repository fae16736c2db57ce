/** Every type of question answered without a finger or a mouse: Tab, Space, arrows, letters. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import type { QuestionType } from "../../worker/questions/registry.ts";
import { apiClient } from "../support/api-client.ts";
import { ballotsIn } from "./figures.ts";
import { phoneHand } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";

const { t, status } = phoneHand("sv");

type Vote = {
  question: { type: QuestionType; text: string; [field: string]: unknown };
  /** Fills in the form and sends it. */
  vote: (keys: Keyboard) => Promise<void>;
  answer: object;
};

servePages();

const items = (...texts: string[]) => texts.map((text, place) => ({ id: `${place + 1}`, text }));

const votes: [string, Vote][] = [
  [
    "words",
    {
      question: { type: "words", text: "Vad tar du med dig?", maxWords: 3 },
      vote: async ({ phone, tabTo, press }) => {
        await tabTo(phone.getByLabel(t("words.nth", { number: 1 }), { exact: true }));
        await phone.keyboard.type("öppenhet");
        await press("Tab");
        await phone.keyboard.type("Åre");
        await press("Enter");
      },
      answer: { words: ["öppenhet", "Åre"] },
    },
  ],
  [
    "choice",
    {
      question: { type: "choice", text: "Kaffe eller te?", options: items("Kaffe", "Te", "Öl") },
      vote: async ({ phone, tabTo, press, send }) => {
        await tabTo(phone.getByRole("radio", { name: "Kaffe" }));
        await press("Space", "ArrowDown", "ArrowDown");
        await send("Space");
      },
      answer: { choices: ["3"] },
    },
  ],
  [
    "choice of several",
    {
      question: { type: "choice", text: "Vad vill du ha?", options: items("Kaffe", "Te", "Öl"), maxChoices: 2 },
      vote: async ({ phone, tabTo, press, send }) => {
        await tabTo(phone.getByRole("checkbox", { name: "Kaffe" }));
        // Taken and taken back.
        await press("Space", "Space", "Tab", "Space", "Tab", "Space");
        await send("Enter");
      },
      answer: { choices: ["2", "3"] },
    },
  ],
  [
    "choice with something else",
    {
      question: { type: "choice", text: "Vad saknas?", options: items("Kaffe", "Te"), allowOther: true },
      vote: async ({ phone, tabTo, press }) => {
        await tabTo(phone.getByRole("radio", { name: "Kaffe" }));
        // Up from the first is the last.
        await press("Space", "ArrowUp", "Tab");
        await phone.keyboard.type("Saft");
        await press("Enter");
      },
      answer: { choices: [], other: "Saft" },
    },
  ],
  [
    "scale of many steps",
    {
      question: { type: "scale", text: "Hur säker är du?", statements: items("På det här"), min: 0, max: 100 },
      vote: async ({ phone, tabTo, press, send }) => {
        await tabTo(phone.getByRole("slider"));
        await press("End", "ArrowLeft", "ArrowLeft");
        await send("Enter");
      },
      answer: { ratings: { 1: 98 } },
    },
  ],
  [
    "scale",
    {
      question: {
        type: "scale",
        text: "Hur var fikat?",
        statements: items("Bullarna var färska", "Kön var kort", "Det räckte till alla"),
        minLabel: "Inte alls",
        maxLabel: "Mycket",
      },
      vote: async ({ phone, tabTo, press, send }) => {
        const slider = (statement: string) => phone.getByRole("slider", { name: statement });
        await tabTo(slider("Bullarna var färska"));
        await press("ArrowRight");
        await tabTo(phone.getByRole("group", { name: "Kön var kort" }).getByRole("radio").first());
        // On from what is meant to what is left out.
        await press("Space", "ArrowRight");
        // Where the slider stands already.
        await tabTo(slider("Det räckte till alla"));
        await press("Tab", "Space");
        await send("Enter");
      },
      answer: { ratings: { 1: 4, 2: null, 3: 3 } },
    },
  ],
  [
    "ranking",
    {
      question: { type: "ranking", text: "Vad är viktigast?", options: items("Dialog", "Kurser", "Uppdrag", "Tid") },
      vote: async ({ phone, tabTo, press, send }) => {
        await tabTo(phone.getByRole("button", { name: t("ranking.up", { name: "Tid" }), exact: true }));
        await press("Space", "Enter", "Space");
        // It can't go higher, and the way on is from where it stands now.
        await phone
          .getByRole("status")
          .filter({ hasText: t("ranking.place", { name: "Tid", n: 1, of: 4 }) })
          .waitFor({ state: "attached" });
        await tabTo(phone.getByRole("button", { name: t("ranking.down", { name: "Dialog" }), exact: true }));
        await press("Enter");
        await send("Space");
      },
      answer: { order: ["4", "2", "1", "3"] },
    },
  ],
  [
    "points",
    {
      question: { type: "points", text: "Vart ska pengarna?", options: items("It", "Fika", "Resor") },
      vote: async ({ phone, tabTo, press, send }) => {
        await tabTo(phone.getByRole("spinbutton", { name: "It" }));
        await phone.keyboard.type("75");
        await tabTo(phone.getByRole("button", { name: /^\+5\s+Fika$/ }));
        await press("Space", "Enter", "Space");
        await phone.getByText(t("points.left", { n: 10 }), { exact: true }).waitFor();
        await tabTo(phone.getByRole("spinbutton", { name: "Resor" }));
        await phone.keyboard.type("10");
        await send("Enter");
      },
      answer: { points: { 1: 75, 2: 15, 3: 10 } },
    },
  ],
  [
    "number",
    {
      question: { type: "number", text: "Hur långt reste du hit?", min: 0, max: 2000, unit: "km" },
      vote: async ({ phone, tabTo, press }) => {
        await tabTo(phone.getByRole("textbox"));
        await phone.keyboard.type("12,5");
        await press("Enter");
      },
      answer: { value: 12.5 },
    },
  ],
  [
    "grid",
    {
      question: {
        type: "grid",
        text: "Var ligger förslagen?",
        items: items("Webbplats", "Podd"),
        xLabels: ["Lätt", "Svårt"],
        yLabels: ["Liten nytta", "Stor nytta"],
      },
      vote: async ({ phone, tabTo, press, send }) => {
        const web = phone.getByRole("group", { name: "Webbplats" });
        await tabTo(web.getByRole("slider").nth(0));
        await press("ArrowRight", "ArrowRight", "ArrowRight");
        await press("Tab", "Home", "ArrowUp");
        await tabTo(phone.getByRole("group", { name: "Podd" }).getByRole("radio").first());
        await press("Space", "ArrowRight");
        await send("Space");
      },
      answer: { items: { 1: { x: 6.5, y: 0.5 }, 2: null } },
    },
  ],
];

test.each(votes)("%s is answered by keyboard alone, and is the ballot", async (_name, { question, vote, answer }) => {
  const { phone, ballots } = await phoneAt(question);
  await vote(keyboardOn(phone));
  await status(phone, "status.received").waitFor();
  expect(await ballots()).toEqual([{ question: "q", answer }]);
  await phone.context().close();
});

test.each(votes)("%s is skipped by keyboard alone, and counts as skipped", async (_name, { question }) => {
  const { phone, ballots, tally } = await phoneAt({ ...question, skippable: true });
  const { tabTo, press } = keyboardOn(phone);
  await tabTo(phone.getByRole("button", { name: t("skip"), exact: true }));
  await press("Enter");
  await status(phone, "status.skipped").waitFor();
  expect(await ballots()).toEqual([{ question: "q", answer: null }]);
  expect(await tally()).toMatchObject({ answered: 0, skipped: 1 });
  await phone.context().close();
});

/** A phone with the question on it. */
async function phoneAt(question: Vote["question"]) {
  const api = apiClient(service.address);
  const poll = await api.createPoll({ title: "Träffen", language: "sv", questions: [{ ...question, id: "q" }] });
  const phone = await pages.phone(poll.links.vote);
  await phone.getByRole("heading", { name: t("lobby.heading") }).waitFor();
  await api.stage(poll.id, poll.presenterKey, { question: "q" });
  await phone.getByRole("heading", { name: question.text }).waitFor();
  const ballots = async () => ballotsIn(await api.download(poll.id, poll.organiserKey, "ballots.csv"));
  const tally = async () => (await api.results(poll.id, poll.organiserKey)).questions[0]?.tally;
  return { phone, ballots, tally };
}

type Keyboard = ReturnType<typeof keyboardOn>;

function keyboardOn(phone: Page) {
  async function press(...keys: string[]): Promise<void> {
    for (const key of keys) await phone.keyboard.press(key);
  }

  /** Presses Tab until `control` has the focus. */
  async function tabTo(control: Locator): Promise<void> {
    for (let presses = 0; presses < 40; presses++) {
      await press("Tab");
      if (await control.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`no way to ${String(control)} by Tab`);
  }

  async function send(key: "Enter" | "Space"): Promise<void> {
    await tabTo(phone.getByRole("button", { name: t("send"), exact: true }));
    await press(key);
  }

  return { phone, press, tabTo, send };
}
