/** An organiser at the desk: a ready poll made one's own, out as a text file and in again, and two who write at once. */
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { organiseSv } from "../../web/messages/organise.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { apiClient } from "../support/api-client.ts";
import { pages, servePages, service } from "./served-pages.ts";

const t = translator(organiseSv, "sv");
const button = (page: Page, name: Parameters<typeof t>[0]) => page.getByRole("button", { name: t(name), exact: true });
const questionsOf = (page: Page) => page.locator(".open-question .text").allTextContents();
const first = "Hur tog du dig hit i dag?";
const second = "Hur är läget, med ett ord?";

/** Saving by itself waits for a pause. */
const patiently = { timeout: 20_000 };

servePages();

test("a ready poll is made one's own, step by step and back", async () => {
  const page = await pages.open(new URL("/organise#new", service.address).href);
  await page.getByRole("button", { name: /Vi lär känna varandra/ }).click();
  await page.getByRole("button", { name: new RegExp(first.replace("?", "\\?")) }).click();
  await button(page, "editor.duplicate").click();
  const text = page.getByLabel(t("field.text"), { exact: true });
  await text.fill("Hur tar du dig hem?");
  const screen = page.locator(".preview-screen");
  await screen.getByText("Hur tar du dig hem?").waitFor();
  await page.locator(".preview-phone").getByText("Hur tar du dig hem?").waitFor();
  expect(await screen.locator(".picture").count()).toBe(1);

  const row = page.getByRole("button", { name: /Hur tar du dig hem/ });
  await row.focus();
  await page.keyboard.press("Alt+ArrowUp");
  await page.getByText(t("editor.moved", { n: 1 }), { exact: true }).waitFor();
  expect((await questionsOf(page)).slice(0, 3)).toEqual(["Hur tar du dig hem?", first, second]);
  await page.keyboard.press("Control+z");
  expect((await questionsOf(page)).slice(0, 3)).toEqual([first, "Hur tar du dig hem?", second]);
  await button(page, "editor.remove").click();
  expect(await questionsOf(page)).not.toContain("Hur tar du dig hem?");
  await button(page, "editor.undo").click();
  await page.keyboard.press("Control+Shift+z");
  expect(await questionsOf(page)).not.toContain("Hur tar du dig hem?");
  await page.keyboard.press("Control+z");
  expect(await questionsOf(page)).toContain("Hur tar du dig hem?");

  const held = page.locator(".question-list li", { hasText: "Hur tar du dig hem?" }).getByText("⠿");
  const [from, to] = await Promise.all([held.boundingBox(), page.locator(".question-list li").first().boundingBox()]);
  if (from === null || to === null) throw new Error("the rows can't be seen");
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
  await page.mouse.down();
  await page.mouse.move(from.x, to.y + to.height / 2, { steps: 5 });
  await page.mouse.move(from.x, to.y, { steps: 5 });
  await page.mouse.up();
  await expect.poll(async () => (await questionsOf(page)).slice(0, 3)).toEqual(["Hur tar du dig hem?", first, second]);
  await page.keyboard.press("Control+z");

  await page.getByText(t("file.title"), { exact: true }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, "file.asYaml").click()]);
  const yaml = await readFile(await download.path(), "utf8");
  expect(yaml).toMatch(/^title: Vi lär känna varandra\nlanguage: sv\nquestions:\n {2}- type: choice\n/);
  const before = await questionsOf(page);
  const bring = (name: string, content: string) =>
    page.getByLabel(t("file.choose"), { exact: true }).setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    });
  await bring("bomb.yaml", "title: &a x\nquestions: [*a]\n");
  await page.getByRole("dialog").getByText(t("file.yamlAnchor")).waitFor();
  await button(page, "file.close").click();
  expect(await questionsOf(page)).toEqual(before);
  await bring("ny.yaml", yaml.replace("Vi lär känna varandra", "Från en fil"));
  await button(page, "file.replace").click();
  expect(await page.getByLabel(t("field.title"), { exact: true }).inputValue()).toBe("Från en fil");
  expect(await questionsOf(page)).toEqual(before);
  await bring("frågor.csv", "typ;fråga;alternativ1;alternativ2\nval;Te eller kaffe?;Te;Kaffe\n");
  await button(page, "file.append").click();
  expect(await questionsOf(page)).toEqual([...before, "Te eller kaffe?"]);
  await button(page, "save.create").click();
  await page.getByRole("heading", { level: 1, name: "Från en fil" }).waitFor();
});

test("a draft is saved by itself; of two who write at once the second is told, and loses nothing", async () => {
  const api = apiClient(service.address);
  const poll = await api.createPoll({
    title: "Fika",
    language: "sv",
    questions: [
      { id: "a", type: "text", text: "Vad äter du?" },
      { id: "b", type: "text", text: "Vad dricker du?" },
    ],
  });
  const written = async () => (await api.poll(poll.id, poll.organiserKey)).questions.map(({ text }) => text);
  const [one, other] = [await pages.open(poll.links.organise), await pages.open(poll.links.organise)];
  const text = (page: Page) => page.getByLabel(t("field.text"), { exact: true });
  for (const page of [one, other]) await page.getByRole("button", { name: /Vad äter du/ }).click();

  await text(one).fill("Vad äter du helst?");
  await expect.poll(written, patiently).toEqual(["Vad äter du helst?", "Vad dricker du?"]);
  await one.getByText(t("save.saved"), { exact: true }).waitFor();

  await text(other).fill("Vad äter du aldrig?");
  const conflict = other.getByRole("region", { name: t("conflict.title") });
  await conflict.getByText("Fråga 1 (Vad äter du aldrig?): fråga", { exact: true }).waitFor();
  expect(await written()).toEqual(["Vad äter du helst?", "Vad dricker du?"]);
  await other.reload();
  await conflict.waitFor();
  await button(other, "conflict.take").click();
  await other.getByRole("button", { name: /Vad äter du helst/ }).waitFor();
  await button(other, "editor.undo").click();
  await expect.poll(written, patiently).toEqual(["Vad äter du aldrig?", "Vad dricker du?"]);

  // Without a line what is written stays, and is saved once the line is back.
  await one.context().setOffline(true);
  await one.getByRole("button", { name: /Vad dricker du/ }).click();
  await text(one).fill("Vad dricker du till?");
  await one.getByText(t("save.away"), { exact: true }).waitFor();
  await one.context().setOffline(false);
  await one.getByRole("region", { name: t("conflict.title") }).waitFor();
  await button(one, "conflict.keep").click();
  await expect.poll(written, patiently).toEqual(["Vad äter du helst?", "Vad dricker du till?"]);
});
