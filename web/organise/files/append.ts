/** Questions put last in a poll. They are new in it: ids that they had elsewhere would name others here. Pure. */
import type { NewKey } from "../../questions/draft.ts";
import { type Draft, duplicateQuestion, removeQuestion } from "../draft.ts";
import type { Brought } from "./read-file.ts";

export function appended(draft: Draft, brought: Brought, newKey: NewKey): Draft {
  const from = brought.kind === "poll" ? brought.poll.questions : brought.questions;
  // Texts in the same languages come along; a poll has one form for all of them.
  const translations =
    brought.kind === "poll" && brought.poll.language === draft.language ? brought.poll.translations : {};
  const languages = Object.keys(translations).filter((language) => language !== draft.language);
  let next: Draft = {
    ...draft,
    questions: [...draft.questions, ...from],
    translations: {
      ...draft.translations,
      ...Object.fromEntries(
        languages.map((language) => [
          language,
          { ...withoutTitle(translations[language] ?? {}), ...draft.translations[language] },
        ]),
      ),
    },
    also: draft.also === "" ? (languages[0] ?? "") : draft.also,
  };
  for (const { key } of from) {
    next = duplicateQuestion(next, key, newKey);
    const copy = next.questions[next.questions.findIndex((question) => question.key === key) + 1];
    if (copy === undefined) continue;
    next = removeQuestion(next, key);
  }
  return next;
}

function withoutTitle({ title: _, ...rest }: Record<string, string>): Record<string, string> {
  return rest;
}
