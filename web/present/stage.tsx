import { useState } from "preact/hooks";
import { type Action, commandFor, type StageAction } from "./actions.ts";
import { CloseDialog } from "./close-dialog.tsx";
import { ClosedView } from "./closed-view.tsx";
import { Controls } from "./controls.tsx";
import { toggleFullscreen } from "./fullscreen.ts";
import { HelpDialog } from "./help-dialog.tsx";
import { LobbyView } from "./lobby-view.tsx";
import { PictureDialog } from "./picture-dialog.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";
import { QuestionView } from "./question-view.tsx";
import { RehearsalBar } from "./rehearsal-bar.tsx";
import { useAwake } from "./use-awake.ts";
import { useKeys } from "./use-keys.ts";

export type Site = { origin: string; host: string };

type StageProps = {
  state: Presentation;
  site: Site;
  resultsLink: string;
  onAct: (action: StageAction) => void;
  onClosePoll: () => void;
  onRehearse: (on: boolean) => void;
  onForgetRefusal: () => void;
  t: StageTexts;
  language: string;
};

type Dialog = "help" | "picture" | "close" | null;

const refusals = {
  offline: "refused.offline",
  state: "refused.state",
  tooFast: "refused.tooFast",
  failed: "refused.failed",
} as const;

export function Stage(props: StageProps) {
  const { state, site, resultsLink, onAct, onClosePoll, onRehearse, onForgetRefusal, t, language } = props;
  const [table, setTable] = useState(false);
  const [dialog, setDialog] = useState<Dialog>(null);
  const awake = useAwake();
  const act = (action: Action) => {
    if (action === "table") setTable((shown) => !shown);
    else if (action === "fullscreen") toggleFullscreen();
    else if (action === "help") setDialog("help");
    else if (action === "picture")
      setDialog(state.stage?.results === "shown" && state.tally !== null ? "picture" : null);
    else if (commandFor(action, state) !== undefined) onAct(action);
  };
  useKeys(act, dialog === null);

  const { stage, tally, joined, refusal, line } = state;
  return (
    <div class={awake ? "stage stage-awake" : "stage"}>
      <p class="banner" role="alert" hidden={line !== "lost"}>
        {line === "lost" ? t("present.lineDown") : ""}
      </p>
      {stage !== null && (
        <RehearsalBar
          stage={stage}
          onBegin={() => onRehearse(true)}
          onEnd={() => onRehearse(false)}
          t={t}
          language={language}
        />
      )}
      {/* Space goes on to the next question, so the region that holds the picture takes no focus of its own. */}
      <main class="stage-main" lang={stage?.language}>
        <View state={state} site={site} resultsLink={resultsLink} table={table} t={t} language={language} />
      </main>
      <div class="stage-refusal" role="alert">
        {refusal !== null && (
          <p>
            {t(refusals[refusal])}
            <button type="button" class="control" aria-label={t("help.done")} onClick={onForgetRefusal}>
              ×
            </button>
          </p>
        )}
      </div>
      <Controls state={state} table={table} onAct={act} onClose={() => setDialog("close")} t={t} />
      {dialog === "help" && <HelpDialog t={t} onDone={() => setDialog(null)} />}
      {dialog === "picture" && stage !== null && tally !== null && (
        <PictureDialog
          stage={stage}
          frame={tally}
          joined={joined}
          t={t}
          language={language}
          onDone={() => setDialog(null)}
        />
      )}
      {dialog === "close" && <CloseDialog t={t} onConfirm={onClosePoll} onDone={() => setDialog(null)} />}
    </div>
  );
}

type ViewProps = Pick<StageProps, "state" | "site" | "resultsLink" | "t" | "language"> & { table: boolean };

function View({ state, site, resultsLink, table, t, language }: ViewProps) {
  const { stage, poll, joined } = state;
  if (stage === null || poll === null) {
    return (
      <div class="waiting">
        <h1>{poll?.title ?? t("present.stage")}</h1>
        <p role="status">{t("present.connecting")}</p>
      </div>
    );
  }
  if (stage.status === "closed") {
    return <ClosedView title={stage.title} joined={joined} resultsLink={resultsLink} t={t} language={language} />;
  }
  if (stage.question === null) {
    return <LobbyView title={stage.title} code={poll.code} site={site} joined={joined} t={t} language={language} />;
  }
  return (
    <QuestionView
      key={stage.asking}
      question={stage.question}
      stage={stage}
      tally={state.tally}
      joined={joined}
      code={poll.code}
      host={site.host}
      table={table}
      t={t}
      language={language}
    />
  );
}
