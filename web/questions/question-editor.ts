/** What a question type must have in the organiser's form. */
import type { VNode } from "preact";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import type { CommonFields, NewKey, RawFields } from "./draft.ts";

/** What every field of the form needs: the texts, and what is wrong at a path (`questions.<key>.options.<key>.text`). */
export type Form = {
  t: Translate<OrganiseCatalogue>;
  errorAt(path: string): string | undefined;
  /** The poll's second language, where it has one. */
  also?: SecondLanguage | undefined;
};

/** `name` in the reader's language. Texts are found by the path of what they are a translation of. */
export type SecondLanguage = {
  tag: string;
  name: string;
  textAt(path: string): string;
  write(path: string, text: string): void;
};

export type EditorProps<F> = {
  question: CommonFields & F;
  /** The question's own path; its fields stand below it. */
  path: string;
  form: Form;
  onChange(question: CommonFields & F): void;
};

/** Method syntax on purpose, as in `QuestionRules`: an editor of one type stands in the registry as one of the union. */
export interface QuestionEditor<F> {
  blank(newKey: NewKey): F;
  /** The type's fields as found in a definition that may be wrong; what is missing gets its default. */
  read(raw: RawFields, newKey: NewKey): F;
  Fields(props: EditorProps<F>): VNode;
}
