/** A guess, and its right value shown: what the presenter presses, and what the hall and the phone then read. */
import { expect, test } from "vitest";
import { chartsSv } from "../../web/messages/charts.sv.ts";
import { presentSv } from "../../web/messages/present.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { apiClient } from "../support/api-client.ts";
import { phoneHand } from "./phone-hand.ts";
import { pages, servePages, service } from "./served-pages.ts";

const { t: vote, status, sendAnswer } = phoneHand("sv");
const sv = translator({ ...chartsSv, ...presentSv }, "sv");
// With a fraction: codes and ids on the pages may hold any whole number.
const right = 737.25;
const unit = "\u00a0st";

servePages();

test("the phone and the stage tell the right value once it is shown, and not before", async () => {
  const api = apiClient(service.address);
  const poll = await api.createPoll({
    title: "Gissa",
    language: "sv",
    questions: [
      {
        id: "g",
        type: "number",
        text: "Hur många är vi?",
        min: 0,
        max: 1000,
        unit: "st",
        rightValue: right,
        closeWithin: 50,
      },
    ],
  });
  const { questions } = await api.poll(poll.id, poll.organiserKey);
  const [question] = questions;
  if (question === undefined) throw new Error("the poll has no question");
  const stage = await pages.open(poll.links.present);
  const onStage = (text: string) => stage.getByText(text).first();
  const phone = await pages.phone(poll.links.vote);
  await phone.getByRole("heading", { name: vote("lobby.heading") }).waitFor();
  await stage.keyboard.press("ArrowRight");
  await phone.getByRole("heading", { name: question.text }).waitFor();
  await sendAnswer(phone, question, { value: 700 });
  await onStage(sv("chart.answers", { n: 1 })).waitFor();
  for (const page of [stage, phone]) expect(await page.content()).not.toMatch(/737[.,]25/);

  await stage.getByRole("button", { name: sv("control.showRightAnswer"), exact: true }).click();
  await phone.getByText(vote("number.right", { right, unit })).waitFor();
  await phone.getByText(vote("number.off", { right, own: 700, off: 37.25, unit })).waitFor();
  await status(phone, "status.locked").waitFor();
  await onStage(sv("chart.right", { value: `737,25${unit}` })).waitFor();
  await onStage(sv("chart.close", { close: 1, n: 1, within: `50${unit}` })).waitFor();

  await stage.getByRole("button", { name: sv("control.hideRightAnswer"), exact: true }).click();
  await phone.getByText(vote("number.right", { right, unit })).waitFor({ state: "hidden" });
  await onStage(sv("chart.right", { value: `737,25${unit}` })).waitFor({ state: "hidden" });
});
