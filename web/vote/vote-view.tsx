/**
 * What the phone shows for a model, and nothing else: events are taken at the page's root, so that the Worker renders the
 * same markup. Buttons stand outside the form and are tied to it by its id, so that the status line outlives the form.
 */
import type { Question } from "../../worker/questions/registry.ts";
import type { VoteTranslate } from "../messages/vote.sv.ts";
import { formOf } from "../questions/forms.ts";
import { countdownText } from "./countdown.ts";
import { statusLine } from "./status-line.ts";
import { formEntries, isOpen, languageOf, questionOnStage, type VoteModel } from "./vote-model.ts";

export type ViewProps = { model: VoteModel; t: VoteTranslate };

/** Longer questions are set smaller, so that the controls are still on the first screen. */
const longQuestion = 140;

export function VoteView({ model, t }: ViewProps) {
  const { stage } = model;
  const question = questionOnStage(model);
  return (
    <>
      <header class="top quiet" dir="auto" lang={languageOf(stage, stage.title)}>
        {stage.title}
      </header>
      <main>
        {stage.rehearsal && <p class="hint">{t("rehearsal")}</p>}
        {question === null ? <Notice model={model} t={t} /> : <OnStage model={model} question={question} t={t} />}
        <Action model={model} question={question} t={t} />
      </main>
    </>
  );
}

function OnStage({ model, question, t }: ViewProps & { question: Question }) {
  const { stage, problem, secondsLeft, formVersion } = model;
  const { Fields, Revealed } = formOf(question.type);
  return (
    <>
      <h1
        id="heading"
        tabIndex={-1}
        dir="auto"
        lang={languageOf(stage, question.text)}
        class={question.text.length > longQuestion ? "long" : undefined}
      >
        {question.text}
      </h1>
      {stage.round === 2 && <p class="hint">{t("secondRound")}</p>}
      {stage.voting === "open" && secondsLeft !== null && (
        <p class="hint" role="timer">
          {countdownText(secondsLeft, t)}
        </p>
      )}
      {/* The browser would restore what was chosen before a reload into another question's controls. */}
      <form id="answer" method="post" noValidate autocomplete="off" key={formVersion}>
        <input type="hidden" name="asking" value={stage.asking} />
        <fieldset
          aria-labelledby="heading"
          aria-describedby={problem === null ? undefined : "status"}
          disabled={!isOpen(model, question)}
        >
          <Fields
            question={question}
            entries={formEntries(model, question)}
            language={stage.language}
            languageOf={(text) => languageOf(stage, text)}
            problem={problem}
            t={t}
          />
        </fieldset>
      </form>
      {Revealed && <Revealed question={question} answer={model.stored?.answer ?? null} t={t} />}
    </>
  );
}

function Notice({ model, t }: ViewProps) {
  const page = model.ended ?? (model.stage.status === "closed" ? "closed" : "lobby");
  return (
    <>
      <h1 id="heading" tabIndex={-1}>
        {t(`${page}.heading`)}
      </h1>
      <p>{t(`${page}.text`)}</p>
      {page === "stale" && (
        <p>
          <a class="button" href="?">
            {t("stale.reload")}
          </a>
        </p>
      )}
      {(page === "closed" || page === "gone") && (
        <p>
          <a href="/">{t(`${page}.toStart`)}</a>
        </p>
      )}
    </>
  );
}

function Action({ model, question, t }: ViewProps & { question: Question | null }) {
  const { tone, text } = statusLine(model, t);
  const isAnswered = model.stored !== null && model.stored.answer !== null;
  const isIdle = isAnswered && model.draft === null;
  return (
    <div class="action">
      {question !== null && isOpen(model, question) && (
        <div class="buttons">
          <button class={isIdle ? "button quiet" : "button"} form="answer" type="submit">
            {t(isAnswered ? "sendChange" : "send")}
          </button>
          {question.skippable && (
            <button class="button quiet" form="answer" type="submit" name="skip" value="yes">
              {t("skip")}
            </button>
          )}
        </div>
      )}
      <p id="status" class={`status ${tone}`} role="status" tabIndex={-1}>
        {text}
      </p>
    </div>
  );
}
