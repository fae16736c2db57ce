/** A hand on a phone: fills in the form of a question and sends it. Everything is found by what is read on the screen. */
import type { Locator, Page } from "playwright-core";
import { translator } from "../../web/messages/translate.ts";
import { voteEn } from "../../web/messages/vote.en.ts";
import { voteSv } from "../../web/messages/vote.sv.ts";
import type { Answer, Question, QuestionOf } from "../../worker/questions/registry.ts";

export type Language = "sv" | "en";

/** The texts of the phone's page, and what is done there, in the language that its reader has. */
export function phoneHand(language: Language) {
  const t = translator(language === "sv" ? voteSv : voteEn, language);

  function status(phone: Page, text: Parameters<typeof t>[0]): Locator {
    return phone.getByRole("status").filter({ hasText: t(text) });
  }

  function send(phone: Page, button: "send" | "sendChange" = "send"): Promise<void> {
    return phone.getByRole("button", { name: t(button), exact: true }).click();
  }

  async function fillIn(phone: Page, question: Question, answer: Answer): Promise<void> {
    if (question.type === "words" && "words" in answer) {
      for (const [place, word] of answer.words.entries()) {
        await phone.getByLabel(t("words.nth", { number: place + 1 }), { exact: true }).fill(word);
      }
    } else if (question.type === "text" && "text" in answer) {
      await phone.getByLabel(t("answer.label"), { exact: true }).fill(answer.text);
    } else if (question.type === "choice" && "choices" in answer) {
      for (const { id, text } of question.options) {
        if (answer.choices.includes(id)) await phone.getByLabel(text, { exact: true }).check();
      }
      if (answer.other !== undefined) {
        await phone.getByLabel(t("choice.other"), { exact: true }).check();
        await phone.getByLabel(t("choice.write"), { exact: true }).fill(answer.other);
      }
    } else if (question.type === "scale" && "ratings" in answer) {
      for (const { id, text } of question.statements) {
        const rating = answer.ratings[id] ?? null;
        const statement = phone.getByRole("group", { name: text });
        if (rating !== null) await statement.getByRole("slider").fill(String(rating));
        const name = t(rating === null ? "scale.leaveOut" : "scale.meant");
        // Forced, since its text is drawn over it: the tap goes to whatever is at that place, as a finger's does.
        await statement.getByRole("radio", { name, exact: true }).check({ force: true });
      }
    } else if (question.type === "ranking" && "order" in answer) {
      for (const [place, id] of answer.order.entries()) await raise(phone, question, id, place);
    } else if (question.type === "points" && "points" in answer) {
      for (const { id, text } of question.options) {
        await phone.getByLabel(text, { exact: true }).fill(String(answer.points[id] ?? 0));
      }
    } else if (question.type === "number" && "value" in answer) {
      await phone.getByRole("textbox").fill(String(answer.value));
    } else if (question.type === "grid" && "items" in answer) {
      for (const { id, text } of question.items) {
        const place = answer.items[id] ?? null;
        const item = phone.getByRole("group", { name: text });
        if (place !== null) {
          await item.getByRole("slider").nth(0).fill(String(place.x));
          await item.getByRole("slider").nth(1).fill(String(place.y));
        }
        // A slider that was moved has said so already; one that stands in the middle has not.
        const name = t(place === null ? "grid.leaveOut" : "grid.here");
        await item.getByRole("radio", { name, exact: true }).check({ force: true });
      }
    } else throw new Error(`no such answer to a question of ${question.type}`);
  }

  /** Presses the option's arrow until it stands at `place`, from 0. */
  async function raise(phone: Page, question: QuestionOf<"ranking">, id: string, place: number): Promise<void> {
    const name = question.options.find((option) => option.id === id)?.text ?? "";
    const rows = phone.getByRole("listitem");
    for (let presses = 0; !(await rows.nth(place).textContent())?.includes(name); presses++) {
      if (presses > question.options.length) throw new Error(`${name} can't be raised`);
      await phone.getByRole("button", { name: t("ranking.up", { name }), exact: true }).click();
    }
  }

  /** Returns once the phone says that the answer is received. */
  async function sendAnswer(phone: Page, question: Question, answer: Answer): Promise<void> {
    await fillIn(phone, question, answer);
    await send(phone);
    await status(phone, "status.received").waitFor();
  }

  return { t, status, send, fillIn, sendAnswer };
}
