/** The phone's page as a document that a script takes over, and what it keeps of what a person does there. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { footerSv } from "../../web/messages/footer.sv.ts";
import { apiClient } from "../support/api-client.ts";
import { ballotsIn } from "./figures.ts";
import { phoneHand } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";

const { t, status, send } = phoneHand("sv");
const english = phoneHand("en");

const definition = {
  title: "Fika på träffen",
  language: "sv",
  questions: [
    { id: "text", type: "text", text: "Något mer?" },
    { id: "scale", type: "scale", text: "Hur var det?", statements: [{ id: "food", text: "Maten" }] },
  ],
};

servePages();

async function pollOnStage(settings: object = {}) {
  const api = apiClient(service.address);
  const poll = await api.createPoll({ ...definition, settings });
  const stage = (command: Parameters<typeof api.stage>[2]) => api.stage(poll.id, poll.presenterKey, command);
  await stage({ question: "text" });
  const ballots = async () => ballotsIn(await api.download(poll.id, poll.organiserKey, "ballots.csv"));
  return { api, poll, stage, ballots };
}

const formScripts = "**/assets/form-*.js";

/** A machine that is busy takes its time with a new page. */
const patiently = { timeout: 30_000 };

const fieldOf = (phone: Page) => phone.getByRole("textbox");

/** What has the focus, in words. */
const focusOf = (phone: Page) =>
  phone.evaluate(() => document.activeElement?.id || document.activeElement?.tagName.toLowerCase());

test("the script goes on in the markup that came, and fetches nothing more than itself", async () => {
  const { poll, stage } = await pollOnStage();
  await stage({ question: "scale" });
  const phone = await pages.phone("about:blank");
  const loaded: string[] = [];
  phone.on("request", (request) => loaded.push(request.resourceType()));
  const socket = phone.waitForEvent("websocket");
  await phone.addInitScript(() => {
    // Before any script of the page: as soon as the parser has made them.
    new MutationObserver((_, observer) => {
      const form = document.querySelector("#answer");
      if (form === null || document.querySelector("footer") === null) return;
      observer.disconnect();
      const nodes = [document.querySelector("#heading"), ...form.querySelectorAll("*")];
      Object.assign(window, { first: { nodes, html: document.querySelector("#app")?.innerHTML } });
    }).observe(document, { childList: true, subtree: true });
  });
  await phone.goto(poll.links.vote);
  await (await socket).waitForEvent("framereceived");
  const kept = () =>
    phone.evaluate(() => {
      const { first }: { first?: { nodes: Element[]; html: string } } = Object.assign(window);
      const nodes = [document.querySelector("#heading"), ...document.querySelectorAll("#answer *")];
      return {
        same: first?.nodes.length === nodes.length && first.nodes.every((node, place) => node === nodes[place]),
        html: first?.html === document.querySelector("#app")?.innerHTML,
      };
    });
  expect(await kept()).toEqual({ same: true, html: true });
  const slider = phone.getByRole("slider", { name: "Maten" });
  expect(await slider.getAttribute("aria-valuetext")).toBe(t("scale.untouched"));
  // A tap in the middle, where its thumb stands.
  await slider.click();
  expect(await slider.getAttribute("aria-valuetext")).toBe("3 ");
  await send(phone);
  await status(phone, "status.received").waitFor();
  expect((await kept()).same).toBe(true);
  expect(loaded.toSorted()).toEqual(["document", "script", "script"]);
});

test("whoever reads the page in the other language keeps what is half written", async () => {
  const { poll, ballots } = await pollOnStage();
  const phone = await pages.phone(poll.links.vote, { locale: "en-GB" });
  await fieldOf(phone).fill("Mer kanelbullar");
  await status(phone, "status.sending").waitFor({ state: "hidden" });
  await phone.getByRole("link", { name: "English" }).click();
  await phone.getByRole("button", { name: english.t("send"), exact: true }).waitFor();
  await expect.poll(() => fieldOf(phone).inputValue(), patiently).toBe("Mer kanelbullar");
  expect(await phone.getByRole("heading", { name: "Något mer?" }).getAttribute("lang")).toBe("sv");
  await english.send(phone);
  await english.status(phone, "status.received").waitFor();
  // The code typed again, or scanned again: still the reader's language, and the same attendee.
  await phone.goto(poll.links.vote);
  await english.status(phone, "status.received").waitFor();
  expect(await ballots()).toEqual([{ question: "text", answer: { text: "Mer kanelbullar" } }]);
});

test("a phone that is handed on: who has not arrived is asked for first, and never answers as somebody else", async () => {
  const { poll, ballots } = await pollOnStage({ sharedDevice: true });
  const phone = await pages.phone("about:blank");
  let swallowed = true;
  await phone.routeWebSocket(/\/live/, (line) => {
    const server = line.connectToServer();
    line.onMessage((message) => {
      if (!swallowed || message === "ping") server.send(message);
    });
  });
  const questions: string[] = [];
  let goOn = false;
  phone.on("dialog", (dialog) => {
    questions.push(dialog.message());
    void (goOn ? dialog.accept() : dialog.dismiss());
  });
  await phone.goto(poll.links.vote);
  const someoneElse = () => phone.getByRole("button", { name: footerSv.someoneElse, exact: true }).click();
  await fieldOf(phone).fill("Annas svar");
  await send(phone);
  await status(phone, "status.sending").waitFor();
  await someoneElse();
  expect(questions).toEqual([footerSv.unsent]);
  await status(phone, "status.sending").waitFor();
  // Also before the rest of the page's script has come.
  await phone.route(formScripts, () => {});
  await phone.reload({ waitUntil: "domcontentloaded" });
  await someoneElse();
  expect(questions.splice(1)).toEqual([footerSv.unsent]);
  await phone.unroute(formScripts);
  await phone.reload();
  await status(phone, "status.sending").waitFor();
  goOn = true;
  await someoneElse();
  await expect.poll(() => fieldOf(phone).inputValue(), patiently).toBe("");
  await expect.poll(() => phone.evaluate(() => Object.keys(localStorage)), patiently).toEqual([]);
  swallowed = false;
  await phone.reload();
  await fieldOf(phone).fill("Bos svar");
  await send(phone);
  await status(phone, "status.received").waitFor();
  await someoneElse();
  await expect.poll(() => fieldOf(phone).inputValue(), patiently).toBe("");
  await fieldOf(phone).fill("Cias svar");
  await send(phone);
  await status(phone, "status.received").waitFor();
  // Whose answer had arrived was not asked.
  expect(questions).toHaveLength(2);
  const texts = (await ballots()).map(({ answer }) => ("text" in answer ? answer.text : ""));
  expect(texts.toSorted()).toEqual(["Bos svar", "Cias svar"]);
});

test("the focus stays where somebody types, and goes to the heading of a new question", async () => {
  const { api, poll, stage } = await pollOnStage();
  const phone = await pages.phone(poll.links.vote);
  await fieldOf(phone).pressSequentially("Mer te");
  await phone.keyboard.press("ArrowLeft");
  await stage({ seconds: 600 });
  await phone.getByRole("timer").waitFor();
  const caret = () => fieldOf(phone).evaluate((field: HTMLTextAreaElement) => field.selectionStart);
  expect([await focusOf(phone), await caret()]).toEqual(["textarea", 5]);

  const [text, ...rest] = definition.questions;
  await api.replacePoll(poll.id, poll.organiserKey, {
    ...definition,
    questions: [{ ...text, text: "Något mer att säga?" }, ...rest],
  });
  await phone.getByRole("heading", { name: "Något mer att säga?" }).waitFor();
  await phone.keyboard.type("x");
  expect(await fieldOf(phone).inputValue()).toBe("Mer txe");
  expect(await focusOf(phone)).toBe("textarea");

  await stage({ question: "scale" });
  await phone.getByRole("heading", { name: "Hur var det?" }).waitFor();
  await expect.poll(() => focusOf(phone), patiently).toBe("heading");
  await stage({ question: "text" });
  await phone.getByRole("heading", { name: "Något mer att säga?" }).waitFor();
  await expect.poll(() => fieldOf(phone).inputValue(), patiently).toBe("Mer txe");
  expect(await focusOf(phone)).toBe("heading");

  await fieldOf(phone).focus();
  await stage({ voting: "locked" });
  await status(phone, "status.locked").waitFor();
  await expect.poll(() => focusOf(phone), patiently).toBe("status");
});

test("a part that can't be fetched costs nothing that is typed, and the page tries anew, ever more seldom", async () => {
  const { poll, ballots } = await pollOnStage();
  const phone = await pages.phone("about:blank");
  await phone.clock.install();
  const tries = () => phone.evaluate(() => sessionStorage.getItem("handupp.reloads"));
  const after = async (ms: number) => {
    const reloaded = phone.waitForEvent("domcontentloaded");
    await phone.clock.fastForward(ms);
    await reloaded;
  };
  await phone.route(formScripts, (route) => route.abort());
  await phone.goto(poll.links.vote, { waitUntil: "load" });
  await fieldOf(phone).fill("Utan skript");
  await after(12_000);
  // The part is still missing: what was typed waits for a page that has it.
  expect(await tries()).toBe("1");
  await phone.unroute(formScripts);
  await after(22_000);
  await expect.poll(() => fieldOf(phone).inputValue()).toBe("Utan skript");
  await send(phone);
  await status(phone, "status.received").waitFor();
  expect(await ballots()).toMatchObject([{ answer: { text: "Utan skript" } }]);
  expect(await tries()).toBeNull();
});
