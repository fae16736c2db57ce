/** What concerns one presenter's screen alone: its way to the phone, its theme, its line. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { screenSize } from "./browser.ts";
import { longAnswer, longQuestions } from "./long-contents.ts";
import { overlapsOn } from "./overlaps.ts";
import { attendedPoll, dialog, heading, locked, noDialog, t } from "./presenting.ts";
import { pages, servePages, service } from "./served-pages.ts";

servePages();

test("the way to the phone is shown only when asked for, and leads there", async () => {
  const { stage: link, leave } = await attendedPoll(service.address);
  const stage = await pages.open(link);
  await stage.locator(".lobby").waitFor();
  await stage.keyboard.press("p");
  await dialog(stage, t("remote.title")).waitFor();
  const address = stage.getByLabel(t("remote.link"));
  expect(await address.count()).toBe(0);
  await stage.getByRole("button", { name: t("remote.show"), exact: true }).click();
  const phone = await pages.phone(await address.inputValue());
  await heading(phone, t("remote.joined", { n: 3 }));
  await stage.context().close();
  await phone.context().close();
  await leave();
});

test("a theme that is chosen looks as the same one asked for by the system, and stays", async () => {
  const { stage: link, leave } = await attendedPoll(service.address);
  const asked = [
    ["dark", { colorScheme: "dark", contrast: "no-preference" }],
    ["contrast", { colorScheme: "light", contrast: "more" }],
    ["light", { colorScheme: "light", contrast: "no-preference" }],
  ] as const;
  const stage = await pages.open(link, { colorScheme: "dark" });
  await stage.locator(".lobby").waitFor();
  const inOrder = async (theme: (typeof asked)[number][0] | "auto") => {
    await stage.keyboard.press("v");
    // What is chosen already is found in the dialog before that is open, and Escape would come too early.
    await stage.getByRole("dialog").waitFor();
    await stage.getByLabel(t(`looks.${theme}`), { exact: true }).check();
    await stage.keyboard.press("Escape");
    await noDialog(stage);
  };
  for (const [theme, media] of asked) {
    await inOrder("auto");
    await stage.emulateMedia(media);
    await stage.waitForFunction((contrast) => matchMedia(`(prefers-contrast: ${contrast})`).matches, media.contrast);
    // An accent is the organiser's where contrast is not asked for; the question here is the theme's own colours. The page
    // hears of what the system asks for a moment after the style sheets do.
    await stage.waitForFunction(
      (isOwn) =>
        (getComputedStyle(document.documentElement).getPropertyValue("--accent").trim() === "#c2410c") === isOwn,
      media.contrast !== "more",
    );
    const wanted = await colours(stage);
    await stage.emulateMedia({ colorScheme: theme === "dark" ? "light" : "dark", contrast: "no-preference" });
    await inOrder(theme);
    expect(await colours(stage)).toEqual(wanted);
  }
  await stage.emulateMedia({ colorScheme: "dark", contrast: "no-preference" });
  const light = await colours(stage);
  await stage.reload();
  await stage.locator(".lobby").waitFor();
  expect(await colours(stage)).toEqual(light);
  expect(light["--accent"]).toBe("#c2410c");
  await stage.context().close();
  await leave();
});

function colours(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() => {
    const style = getComputedStyle(document.documentElement);
    const names = [
      "--paper",
      "--ink",
      "--quiet",
      "--control",
      "--accent",
      "--on-accent",
      "--good",
      "--bad",
      "--series-2",
    ];
    return Object.fromEntries(names.map((name) => [name, style.getPropertyValue(name).trim()]));
  });
}

test("picture, table and line never stand over each other, however long all is and on whichever screen", async () => {
  const api = apiClient(service.address);
  const { id, code, organiserKey, links } = await api.createPoll({
    title: "Långt",
    language: "sv",
    questions: longQuestions,
  });
  const people = await Promise.all([0, 1, 2].map(() => Attendee.join(service.address, code)));
  const stage = await pages.open(links.present, { reducedMotion: "reduce" });
  await stage.locator(".lobby").waitFor();
  const answered = async (question: string) => {
    for (const [number, person] of people.entries()) await person.answer(question, longAnswer(question, number));
    await stage.getByText(t("question.answeredOf", { answered: 3, joined: 3 }), { exact: true }).waitFor();
  };
  const looked = async (what: string) => {
    for (const viewport of [{ width: 1024, height: 768 }, { width: 1280, height: 720 }, screenSize]) {
      await stage.setViewportSize(viewport);
      await expect
        .poll(() => overlapsOn(stage), { message: `${what}, ${viewport.width}`, timeout: 10_000 })
        .toEqual([]);
    }
  };
  for (const { id: question } of longQuestions) {
    await api.stage(id, organiserKey, { question });
    for (const person of people) await person.onStage(question);
    await answered(question);
    if (question === "words") {
      await stage.keyboard.press("t");
      await stage.locator(".question-table:not(.visually-hidden)").waitFor();
    }
    await looked(question);
  }
  await api.stage(id, organiserKey, { question: "words" });
  await api.stage(id, organiserKey, { round: 2 });
  for (const person of people) await person.onStage("words");
  await answered("words");
  await looked("two rounds of words");
  await stage.keyboard.press("t");
  await looked("two rounds of words without the table");
  await stage.context().close();
  await Promise.all(people.map((person) => person.close()));
});

test("while the line is down the picture stays, its age is told, and the light warns", async () => {
  const { stage: link, leave } = await attendedPoll(service.address);
  const stage = await pages.open(link);
  await stage.locator(".lobby").waitFor();
  await stage.keyboard.press("ArrowRight");
  await heading(stage, "Kaffe eller te?");
  await stage.context().setOffline(true);
  await stage.getByText(t("present.lineDown"), { exact: true }).waitFor();
  await stage.getByText(/^Bilden är \d+ sekunder gammal\.$/).waitFor();
  await stage.getByRole("img", { name: t("health.down") }).waitFor();
  await heading(stage, "Kaffe eller te?");
  await stage.keyboard.press("l");
  await stage.getByText(t("refused.offline")).waitFor();
  expect(await locked(stage).count()).toBe(0);
  await stage.context().setOffline(false);
  await stage.getByText(t("present.lineDown"), { exact: true }).waitFor({ state: "hidden" });
  await stage.context().close();
  await leave();
});

test("what is pressed while the service doesn't answer is refused, and does not happen later", async () => {
  const { stage: link, leave } = await attendedPoll(service.address);
  const stage = await pages.open(link);
  await stage.locator(".lobby").waitFor();
  const answer = () => stage.waitForResponse((response) => response.request().method() === "POST");
  // The stage may show the question before the command is answered, behind which all others wait.
  await Promise.all([answer(), stage.keyboard.press("ArrowRight")]);
  await heading(stage, "Kaffe eller te?");
  let commands = 0;
  stage.on("request", (request) => {
    if (request.method() === "POST") commands += 1;
  });
  service.suspend();
  try {
    for (let press = 0; press < 3; press++) await stage.keyboard.press("ArrowRight");
    await stage.getByText(t("refused.offline")).waitFor();
  } finally {
    service.resume();
  }
  await Promise.all([answer(), stage.keyboard.press("r")]);
  await stage.getByText(t("refused.offline")).waitFor({ state: "hidden" });
  // The first press, which the service may have had, and the last one.
  expect(commands).toBe(2);
  await stage.context().close();
  await leave();
});
