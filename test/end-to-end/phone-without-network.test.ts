import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { phoneHand } from "./phone-hand.ts";
import { phoneInLobby } from "./phone-in-lobby.ts";
import { pages, servePages, service } from "./served-pages.ts";

// A network, or a service, that goes away between an answer and its ack, and people who reload or leave meanwhile.

const { t, status, send, fillIn } = phoneHand("sv");
const outageMs = 30_000;
const noticedWithinMs = 10_000;
const definition = {
  title: "Källarlokalen",
  language: "sv",
  questions: [
    { id: "ord", type: "words", text: "Vad hör du?" },
    { id: "text", type: "text", text: "Och vad ser du?" },
  ],
};

servePages();

const phoneOnPoll = () => phoneInLobby(service, pages, definition);
const halfTyped = (phone: Page) =>
  expect.poll(() => phone.getByRole("textbox").inputValue(), { timeout: 30_000 }).toBe("Ett halvt");

/** All that the phone's line of status says from now on. */
async function overheard(phone: Page): Promise<string[]> {
  const said: string[] = [];
  await phone.exposeFunction("overhear", (text: string) => {
    if (text !== "" && text !== said.at(-1)) said.push(text);
  });
  const listen = () => {
    const tell = () => Reflect.get(globalThis, "overhear")(document.querySelector("[role=status]")?.textContent ?? "");
    new MutationObserver(tell).observe(document, { subtree: true, childList: true, characterData: true });
  };
  await phone.evaluate(listen);
  return said;
}

/**
 * Answers as soon as the browser has no network, or once the phone has found that out. The first answer is on its way when
 * the line falls silent, and may arrive unknown to the phone.
 */
async function answerOffline(when: "at once" | "knowingly") {
  const { poll, phone, ask, stage, ballots } = await phoneOnPoll();
  const question = await ask("ord");
  const said = await overheard(phone);
  const since = performance.now();
  await phone.context().setOffline(true);
  if (when === "knowingly") await status(phone, "status.lost").waitFor();
  await fillIn(phone, question, { words: ["Droppar"] });
  await send(phone);
  await status(phone, "status.held").waitFor();
  async function comeBack() {
    await delay(since + outageMs - performance.now());
    expect(said.join()).not.toContain(t("status.received"));
    // Not a reload: the page that is there might be the first to hear, and its successor have nothing to tell.
    await phone.goto("about:blank");
    await phone.context().setOffline(false);
    await phone.goto(poll.links.vote);
    return phone;
  }
  return { stage, ballots, comeBack };
}

test("30 seconds without a network and a reload in between: the answer arrives, or the phone says that it does not count", async () => {
  const [inTime, late] = await Promise.all([answerOffline("at once"), answerOffline("knowingly")]);
  await late.stage({ voting: "locked" });
  const [phone, latePhone] = await Promise.all([inTime.comeBack(), late.comeBack()]);

  await status(phone, "status.received").waitFor();
  expect(await inTime.ballots()).toEqual([{ question: "ord", answer: { words: ["Droppar"] } }]);

  await status(latePhone, "refused.locked").waitFor();
  expect(await late.ballots()).toEqual([]);
});

test("a service that hangs, is killed and comes back: what it had not stored is sent again, once", async () => {
  const { phone, ask, ballots } = await phoneOnPoll();
  const question = await ask("text");
  const said = await overheard(phone);
  await fillIn(phone, question, { text: "Ett blått sken" });
  service.suspend();
  await send(phone);
  await status(phone, "status.sending").waitFor();
  // As when the phone is taken out of the pocket: it does not wait for the next beat.
  const since = performance.now();
  await phone.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await status(phone, "status.held").waitFor();
  expect(performance.now() - since).toBeLessThan(noticedWithinMs);
  await service.kill9("everything");
  expect(said.join()).not.toContain(t("status.received"));
  await service.start();
  await status(phone, "status.received").waitFor();
  expect(await ballots()).toEqual([{ question: "text", answer: { text: "Ett blått sken" } }]);
});

test("what is half typed is there again after a change of stage, a reload, and a visit elsewhere", async () => {
  const { phone, ask } = await phoneOnPoll();
  const question = await ask("text");
  await fillIn(phone, question, { text: "Ett halvt" });
  await ask("ord");
  await ask("text");
  await halfTyped(phone);
  await phone.reload();
  await halfTyped(phone);
  await phone.goto(`${service.address}/healthz`);
  await phone.goBack();
  await halfTyped(phone);
  await send(phone);
  await status(phone, "status.received").waitFor();
});
