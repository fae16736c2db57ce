import { expect, test } from "vitest";
import { presentSv } from "../../web/messages/present.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { phoneHand } from "./phone-hand.ts";
import { phoneInLobby } from "./phone-in-lobby.ts";
import { pages, servePages, service } from "./served-pages.ts";

const { t, status, send, fillIn } = phoneHand("sv");
const present = translator(presentSv, "sv");
const definition = {
  title: "Fika på träffen",
  language: "sv",
  questions: [
    { id: "ord", type: "words", text: "Vad tar du med dig?" },
    { id: "text", type: "text", text: "Något mer?" },
  ],
};

servePages();

const pollWithPhone = () => phoneInLobby(service, pages, definition);

test("an answer is sent, received, changed and locked, and the phone says each of it", async () => {
  const { phone, byId, stage, ballots } = await pollWithPhone();
  const question = byId("ord");
  await stage({ question: question.id });
  await phone.getByRole("heading", { name: question.text }).waitFor();
  await fillIn(phone, question, { words: ["Värme"] });
  service.suspend();
  try {
    await send(phone);
    await status(phone, "status.sending").waitFor();
  } finally {
    service.resume();
  }
  await status(phone, "status.received").waitFor();

  await fillIn(phone, question, { words: ["Öppenhet", "Åska"] });
  await status(phone, "status.unsentChange").waitFor();
  await send(phone, "sendChange");
  await status(phone, "status.changed").waitFor();

  await stage({ voting: "locked" });
  await status(phone, "status.locked").waitFor();
  expect(await phone.getByRole("button").count()).toBe(0);
  const field = phone.getByLabel(t("words.nth", { number: 1 }), { exact: true });
  expect([await field.isDisabled(), await field.inputValue()]).toEqual([true, "Öppenhet"]);
  expect(await ballots()).toEqual([{ question: question.id, answer: { words: ["Öppenhet", "Åska"] } }]);
});

test("a service that is killed and comes back: phone and stage return by themselves, with the answer given meanwhile", async () => {
  const { poll, phone, byId, stage, ballots } = await pollWithPhone();
  const question = byId("text");
  const screen = await pages.open(poll.links.present);
  await stage({ question: question.id });
  await phone.getByRole("heading", { name: question.text }).waitFor();
  await screen.getByRole("heading", { name: question.text }).waitFor();
  const answered = (n: number) =>
    screen.getByText(present("question.answeredOf", { answered: n, joined: 1 }), { exact: true }).waitFor();
  await answered(0);

  await service.kill9("everything");
  await status(phone, "status.lost").waitFor();
  await screen
    .getByRole("alert")
    .filter({ hasText: present("present.lineDown") })
    .waitFor();
  await fillIn(phone, question, { text: "Mer kanelbullar på söndag" });
  await send(phone);
  await status(phone, "status.held").waitFor();
  await service.start();

  await status(phone, "status.received").waitFor();
  await answered(1);
  await screen.getByText(present("present.lineDown"), { exact: true }).waitFor({ state: "hidden" });
  expect(await ballots()).toEqual([{ question: question.id, answer: { text: "Mer kanelbullar på söndag" } }]);
});

test("an answer that waits on the phone outlives a reload of its page", async () => {
  const { phone, byId, stage, ballots } = await pollWithPhone();
  const question = byId("ord");
  await stage({ question: question.id });
  await phone.getByRole("heading", { name: question.text }).waitFor();
  await phone.context().setOffline(true);
  await service.kill9("everything");
  await status(phone, "status.lost").waitFor();
  await fillIn(phone, question, { words: ["Återkomst"] });
  await send(phone);
  await status(phone, "status.held").waitFor();
  await service.start();
  await phone.context().setOffline(false);
  await phone.reload();
  await status(phone, "status.received").waitFor();
  expect(await ballots()).toEqual([{ question: question.id, answer: { words: ["Återkomst"] } }]);
});
