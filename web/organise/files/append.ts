/** Questions put last in a poll. They are new in it: ids that they had elsewhere would name others here. Pure. */
import type { NewKey } from "../../questions/draft.ts";
import { type Draft, duplicateQuestion, removeQuestion } from "../draft.ts";
import { inTranslation } from "../draft-translations.ts";
import type { Brought } from "./read-file.ts";

export function appended(draft: Draft, brought: Brought, newKey: NewKey): Draft {
  const poll = brought.kind === "poll" ? inLanguage(brought.poll, draft.language) : undefined;
  const from = brought.kind === "poll" ? (poll?.questions ?? []) : brought.questions;
  const translations = poll?.translations ?? {};
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

/** With its texts in that language, where it has them, and its own beside them; else as it is. */
function inLanguage(poll: Draft, language: string): Draft {
  const { [language]: texts, ...others } = poll.translations;
  if (poll.language === language || texts === undefined) return poll;
  const { draft, before } = inTranslation(poll, texts);
  return { ...draft, language, translations: { ...others, [poll.language]: before } };
}

function withoutTitle({ title: _, ...rest }: Record<string, string>): Record<string, string> {
  return rest;
}
