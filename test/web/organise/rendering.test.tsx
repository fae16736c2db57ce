import { renderToString } from "preact-render-to-string";
import { describe, expect, it } from "vitest";
import { jsonStorage } from "../../../web/connection/json-storage.ts";
import { accountEn } from "../../../web/messages/account.en.ts";
import { accountSv } from "../../../web/messages/account.sv.ts";
import { organiseEn } from "../../../web/messages/organise.en.ts";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { type Catalogue, translator } from "../../../web/messages/translate.ts";
import { addQuestion, emptyDraft } from "../../../web/organise/draft.ts";
import { JoinQr } from "../../../web/organise/join-qr.tsx";
import { PollList } from "../../../web/organise/poll-list.tsx";
import { QuestionPanel } from "../../../web/organise/question-panel.tsx";
import { rememberPoll } from "../../../web/organise/remembered-polls.ts";
import type { DraftQuestion } from "../../../web/questions/editors.ts";
import type { Form } from "../../../web/questions/question-editor.ts";
import { countedKeys } from "./keys.ts";

const readers = [
  { language: "sv", t: translator({ ...organiseSv, ...accountSv }, "sv") },
  { language: "en", t: translator({ ...organiseEn, ...accountEn }, "en") },
];
const nothing = () => undefined;

/** The panel of a question, as a poll's first of two. */
function panelOf(form: Form, question: DraftQuestion): string {
  return renderToString(
    <QuestionPanel
      form={form}
      question={question}
      number={1}
      total={2}
      looking={false}
      onLook={nothing}
      onChange={nothing}
      onDuplicate={nothing}
      onRemove={nothing}
      onBack={nothing}
    />,
  );
}

describe.each(readers)("the organiser's page in $language", ({ language, t }) => {
  it("lists the polls with their titles as text", () => {
    const storage = jsonStorage(() => {
      throw new Error("no storage here");
    });
    rememberPoll(storage, { id: "p1", title: "<b>Fika</b>", organiserKey: "o", when: "2026-03-19T15:00:00Z" });
    const html = renderToString(
      <PollList t={t} language={language} storage={storage} account={null} signedIn={false} onNew={nothing} />,
    );
    expect(html).toContain("&lt;b>Fika");
    expect(html).toContain('href="/organise/p1#key=o"');
    expect(html).toContain(t("list.blank"));
  });

  it.each([
    ["choice", ["items.options", "field.maxChoices"]],
    ["words", ["field.maxWords"]],
    ["text", ["field.maxLength"]],
    ["ranking", ["items.options"]],
    ["points", ["items.options", "field.total"]],
    ["number", ["field.min", "field.max", "field.unit", "field.rightValue", "field.closeWithin"]],
    ["grid", ["items.items", "field.xLabels", "field.xLabels.0", "field.yLabels.1"]],
    ["scale", ["items.statements", "field.min", "field.maxLabel"]],
  ] as const)("shows the fields of a %s", (type, labels) => {
    const question = addQuestion(emptyDraft(language), type, countedKeys()).questions[0];
    if (question === undefined) throw new Error("a question was added");
    const wrong = `questions.${question.key}.text`;
    const form = { t, errorAt: (path: string) => (path === wrong ? t("rule.blank") : undefined) };
    const html = panelOf(form, question);
    for (const label of [...labels, "field.changeable", "field.resultsOnPhones"] as const)
      expect(html).toContain(t(label));
    const id = `field-questions-${question.key}-text`;
    expect(html).toMatch(
      new RegExp(`<textarea[^>]*id="${id}"[^>]*aria-describedby="${id}-error"[^>]*aria-invalid="true"`),
    );
    expect(html).toContain(`id="${id}-error">${t("rule.blank")}`);
    const labelled = [...html.matchAll(/<label[^>]*for="([^"]+)"/g)].map((match) => match[1]);
    const controls = [...html.matchAll(/<(?:input|textarea)[^>]*? id="([^"]+)"/g)].map((match) => match[1]);
    expect(labelled.toSorted()).toEqual(controls.toSorted());
  });
});

it.each(["scale", "number", "grid", "ranking"] as const)(
  "a %s has each text once more in a second language",
  (type) => {
    const t = translator(organiseEn, "en");
    const question = addQuestion(emptyDraft("en"), type, countedKeys()).questions[0];
    if (question === undefined) throw new Error("a question was added");
    const also = { tag: "fi", name: "Finnish", textAt: (path: string) => `${path} suomeksi`, write: nothing };
    const html = panelOf({ t, errorAt: () => undefined, also }, question);
    const labelled = [...html.matchAll(/<label[^>]*for="([^"]+)"/g)].map((match) => match[1]);
    const controls = [...html.matchAll(/<(?:input|textarea)[^>]*? id="([^"]+)"/g)].map((match) => match[1]);
    expect(labelled.toSorted()).toEqual(controls.toSorted());
    const finnish = [...html.matchAll(/<(?:input|textarea)[^>]*lang="fi"[^>]*/g)].map(([control]) => control);
    expect(finnish).toHaveLength({ scale: 4, number: 2, grid: 6, ranking: 3 }[type]);
    expect(html).toContain(t("field.inLanguage", { field: t("field.text"), language: "Finnish" }));
    expect(html).toContain(`questions.${question.key}.text suomeksi`);
  },
);

it("a QR code has a name and dark modules", () => {
  const html = renderToString(<JoinQr address="https://example.se/123456" label="QR" />);
  expect(html).toContain('aria-label="QR"');
  expect(html).toMatch(/<path class="qr-dark" d="M\d/);
});

it("both languages fill in the same things", () => {
  const [swedish, english]: Catalogue[] = [organiseSv, organiseEn];
  const holes = (message: unknown) => [...new Set(JSON.stringify(message).match(/\{\w+\}/g) ?? [])].toSorted();
  for (const key of Object.keys(organiseEn)) expect([key, holes(swedish?.[key])]).toEqual([key, holes(english?.[key])]);
});

it("says how many letters are left near a limit, as a reader counts them", () => {
  const t = translator(organiseEn, "en");
  const told = (text: string) => {
    const { questions } = addQuestion(emptyDraft("en"), "number", countedKeys());
    const [question] = questions;
    if (question?.type !== "number") throw new Error("a number was added");
    return panelOf({ t, errorAt: () => undefined }, { ...question, unit: text });
  };
  expect(told("kg")).not.toContain("-length");
  expect(told("x".repeat(18))).toContain("2 characters left");
  expect(told("👩‍👩‍👧".repeat(19))).toContain("1 character left");
  expect(told("x".repeat(22))).toContain("2 characters too many");
});
