/** A whole poll steered by the keyboard alone, and the same from the presenter's phone. */
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { formatCode } from "../../worker/shared/codes.ts";
import { answered, attendedPoll, dialog, heading, locked, noDialog, t } from "./presenting.ts";
import { pages, servePages, service } from "./served-pages.ts";

const coffee = { choices: ["coffee"] };

servePages();

test("a whole poll by keyboard alone, and a second screen shows the same", async () => {
  const { code, stage: link, people, answer, results, leave } = await attendedPoll(service.address);
  const stage = await pages.open(link);
  const second = await pages.open(link);
  const screens = [stage, second];
  const press = (key: string) => stage.keyboard.press(key);
  const each = (look: (page: Page) => Promise<unknown>) => Promise.all(screens.map(look));
  await each((page) => page.getByText(formatCode(code)).first().waitFor());

  // The list of all that can be done, each with its key.
  await press("?");
  await dialog(stage, t("help.title"))
    .getByRole("button", { name: t("help.countdown"), exact: true })
    .waitFor();
  await press("Escape");
  await noDialog(stage);

  // The way in as large as it gets, and away with what comes on stage. A remote sends Page Down.
  await press("q");
  const panel = stage.locator(".join-panel");
  await panel.waitFor();
  await press("PageDown");
  await each((page) => heading(page, "Kaffe eller te?"));
  await panel.waitFor({ state: "detached" });
  await answer("drink", coffee);
  await each((page) => answered(page, 3));

  // The way in beside the question is hidden and shown; it never lies over the picture.
  const corner = stage.getByRole("main").getByRole("img", { name: /QR/ });
  const [qr, picture] = [await corner.boundingBox(), await stage.locator(".question-picture").boundingBox()];
  expect((qr?.y ?? 0) + (qr?.height ?? 0)).toBeLessThanOrEqual(picture?.y ?? 0);
  await press("j");
  await corner.waitFor({ state: "detached" });
  await press("j");
  await corner.waitFor();

  await press("l");
  await each((page) => locked(page).waitFor());
  await press("r");
  await each((page) => page.getByText(t("question.hiddenOf", { n: 3 }), { exact: true }).waitFor());
  await press("r");

  // A countdown opens voting and locks it by itself.
  await press("c");
  await dialog(stage, t("countdown.title")).waitFor();
  // Keys that are typed into a field do nothing to the stage.
  await stage.getByLabel(t("countdown.seconds")).focus();
  await stage.keyboard.type("3r");
  await press("Enter");
  await noDialog(stage);
  await each((page) => page.getByRole("timer").waitFor());
  await each((page) => locked(page).waitFor());
  expect(await stage.getByText(t("question.hiddenOf", { n: 3 })).count()).toBe(0);

  // Clearing asks first, and is undone.
  await press("x");
  await dialog(stage, t("clear.title")).waitFor();
  await press("Tab");
  await press("Enter");
  await each((page) => page.getByText(t("clear.cleared"), { exact: true }).waitFor());
  await each((page) => answered(page, 0));
  await noDialog(stage);
  await press("u");
  await each((page) => page.getByText(t("clear.cleared"), { exact: true }).waitFor({ state: "detached" }));
  await each((page) => answered(page, 3));

  // A second round, and a jump by number.
  await press("d");
  await each((page) =>
    page
      .getByText(t("chart.round", { number: 2, n: 0 }), { exact: true })
      .first()
      .waitFor(),
  );
  const [first] = people;
  await first?.answer("drink", { choices: ["tea"] });
  await each((page) => answered(page, 1));
  await press("g");
  await dialog(stage, t("goto.title")).waitFor();
  await press("2");
  await press("Enter");
  await each((page) => heading(page, "Hur långt reste du?"));
  await answer("far", { value: 40 });
  await noDialog(stage);
  await press("a");
  await each((page) => locked(page).waitFor());
  await stage.getByText("Rätt svar", { exact: false }).first().waitFor();
  await press("ArrowDown");
  await each((page) => heading(page, "Något mer?"));
  await press("PageUp");
  await each((page) => heading(page, "Hur långt reste du?"));
  await press("Home");
  await each((page) => page.getByText(t("lobby.joined", { n: 3 })).waitFor());

  await press("e");
  await dialog(stage, t("close.title")).waitFor();
  // What has the focus first is not the end.
  await press("Enter");
  await noDialog(stage);
  await press("e");
  await dialog(stage, t("close.title")).waitFor();
  await press("Tab");
  await press("Enter");
  await each((page) => heading(page, t("closed.title")));
  expect(await results()).toMatchObject([
    { answered: 3, secondRound: { answered: 1 } },
    { answered: 3 },
    { answered: 0 },
  ]);

  // The room may see where links lead: the way to the results shows no key.
  await stage.getByRole("link", { name: t("closed.results") }).click();
  await heading(stage, "Nätverksträff");
  expect(stage.url()).not.toContain("key");
  await Promise.all(screens.map((page) => page.context().close()));
  await leave();
});

test("the same from the presenter's phone, which has notes and the next question", async () => {
  const { stage: link, remote, people, answer, results, leave } = await attendedPoll(service.address);
  const stage = await pages.open(link);
  const phone = await pages.phone(remote);
  const tap = (name: string) => phone.getByRole("button", { name, exact: true }).tap();
  await heading(phone, t("remote.joined", { n: 3 }));
  expect(new URL(phone.url()).hash).toBe("");

  await tap(t("control.start"));
  await heading(stage, "Kaffe eller te?");
  await heading(phone, "Kaffe eller te?");
  await phone.getByText("Påminn om fikat klockan tre.", { exact: true }).waitFor();
  await phone.getByText("Hur långt reste du?", { exact: true }).waitFor();
  expect(await stage.getByText("Påminn om fikat", { exact: false }).count()).toBe(0);
  await answer("drink", coffee);
  await answered(phone, 3);
  expect(await smallButtons(phone)).toEqual([]);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await tap(t("control.lock"));
  await locked(stage).waitFor();
  await tap(t("control.hide"));
  await stage.getByText(t("question.hiddenOf", { n: 3 }), { exact: true }).waitFor();
  await phone.getByText(t("remote.hidden"), { exact: false }).waitFor();
  await phone.getByRole("cell", { name: "3", exact: true }).first().waitFor();
  await tap(t("control.show"));

  await tap(t("control.countdown"));
  await phone.getByLabel(t("countdown.seconds")).fill("3");
  await tap(t("countdown.start"));
  await stage.getByRole("timer").waitFor();
  await locked(stage).waitFor();

  await tap(t("control.clear"));
  await tap(t("clear.yes"));
  await answered(stage, 0);
  await phone.getByRole("button", { name: t("clear.undo") }).tap();
  await answered(stage, 3);

  await tap(t("control.secondRound"));
  await stage
    .getByText(t("chart.round", { number: 2, n: 0 }), { exact: true })
    .first()
    .waitFor();
  await people[0]?.answer("drink", { choices: ["tea"] });
  await answered(phone, 1);
  await tap(t("control.goto"));
  await phone.getByRole("button", { name: "Hur långt reste du?" }).tap();
  await heading(stage, "Hur långt reste du?");
  await answer("far", { value: 42 });
  await tap(t("control.showRightAnswer"));
  await stage.getByText("Rätt svar", { exact: false }).first().waitFor();
  await tap(t("control.next"));
  await heading(stage, "Något mer?");
  await phone.getByText(t("remote.last"), { exact: true }).waitFor();
  await tap(t("control.previous"));
  await heading(stage, "Hur långt reste du?");
  await tap(t("control.lobby"));
  await stage.getByText(t("lobby.joined", { n: 3 })).waitFor();
  await tap(t("control.close"));
  await tap(t("close.yes"));
  await heading(stage, t("closed.title"));
  await heading(phone, t("remote.closed"));
  expect(await results()).toMatchObject([{ answered: 3, secondRound: { answered: 1 } }, { answered: 3 }, {}]);
  await stage.context().close();
  await phone.context().close();
  await leave();
});

/** Texts of buttons that a thumb could miss. */
function smallButtons(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, a, summary")].flatMap((button) => {
      const { width, height } = button.getBoundingClientRect();
      return width >= 44 && height >= 44 ? [] : [`${button.textContent} ${width} × ${height}`];
    }),
  );
}
