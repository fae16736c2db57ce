/** A poll being written, as a form or as JSON, and saved. What the service refuses is shown at its field. */
import { useState } from "preact/hooks";
import type { FieldError } from "../../worker/shared/result.ts";
import { Problem } from "../connection/api.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { describedBy, ErrorText, fieldId } from "../questions/editor-fields.tsx";
import { useFocusLater } from "../questions/focus-later.ts";
import { newKey } from "../questions/new-key.ts";
import type { Form, SecondLanguage } from "../questions/question-editor.ts";
import { AboutFields } from "./about-fields.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { type Draft, definitionOf, readDraft } from "./draft.ts";
import { translationAt, withTranslation } from "./draft-translations.ts";
import { ErrorSummary, type ShownError } from "./error-summary.tsx";
import { fieldErrorText, problemText } from "./error-text.ts";
import { enclosingPaths, indexedPath, keyedPath, placeInWords, questionKey, stillWrong } from "./field-place.ts";
import { readJsonText } from "./json-text.ts";
import { languageName } from "./language-name.ts";
import { QuestionEditing } from "./question-editing.tsx";
import { type DraftInPage, jsonOf } from "./use-draft.ts";

type PollEditorProps = {
  t: Translate<OrganiseCatalogue>;
  language: string;
  page: DraftInPage;
  /** The question that is open from the start. */
  firstOpen: string | null;
  saveLabel: string;
  /** Stores the definition and returns it as stored; throws a `Problem`. */
  save(definition: object): Promise<unknown>;
  /** Called with every refusal, for what the form itself can't show. */
  onProblem(problem: Problem): void;
};

/** The poll's other language, as the form's fields read and write it. */
function secondLanguage(draft: Draft, language: string, onChange: (draft: Draft) => void): SecondLanguage {
  const { also: tag, translations } = draft;
  return {
    tag,
    name: languageName(tag, language),
    textAt: (path) => translationAt(translations, tag, path),
    write: (path, text) => onChange({ ...draft, translations: withTranslation(translations, tag, path, text) }),
  };
}

/** `path` by key in the form, by position in JSON. */
type Wrong = { path: string; text: string };

/** Where the JSON's own error stands: no path of a definition is empty. */
const jsonPath = "json";

export function PollEditor({ t, language, page, firstOpen, saveLabel, save, onProblem }: PollEditorProps) {
  const { draft, json } = page;
  const focusLater = useFocusLater();
  const [open, setOpen] = useState(firstOpen);
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const [told, setTold] = useState("");
  const [notice, setNotice] = useState("");
  const [busy, setBusy] = useState(false);
  const [discarding, setDiscarding] = useState(false);

  const form: Form = {
    t,
    errorAt: (path) => wrong.find((error) => error.path === path)?.text,
    also: draft.also === "" ? undefined : secondLanguage(draft, language, (next) => write(next)),
  };
  const shown = wrong.flatMap((error): ShownError[] => {
    const path = json === null ? indexedPath(draft, error.path) : error.path;
    if (path === undefined) return [];
    return [{ ...error, place: path === jsonPath ? t("json.label") : placeInWords(path, t) }];
  });
  const wrongQuestions = new Set(wrong.flatMap(({ path }) => questionKey(path) ?? []));

  const write = (next: Draft) => {
    setWrong(stillWrong(wrong, draft, next));
    setTold("");
    page.write({ draft: next });
  };
  const writeJson = (text: string) => {
    setWrong([]);
    setTold("");
    page.write({ json: text });
  };
  const goTo = (path: string) => {
    const key = questionKey(path);
    if (json === null && key !== undefined) setOpen(key);
    focusLater(...enclosingPaths(path).map(fieldId), fieldId(jsonPath));
  };
  const show = (errors: Wrong[]) => {
    setWrong(errors);
    const first = errors[0];
    if (first !== undefined) goTo(first.path);
  };
  const showRefusal = (errors: FieldError[], sent: Draft) => {
    show(
      errors.map((error) => ({
        path: json === null ? keyedPath(sent, error.path) : error.path,
        text: fieldErrorText(error, t),
      })),
    );
  };

  /** What the JSON holds, or undefined once its error is shown. */
  const readWritten = () => {
    const read = readJsonText(json ?? "", t);
    if (read.ok) return read.value;
    show([{ path: jsonPath, text: read.error }]);
    return undefined;
  };
  const toForm = () => {
    const value = readWritten();
    if (value === undefined) return;
    const read = readDraft(value, draft.language, newKey);
    setWrong([]);
    setNotice(read.left.length === 0 ? "" : t("json.left", { paths: read.left.join(", ") }));
    setOpen(null);
    page.write({ draft: read.draft, json: null });
  };
  const toJson = () => {
    setWrong([]);
    setNotice("");
    page.write({ json: jsonOf(draft) });
  };
  const submit = async () => {
    const definition = json === null ? definitionOf(draft) : readWritten();
    if (definition === undefined) return;
    const sent = json === null ? draft : readDraft(definition, draft.language, newKey).draft;
    setBusy(true);
    setNotice("");
    setTold(t("save.saving"));
    try {
      const saved = await save(definition);
      if (json === null) page.saved(sent, saved);
      else page.replaced(readDraft(saved, draft.language, newKey).draft);
      setWrong([]);
      setTold(t("save.saved"));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setTold(error.errors.length > 0 ? t("problem.fields") : problemText(error, t));
      showRefusal(error.errors, sent);
      onProblem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <form
      class="poll-editor"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <ErrorSummary t={t} errors={shown} onGo={goTo} />
      {page.restored ? <p class="notice">{t("save.restored")}</p> : null}
      {notice === "" ? null : <p class="notice">{notice}</p>}
      <fieldset class="modes">
        <legend class="visually-hidden">{t("editor.how")}</legend>
        <button type="button" aria-pressed={json === null} onClick={() => (json === null ? undefined : toForm())}>
          {t("editor.form")}
        </button>
        <button type="button" aria-pressed={json !== null} onClick={() => (json === null ? toJson() : undefined)}>
          {t("editor.json")}
        </button>
      </fieldset>
      {json === null ? (
        <>
          <AboutFields form={form} draft={draft} language={language} onChange={write} />
          <QuestionEditing
            form={form}
            draft={draft}
            wrong={wrongQuestions}
            open={open}
            onOpen={setOpen}
            onChange={write}
          />
        </>
      ) : (
        <div class="form-row">
          <label for={fieldId(jsonPath)}>{t("json.label")}</label>
          <p class="hint" id={`${fieldId(jsonPath)}-hint`}>
            {t("json.hint")}
          </p>
          <textarea
            class="field json"
            rows={24}
            spellcheck={false}
            value={json}
            onInput={(event) => writeJson(event.currentTarget.value)}
            {...describedBy(form, jsonPath, t("json.hint"))}
          />
          <ErrorText form={form} path={jsonPath} />
        </div>
      )}
      <footer class="save">
        <button type="submit" class="button" disabled={busy}>
          {saveLabel}
        </button>
        {page.dirty ? (
          <button type="button" class="text-button" disabled={busy} onClick={() => setDiscarding(true)}>
            {t("save.discard")}
          </button>
        ) : null}
        <p class="told" role="status">
          {told === "" && page.dirty ? t("save.unsaved") : told}
        </p>
      </footer>
      {discarding ? (
        <ConfirmDialog
          title={t("save.discardAsk")}
          text={t("save.discardAbout")}
          cancel={t("dialog.cancel")}
          confirm={t("save.discard")}
          onCancel={() => setDiscarding(false)}
          onConfirm={() => {
            setDiscarding(false);
            setWrong([]);
            setOpen(null);
            page.discard();
          }}
        />
      ) : null}
    </form>
  );
}
