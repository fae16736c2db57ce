/** A moderator at work, by keyboard and on a phone, and what the other screens, the phones and the files show of it. */
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { chartsSv } from "../../web/messages/charts.sv.ts";
import { presentSv } from "../../web/messages/present.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { phoneHand } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";

const { fillIn, send, status } = phoneHand("sv");
const t = translator({ ...chartsSv, ...presentSv }, "sv");

servePages();

async function pollWith(question: Record<string, unknown>, answers: readonly object[]) {
  const api = apiClient(service.address);
  const poll = await api.createPoll({
    title: "Moderering",
    language: "sv",
    questions: [{ id: "q", resultsOnPhones: true, text: "Vad säger du?", ...question }],
  });
  await api.stage(poll.id, poll.presenterKey, { question: "q" });
  for (const answer of answers) await (await Attendee.join(service.address, poll.code)).answer("q", answer);
  const { questions } = await api.poll(poll.id, poll.organiserKey);
  const [asked] = questions;
  if (asked === undefined) throw new Error("the poll has no question");
  const file = async (name: "results.csv" | "ballots.csv") =>
    new TextDecoder().decode(await api.download(poll.id, poll.organiserKey, name));
  return { poll, asked, file };
}

/** The word in the cloud of a stage. */
const inCloud = (page: Page, word: string): Locator =>
  page.locator("svg text").filter({ hasText: new RegExp(`^${word}$`) });
/** The word with its count in the table that stands beside the picture. */
const inTable = (page: Page, word: string, count: number) =>
  page.locator("tr", { hasText: word }).filter({ hasText: new RegExp(`${count}$`) });

/** Tab until the button has the focus, as somebody without a mouse does. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute("aria-label") === wanted, name)) return;
  }
  throw new Error(`no button ${name} is reached by Tab`);
}

test("a word hidden by keyboard is gone from the other screen and the phone, and comes back", async () => {
  const { poll, asked, file } = await pollWith({ type: "words" }, [{ words: ["bra", "kaos"] }, { words: ["kaos"] }]);
  const [moderator, hall] = [await pages.open(poll.links.present), await pages.open(poll.links.present)];
  const phone = await pages.phone(poll.links.vote);
  await fillIn(phone, asked, { words: ["lugn"] });
  await send(phone);
  await status(phone, "status.received").waitFor();
  const onPhone = phone.getByText("kaos", { exact: true });
  for (const seen of [inCloud(moderator, "kaos"), inCloud(hall, "kaos"), onPhone]) await seen.waitFor();
  const ballots = await file("ballots.csv");

  await moderator.keyboard.press("m");
  await moderator.getByRole("dialog", { name: t("moderation.title") }).waitFor();
  await tabTo(moderator, `${t("moderation.hide")}: kaos`);
  await moderator.keyboard.press("Enter");
  for (const seen of [inCloud(moderator, "kaos"), inCloud(hall, "kaos"), onPhone]) {
    await seen.waitFor({ state: "detached" });
  }
  for (const screen of [moderator, hall, phone]) expect(await screen.locator("body").innerText()).not.toContain("kaos");
  // Who has pressed it goes on from the next row.
  await expect
    .poll(() => moderator.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe(`${t("moderation.hide")}: bra`);
  const csv = await file("results.csv");
  expect(csv).toContain("hidden,2");
  expect(csv).not.toContain("kaos");
  expect(await file("ballots.csv")).toBe(ballots);

  await moderator.getByRole("button", { name: t("moderation.hidden", { n: 1 }) }).click();
  await moderator.getByRole("button", { name: `${t("moderation.restore")}: kaos` }).click();
  for (const seen of [inCloud(moderator, "kaos"), inCloud(hall, "kaos"), onPhone]) await seen.waitFor();
  await moderator.keyboard.press("Escape");
  await moderator.getByRole("dialog").waitFor({ state: "detached" });
});

test("words are merged from the presenter's phone, each attendee counted once, and parted again", async () => {
  const { poll, file } = await pollWith({ type: "words" }, [
    { words: ["samarbete", "samverkan"] },
    { words: ["samarbete"] },
    { words: ["samverkan"] },
    { words: ["fika"] },
  ]);
  const hall = await pages.open(poll.links.present);
  const hand = await pages.phone(poll.links.present.replace("#", "?remote#"));
  await inTable(hall, "samarbete", 2).waitFor({ state: "attached" });
  await hand.getByRole("button", { name: t("control.moderate"), exact: true }).click();
  await hand.getByRole("button", { name: `${t("moderation.merge")}: samarbete` }).click();
  await hand.getByLabel(t("moderation.search"), { exact: true }).fill("samv");
  await hand.getByRole("button", { name: `${t("moderation.mergeHere")}: samverkan` }).click();
  await inTable(hall, "samverkan", 3).waitFor({ state: "attached" });
  await inCloud(hall, "samarbete").waitFor({ state: "detached" });
  expect(await file("results.csv")).toContain("samarbete: mergedInto,samverkan");

  await hand.getByRole("button", { name: t("moderation.merged", { n: 1 }) }).click();
  await hand.getByLabel(t("moderation.search"), { exact: true }).fill("");
  await hand.getByRole("button", { name: `${t("moderation.unmerge")}: samarbete` }).click();
  await inTable(hall, "samarbete", 2).waitFor({ state: "attached" });
  await inTable(hall, "samverkan", 2).waitFor({ state: "attached" });
});

test("texts wait for approval, and are hidden from the wall itself", async () => {
  const { poll } = await pollWith({ type: "text", approveFirst: true }, [
    { text: "Mer fika" },
    { text: "Mindre fika" },
  ]);
  const [moderator, hall] = [await pages.open(poll.links.present), await pages.open(poll.links.present)];
  const onWall = (page: Page, text: string) => page.locator(".wall-entry").filter({ hasText: text });
  await hall
    .getByText(t("table.waiting", { n: 2 }))
    .first()
    .waitFor();
  expect(await hall.locator("body").innerText()).not.toContain("Mer fika");

  await moderator.getByRole("button", { name: t("control.moderateWaiting", { n: 2 }) }).click();
  for (const text of ["Mer fika", "Mindre fika"]) {
    await moderator.getByRole("button", { name: `${t("moderation.approve")}: ${text}` }).click();
    await onWall(hall, text).waitFor();
  }
  await moderator.keyboard.press("Escape");
  await onWall(moderator, "Mindre fika").hover();
  await moderator.getByRole("button", { name: `${t("chart.hide")}: Mindre fika` }).click();
  await onWall(hall, "Mindre fika").waitFor({ state: "detached" });
  await onWall(hall, "Mer fika").waitFor();
});
