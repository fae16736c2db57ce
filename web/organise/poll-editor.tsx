/** A poll being written, as a form or as JSON, and saved. What the service refuses is shown at its field. */
import { useState } from "preact/hooks";
import type { FieldError } from "../../worker/shared/result.ts";
import { type Problem, problemOf } from "../connection/api.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { fieldId } from "../questions/editor-fields.tsx";
import { useFocusLater } from "../questions/focus-later.ts";
import { newKey } from "../questions/new-key.ts";
import type { Form, SecondLanguage } from "../questions/question-editor.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { AboutFields } from "./about-fields.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { ConflictPanel } from "./conflict-panel.tsx";
import { changedQuestion, type Draft, definitionOf, readDraft } from "./draft.ts";
import { translationAt, withTranslation } from "./draft-translations.ts";
import { ErrorSummary, type ShownError } from "./error-summary.tsx";
import { fieldErrorText, problemText } from "./error-text.ts";
import { enclosingPaths, indexedPath, keyedPath, placeInWords, questionKey, stillWrong } from "./field-place.ts";
import { FilePanel } from "./files/file-panel.tsx";
import { JsonField, jsonPath } from "./json-field.tsx";
import { readJsonText } from "./json-text.ts";
import { languageName } from "./language-name.ts";
import { QuestionEditing } from "./question-editing.tsx";
import { SaveBar } from "./save-bar.tsx";
import { SettingsFields } from "./settings-fields.tsx";
import { useUndoKeys } from "./undo-keys.ts";
import type { DraftInPage } from "./use-draft.ts";
import { useLeftFields } from "./use-left-fields.ts";
import { type SaveDefinition, useSaving } from "./use-saving.ts";
import { draftIn, jsonOf, type SavedDraft } from "./written.ts";

type PollEditorProps = {
  t: Translate<OrganiseCatalogue>;
  language: string;
  page: DraftInPage;
  /** The question that is open from the start. */
  firstOpen: string | null;
  saveLabel: string;
  /** Saves what the service takes without being asked to. */
  byItself: boolean;
  /** What somebody else has saved meanwhile. */
  theirs: SavedDraft | null;
  /** Stores the definition; throws a `Problem`. */
  save: SaveDefinition;
  /** It has been decided between the two: `theirs` is what the draft goes on from. */
  onDecided(): void;
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

export function PollEditor(props: PollEditorProps) {
  const { t, language, page, firstOpen, saveLabel, byItself, theirs, save, onDecided, onProblem } = props;
  const { draft, json } = page;
  const focusLater = useFocusLater();
  const [open, setOpen] = useState(firstOpen);
  const [wrong, setWrong] = useState<Wrong[]>([]);
  const [told, setTold] = useState("");
  const [notice, setNotice] = useState("");
  const [busy, setBusy] = useState(false);
  const [discarding, setDiscarding] = useState(false);
  const saving = useSaving({ page, byItself, paused: theirs !== null, save });
  const left = useLeftFields();

  /** What a press of the button has shown stays until it is mended; what is noticed while writing comes once its field is left. */
  const noticed = json === null ? saving.errors.filter(({ path }) => left.isLeft(path)) : [];
  const textAt = (path: string) => {
    const error = noticed.find((other) => other.path === path);
    return error === undefined ? undefined : fieldErrorText(error, t);
  };
  const form: Form = {
    t,
    errorAt: (path) => wrong.find((error) => error.path === path)?.text ?? textAt(path),
    also: draft.also === "" ? undefined : secondLanguage(draft, language, (next) => write(next)),
  };
  const shown = wrong.flatMap((error): ShownError[] => {
    const path = json === null ? indexedPath(draft, error.path) : error.path;
    if (path === undefined) return [];
    return [{ ...error, place: path === jsonPath ? t("json.label") : placeInWords(path, t) }];
  });
  const wrongQuestions = new Set([...wrong, ...noticed].flatMap(({ path }) => questionKey(path) ?? []));

  const write = (next: Draft) => {
    setWrong(stillWrong(wrong, draft, next));
    setTold("");
    page.write({ draft: next });
  };
  /** From a file. */
  const bring = (next: Draft, words: string) => {
    const key = changedQuestion(draft, next);
    setOpen(key);
    if (key !== null) focusLater(fieldId(`questions.${key}`));
    write(next);
    setTold(words);
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
  const step = (to: Draft | null, take: () => void, name: "editor.undone" | "editor.redone") => {
    if (to === null) return;
    const key = changedQuestion(draft, to);
    if (key !== null) setOpen(key);
    setWrong(stillWrong(wrong, draft, to));
    setTold(t(name));
    take();
  };
  const undo = () => step(page.undoTo, page.undo, "editor.undone");
  const redo = () => step(page.redoTo, page.redo, "editor.redone");
  useUndoKeys({ onUndo: undo, onRedo: redo });

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
  const submit = async (tag?: string | null) => {
    const definition = json === null ? definitionOf(draft) : readWritten();
    if (definition === undefined) return;
    const sent = json === null ? draft : readDraft(definition, draft.language, newKey).draft;
    setBusy(true);
    setNotice("");
    setTold(t("save.saving"));
    try {
      const saved = await saving.store(definition, tag);
      if (json === null) page.saved(sent, saved.definition, saved.tag);
      else page.savedJson(json, { draft: readDraft(saved.definition, draft.language, newKey).draft, tag: saved.tag });
      setWrong([]);
      setTold(t("save.saved"));
    } catch (error) {
      const problem = problemOf(error);
      setTold(problem.errors.length > 0 ? t("problem.fields") : problemText(problem, t));
      showRefusal(problem.errors, sent);
      onProblem(problem);
    } finally {
      setBusy(false);
    }
  };
  const keepMine = () => {
    if (theirs === null) return;
    page.rebased(theirs);
    onDecided();
    void submit(theirs.tag);
  };
  const takeTheirs = () => {
    if (theirs === null) return;
    setWrong([]);
    setTold(t("conflict.taken"));
    page.replaced(theirs);
    onDecided();
  };

  return (
    <form
      class="poll-editor"
      noValidate
      onFocusOut={left.onFocusOut}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      {theirs === null ? null : (
        <ConflictPanel
          t={t}
          mine={draftIn(page)}
          theirs={theirs.draft}
          busy={busy}
          onKeep={keepMine}
          onTake={takeTheirs}
        />
      )}
      <ErrorSummary t={t} errors={shown} onGo={goTo} />
      {page.restored ? <p class="notice">{t("save.restored")}</p> : null}
      {notice === "" ? null : <p class="notice">{notice}</p>}
      <fieldset class="modes">
        <legend class="visually-hidden">{t("editor.how")}</legend>
        <BusyButton aria-pressed={json === null} busy={busy} onClick={() => (json === null ? undefined : toForm())}>
          {t("editor.form")}
        </BusyButton>
        <BusyButton aria-pressed={json !== null} busy={busy} onClick={() => (json === null ? toJson() : undefined)}>
          {t("editor.json")}
        </BusyButton>
      </fieldset>
      {json === null ? (
        <>
          <AboutFields form={form} draft={draft} language={language} onChange={write} />
          <SettingsFields form={form} draft={draft} onChange={write} />
          <FilePanel t={t} draft={draft} language={language} onChange={bring} />
          <QuestionEditing
            form={form}
            draft={draft}
            language={language}
            wrong={wrongQuestions}
            open={open}
            onOpen={setOpen}
            onChange={write}
          />
        </>
      ) : (
        <JsonField form={form} json={json} onInput={writeJson} />
      )}
      <SaveBar
        t={t}
        label={saveLabel}
        page={page}
        saving={saving}
        byItself={byItself}
        busy={busy || theirs !== null}
        told={told}
        onUndo={undo}
        onRedo={redo}
        onDiscard={() => setDiscarding(true)}
      />
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
