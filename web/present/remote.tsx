import type { PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Question } from "../../worker/questions/registry.ts";
import { tableOf } from "../questions/tables.ts";
import { placeOf } from "./actions.ts";
import { Clock } from "./clock.tsx";
import { ActionButton, QuestionButtons } from "./controls.tsx";
import { Dialogs } from "./dialogs.tsx";
import { HealthLight } from "./health-light.tsx";
import { LineBanner, RefusalNotice } from "./notices.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { StageProps } from "./stage.tsx";
import { UndoBar } from "./undo-bar.tsx";
import { useActions } from "./use-actions.ts";
import { useTheme } from "./use-theme.ts";
import { useWakeLock } from "./use-wake-lock.ts";

/** The stage in the presenter's hand: the same rights, with notes and what comes next; nothing of it is on the big screen. */
export function Remote(props: StageProps) {
  const { state, resultsLink, remoteLink, onAct, onSend, onClosePoll, onForgetRefusal, t, language } = props;
  const { stage, poll } = state;
  const [theme, setTheme] = useTheme(undefined);
  useWakeLock();
  const { act, dialog, endDialog } = useActions(state, onAct, () => undefined);
  const common = { state, onAct: act };
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
            {question !== null && <OnStage question={question} {...props} />}
            {question?.notes && (
              <section class="remote-notes" aria-labelledby="notes">
                <h2 id="notes">{t("remote.notes")}</h2>
                <p lang={poll.language}>{question.notes}</p>
              </section>
            )}
            <p class="remote-next">
              <span class="quiet">{t("remote.next")}</span>{" "}
              <span lang={poll.language}>{next === undefined ? t("remote.last") : next.text}</span>
            </p>
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
          <div class="remote-more">
            {question !== null && (
              <>
                <QuestionButtons {...common} t={t} />
                <ActionButton action="countdown" {...common}>
                  {t("control.countdown")}
                </ActionButton>
                <ActionButton action="clear" {...common}>
                  {t("control.clear")}
                </ActionButton>
                <ActionButton action="lobby" {...common}>
                  {t("control.lobby")}
                </ActionButton>
              </>
            )}
            <ActionButton action="goto" {...common}>
              {t("control.goto")}
            </ActionButton>
            <ActionButton action="close" {...common}>
              {t("control.close")}
            </ActionButton>
          </div>
          <div class="remote-steps">
            <ActionButton action="previous" {...common}>
              {t("control.previous")}
            </ActionButton>
            <ActionButton action="next" {...common}>
              {place === -1 ? t("control.start") : t("control.next")}
            </ActionButton>
          </div>
        </section>
      )}
      <Dialogs
        state={state}
        dialog={dialog}
        theme={theme}
        remoteLink={remoteLink}
        onAct={act}
        onSend={onSend}
        onClosePoll={onClosePoll}
        onTheme={setTheme}
        onDone={endDialog}
        t={t}
      />
    </div>
  );
}

/** Rows of the table: a glance, not a study. */
const rows = 12;

/** How the question on stage goes; the presenter sees the result also while the room doesn't. */
function OnStage({ question, state, t, language }: StageProps & { question: Question }) {
  const { stage, tally, joined, clockAhead } = state;
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
      {tally !== null && <ResultTable question={question} tally={tally} t={t} language={language} />}
    </>
  );
}

type ResultTableProps = { question: Question; tally: PollTallyFrame; t: StageTexts; language: string };

function ResultTable({ question, tally, t, language }: ResultTableProps) {
  const Table = tableOf(question.type);
  return (
    <details class="remote-table" open>
      <summary>{t("question.table")}</summary>
      <Table question={question} tally={tally.tally} limit={rows} t={t} language={language} />
    </details>
  );
}
