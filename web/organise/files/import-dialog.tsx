/** What a file holds, before any of it comes in; or why it can't. */
import { useEffect, useId, useRef } from "preact/hooks";
import type { Result } from "../../../worker/shared/result.ts";
import type { OrganiseCatalogue } from "../../messages/organise.en.ts";
import type { Translate } from "../../messages/translate.ts";
import type { Draft } from "../draft.ts";
import { languageName } from "../language-name.ts";
import { type FileProblem, fileProblemText } from "./file-problem.ts";
import type { Brought } from "./read-file.ts";

type ImportDialogProps = {
  t: Translate<OrganiseCatalogue>;
  name: string;
  /** The reader's, and that of the poll that questions would be added to. */
  language: string;
  pollLanguage: string;
  read: Result<Brought, FileProblem[]>;
  onCancel(): void;
  onReplace(poll: Draft): void;
  onAppend(brought: Brought): void;
};

/** More than anybody mends in one go. */
const mostProblems = 20;

export function ImportDialog({ read, onCancel, ...props }: ImportDialogProps) {
  const { t, name } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="confirm" aria-labelledby={`${id}-title`} onClose={onCancel}>
      {read.ok ? (
        <Found {...props} id={id} brought={read.value} />
      ) : (
        <>
          <h2 id={`${id}-title`}>{t("file.refused", { name })}</h2>
          <ul>
            {read.error.slice(0, mostProblems).map((problem, index) => (
              <li key={index}>{fileProblemText(problem, t)}</li>
            ))}
          </ul>
          <p>{t("file.nothing")}</p>
        </>
      )}
      <div class="buttons">
        <button type="button" class="button quiet" onClick={() => dialog.current?.close()}>
          {t(read.ok ? "dialog.cancel" : "file.close")}
        </button>
      </div>
    </dialog>
  );
}

type FoundProps = Omit<ImportDialogProps, "read" | "onCancel"> & { id: string; brought: Brought };

function Found({ t, id, language, pollLanguage, brought, onReplace, onAppend }: FoundProps) {
  const poll = brought.kind === "poll" ? brought.poll : null;
  const questions = brought.kind === "poll" ? brought.poll.questions : brought.questions;
  const title = poll === null || poll.title.trim() === "" ? t("draft.untitled") : poll.title;
  return (
    <>
      <h2 id={`${id}-title`}>{poll === null ? t("file.list", { n: questions.length }) : t("file.poll", { title })}</h2>
      {poll === null ? null : <p>{t("file.list", { n: questions.length })}</p>}
      {/* A scrolling region is reached by keyboard. */}
      <section class="file-questions" tabIndex={questions.length > 0 ? 0 : undefined} aria-labelledby={`${id}-title`}>
        <ol>
          {questions.map((question) => (
            <li key={question.key}>
              {question.text.trim() === "" ? t("editor.noText") : question.text}{" "}
              <span class="kind">{t(`type.${question.type}`)}</span>
            </li>
          ))}
        </ol>
      </section>
      <div class="buttons">
        {poll === null ? null : (
          <button type="button" class="button" onClick={() => onReplace(poll)}>
            {t("file.replace")}
          </button>
        )}
        {questions.length === 0 ? null : (
          <button type="button" class={poll === null ? "button" : "button quiet"} onClick={() => onAppend(brought)}>
            {t("file.append")}
          </button>
        )}
      </div>
      {poll === null || poll.language === pollLanguage ? null : (
        <p class="hint">
          {t(poll.translations[pollLanguage] === undefined ? "file.otherLanguage" : "file.turned", {
            other: languageName(poll.language, language),
            own: languageName(pollLanguage, language),
          })}
        </p>
      )}
      <p class="hint">{t("file.undo")}</p>
    </>
  );
}
