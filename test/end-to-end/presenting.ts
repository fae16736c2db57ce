/** A poll with three attendees, and what a presenter's page is looked at for. */
import type { Page } from "playwright-core";
import { chartsSv } from "../../web/messages/charts.sv.ts";
import { presentSv } from "../../web/messages/present.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";

export const t = translator({ ...chartsSv, ...presentSv }, "sv");

const definition = {
  title: "Nätverksträff",
  language: "sv",
  questions: [
    {
      id: "drink",
      type: "choice",
      text: "Kaffe eller te?",
      notes: "Påminn om fikat klockan tre.",
      options: [
        { id: "coffee", text: "Kaffe" },
        { id: "tea", text: "Te" },
      ],
    },
    { id: "far", type: "number", text: "Hur långt reste du?", min: 0, max: 100, rightValue: 42 },
    { id: "more", type: "text", text: "Något mer?" },
  ],
  settings: { accent: "#c2410c" },
};

export async function attendedPoll(address: string) {
  const api = apiClient(address);
  const { id, code, organiserKey, links } = await api.createPoll(definition);
  const people = await Promise.all([1, 2, 3].map(() => Attendee.join(address, code)));
  const answer = async (question: string, value: unknown) => {
    for (const person of people) {
      await person.onStage(question);
      await person.answer(question, value);
    }
  };
  const results = async () => (await api.results(id, organiserKey)).questions;
  const remote = links.present.replace("#", "?remote#");
  const leave = () => Promise.all(people.map((person) => person.close()));
  return { code, stage: links.present, remote, people, answer, results, leave };
}

export const answered = (page: Page, n: number) =>
  page.getByText(t("question.answeredOf", { answered: n, joined: 3 }), { exact: true }).waitFor();
export const heading = (page: Page, name: string) => page.getByRole("heading", { name, exact: true }).waitFor();
/** The page listens to keys again only once the dialog has left it. */
export const noDialog = (page: Page) => page.locator("dialog").waitFor({ state: "detached" });
export const dialog = (page: Page, name: string) => page.getByRole("dialog", { name, exact: true });
export const locked = (page: Page) => page.getByText(t("question.locked"), { exact: true });
