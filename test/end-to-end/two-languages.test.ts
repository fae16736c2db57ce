/** A poll in Swedish gets its English from the organiser; phones of both languages answer it, and the hall sees one tally. */
import { expect, test } from "vitest";
import { organiseSv } from "../../web/messages/organise.sv.ts";
import { presentSv } from "../../web/messages/present.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { apiClient } from "../support/api-client.ts";
import { phoneHand } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";

const organise = translator(organiseSv, "sv");
const sv = translator(presentSv, "sv");
const inEnglish = (field: string) => organise("field.inLanguage", { field, language: "engelska" });

servePages();

test("a Swedish and an English phone answer the same question", async () => {
  const api = apiClient(service.address);
  const poll = await api.createPoll({
    title: "Fika",
    language: "sv",
    questions: [
      {
        id: "drink",
        type: "choice",
        text: "Vad dricker du?",
        options: [
          { id: "tea", text: "Te" },
          { id: "coffee", text: "Kaffe" },
        ],
      },
    ],
  });
  const editor = await pages.open(poll.links.organise);
  await editor.getByLabel(organise("field.also"), { exact: true }).selectOption("en");
  await editor.getByLabel(inEnglish(organise("field.title")), { exact: true }).fill("Coffee break");
  await editor.getByLabel(inEnglish(organise("field.text")), { exact: true }).fill("What do you drink?");
  await editor.getByLabel(inEnglish(organise("items.option", { n: 1 })), { exact: true }).fill("Tea");
  await editor.getByLabel(inEnglish(organise("items.option", { n: 2 })), { exact: true }).fill("Coffee");
  await editor.getByRole("button", { name: organise("save.save"), exact: true }).click();
  await editor.getByText(organise("save.saved"), { exact: true }).waitFor();
  await editor.reload();
  const kept = editor.getByLabel(inEnglish(organise("items.option", { n: 2 })), { exact: true });
  await kept.waitFor();
  expect(await kept.inputValue()).toBe("Coffee");

  const stage = await pages.open(poll.links.present);
  const hands = { sv: phoneHand("sv"), en: phoneHand("en") };
  const swedish = await pages.phone(poll.links.vote);
  const english = await pages.phone(poll.links.vote, { locale: "en-GB" });
  await swedish.getByRole("heading", { name: hands.sv.t("lobby.heading") }).waitFor();
  await english.getByRole("heading", { name: hands.en.t("lobby.heading") }).waitFor();
  await stage.keyboard.press("ArrowRight");
  await swedish.getByRole("heading", { name: "Vad dricker du?" }).waitFor();
  await english.getByRole("heading", { name: "What do you drink?" }).waitFor();
  for (const [phone, language] of [
    [swedish, "sv"],
    [english, "en"],
  ] as const) {
    expect(await phone.locator("html").getAttribute("lang")).toBe(language);
    expect(await phone.getByRole("heading").getAttribute("lang")).toBe(language);
  }
  await swedish.getByLabel("Te", { exact: true }).check();
  await hands.sv.send(swedish);
  await hands.sv.status(swedish, "status.received").waitFor();
  await english.getByLabel("Tea", { exact: true }).check();
  await hands.en.send(english);
  await hands.en.status(english, "status.received").waitFor();
  await english.reload();
  expect(await english.getByLabel("Tea", { exact: true }).isChecked()).toBe(true);
  expect(await english.getByRole("banner").textContent()).toBe("Coffee break");

  await stage.getByText(sv("question.answeredOf", { answered: 2, joined: 2 }), { exact: true }).waitFor();
  expect(await stage.content()).not.toMatch(/Coffee break|What do you drink/);
  const [result] = (await api.results(poll.id, poll.organiserKey)).questions;
  expect(result?.tally).toMatchObject({ counts: { tea: 2, coffee: 0 } });
});
