import type { PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Question } from "../../worker/questions/registry.ts";
import { tableOf } from "../questions/tables.ts";
import { ActionButton } from "./action-button.tsx";
import { type Action, isOffered, placeOf } from "./actions.ts";
import { Clock } from "./clock.tsx";
import { Dialogs } from "./dialogs.tsx";
import { HealthLight } from "./health-light.tsx";
import { LineBanner, RefusalNotice } from "./notices.tsx";
import type { StageTexts } from "./present-page.tsx";
import { RehearsalBar } from "./rehearsal-bar.tsx";
import type { StageProps } from "./stage.tsx";
import { UndoBar } from "./undo-bar.tsx";
import { useActions } from "./use-actions.ts";
import { useTheme } from "./use-theme.ts";
import { useWakeLock } from "./use-wake-lock.ts";

/** The stage in the presenter's hand: the same rights, with notes and what comes next; nothing of it is on the big screen. */
export function Remote(props: StageProps) {
  const { state, resultsLink, onAct, onRehearse, onForgetRefusal, t, language } = props;
  const { stage, poll } = state;
  const [theme, setTheme] = useTheme(undefined);
  useWakeLock();
  const { act, dialog, endDialog } = useActions(state, onAct, () => undefined);
  const common = { state, onAct: act, t };
  if (stage === null || poll === null) {
    return (
      <main class="waiting">
        <h1>{poll?.title ?? t("remote.title")}</h1>
        <p role="status">{t("present.connecting")}</p>
      </main>
    );
  }
  const place = placeOf(state);
  const next = poll.questions[place + 1];
  const { question } = stage;
  const closed = stage.status === "closed";
  return (
    <div class="remote">
      <header class="remote-head">
        <p lang={poll.language}>{stage.title}</p>
        <HealthLight state={state} onOpen={() => act("health")} t={t} />
      </header>
      <LineBanner state={state} t={t} />
      {stage.rehearsal && <RehearsalBar stage={stage} onRehearse={onRehearse} t={t} language={language} />}
      <main class="remote-main">
        {closed ? (
          <>
            <h1>{t("remote.closed")}</h1>
            <a href={resultsLink}>{t("closed.results")}</a>
          </>
        ) : (
          <>
            <p class="quiet">
              {question === null ? t("control.lobby") : t("remote.place", { n: place + 1, of: poll.questions.length })}
            </p>
            <h1 lang={question === null ? language : poll.language} dir="auto">
              {question === null ? t("remote.joined", { n: state.joined }) : question.text}
            </h1>
            {question !== null && <Progress {...props} />}
            {question?.notes && (
              <section class="remote-notes" aria-labelledby="notes">
                <h2 id="notes">{t("remote.notes")}</h2>
                <p lang={poll.language}>{question.notes}</p>
              </section>
            )}
            <p class="remote-next">
              <span class="quiet">{t("remote.next")}</span>{" "}
              <span lang={next === undefined ? language : poll.language}>{next?.text ?? t("remote.last")}</span>
            </p>
            {question !== null && state.tally !== null && (
              <ResultTable question={question} tally={state.tally} t={t} language={language} />
            )}
            <div class="remote-buttons">
              {(question === null ? inLobby : onStage)
                .filter((action) => isOffered(action, state))
                .map((action) => (
                  <ActionButton key={action} action={action} {...common} />
                ))}
            </div>
          </>
        )}
      </main>
      {!closed && (
        <section class="remote-controls" aria-label={t("control.bar")}>
          {stage.restorableUntil !== undefined && (
            <UndoBar
              restorableUntil={stage.restorableUntil}
              clockAhead={state.clockAhead}
              onRestore={() => act("restore")}
              t={t}
            />
          )}
          <RefusalNotice refusal={state.refusal} onForget={onForgetRefusal} t={t} />
          {question !== null && (
            <div class="remote-buttons">
              <ActionButton action="lock" {...common} />
              <ActionButton action="results" {...common} />
            </div>
          )}
          <div class="remote-steps">
            <ActionButton action="previous" {...common} />
            <ActionButton action="next" {...common} />
          </div>
        </section>
      )}
      <Dialogs {...props} dialog={dialog} theme={theme} onAct={act} onTheme={setTheme} onDone={endDialog} />
    </div>
  );
}

const inLobby: readonly Action[] = ["goto", "close"];
const onStage: readonly Action[] = ["moderate", "rightAnswer", "round", "countdown", "clear", "lobby", ...inLobby];

/** Rows of the table: a glance, not a study. */
const rows = 12;

/** How the question on stage goes. */
function Progress({ state: { stage, tally, joined, clockAhead }, t }: StageProps) {
  return (
    <>
      <p class="remote-count" role="status">
        {t("question.answeredOf", { answered: tally?.answered ?? 0, joined })}
      </p>
      {stage?.closesAt !== undefined && <Clock closesAt={stage.closesAt} clockAhead={clockAhead} t={t} />}
      <p>
        {t(stage?.voting === "locked" ? "question.locked" : "remote.open")}
        {stage?.results === "hidden" && ` · ${t("remote.hidden")}`}
      </p>
    </>
  );
}

type ResultTableProps = { question: Question; tally: PollTallyFrame; t: StageTexts; language: string };

/** The presenter sees the result also while the room doesn't. */
function ResultTable({ question, tally, t, language }: ResultTableProps) {
  const Table = tableOf(question.type);
  return (
    <details class="remote-table" open>
      <summary>{t("question.table")}</summary>
      <Table question={question} tally={tally.tally} limit={rows} t={t} language={language} />
    </details>
  );
}
