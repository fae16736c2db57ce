/** A poll as a file holds it: in one order, and without what goes without saying, so that two versions differ by little. Pure. */
import { itemFields } from "../../../worker/shared/people-texts.ts";
import { isPlainObject } from "../../../worker/shared/plain-object.ts";
import type { RawFields } from "../../questions/draft.ts";
import { type Draft, definitionOf, readDraft } from "../draft.ts";

/** What stands first in a question; the rest follows as the service lists it. */
const first = ["type", "id", "text", ...itemFields];

export function pollFile(draft: Draft): RawFields {
  const { title, language, questions, settings } = fieldsOf(definitionOf(draft));
  const unsaid = fieldsOf(definitionOf(readDraft({}, "", () => "").draft)).settings;
  const said = isPlainObject(settings) && isPlainObject(unsaid) ? differing(settings, unsaid) : {};
  return {
    title,
    language,
    questions: Array.isArray(questions) ? questions.filter(isPlainObject).map(questionFile) : [],
    ...(Object.keys(said).length === 0 ? {} : { settings: said }),
  };
}

/** `schema`: where the service publishes what such a file may hold. */
export function jsonFile(draft: Draft, schema: string): string {
  return `${JSON.stringify({ $schema: schema, ...pollFile(draft) }, null, 2)}\n`;
}

function questionFile(question: RawFields): RawFields {
  const { type, text = "", ...rest } = question;
  const said: RawFields = { type, text, ...differing(rest, blankOf(type)) };
  const names = Object.keys(said);
  const ordered = [...first.filter((name) => names.includes(name)), ...names.filter((name) => !first.includes(name))];
  return Object.fromEntries(ordered.map((name) => [name, said[name]]));
}

/** What a question of the type holds where nothing is said of it. */
function blankOf(type: unknown): RawFields {
  return fieldsOf(readDraft({ questions: [{ type }] }, "", () => "").draft.questions[0] ?? {});
}

function fieldsOf(value: object): RawFields {
  return Object.fromEntries(Object.entries(value));
}

function differing(given: RawFields, unsaid: RawFields): RawFields {
  const said = Object.entries(given).filter(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(unsaid[name]),
  );
  return Object.fromEntries(said);
}
