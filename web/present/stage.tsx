import { useEffect, useState } from "preact/hooks";
import type { ModerationCommand, StageCommand } from "../../worker/shared/protocol.ts";
import type { ScreenAction, StageAction } from "./actions.ts";
import { ClosedView } from "./closed-view.tsx";
import { Controls } from "./controls.tsx";
import { Dialogs } from "./dialogs.tsx";
import { toggleFullscreen } from "./fullscreen.ts";
import { JoinPanel } from "./join-way.tsx";
import { LobbyView } from "./lobby-view.tsx";
import { LineBanner, RefusalNotice } from "./notices.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";
import { QuestionView } from "./question-view.tsx";
import { RehearsalBar } from "./rehearsal-bar.tsx";
import { UndoBar } from "./undo-bar.tsx";
import { useActions } from "./use-actions.ts";
import { useAwake } from "./use-awake.ts";
import { useTheme } from "./use-theme.ts";
import { useWakeLock } from "./use-wake-lock.ts";

export type Site = { origin: string; host: string };

export type StageProps = {
  state: Presentation;
  site: Site;
  resultsLink: string;
  remoteLink: string;
  onAct: (action: StageAction) => void;
  onSend: (command: StageCommand) => void;
  onModerate: (command: ModerationCommand) => void;
  onClosePoll: () => void;
  onRehearse: (on: boolean) => void;
  onForgetRefusal: () => void;
  t: StageTexts;
  language: string;
};

/** What this screen shows besides: the table beside the picture, the way in over all, the way in beside the question. */
type Extras = { table: boolean; qr: boolean; join: boolean };

export function Stage(props: StageProps) {
  const { state, onAct, onRehearse, onForgetRefusal, t, language } = props;
  const { stage } = state;
  const [extras, setExtras] = useState<Extras>({ table: false, qr: false, join: true });
  const [theme, setTheme] = useTheme(state.poll?.settings.accent);
  const awake = useAwake();
  useWakeLock();
  const onScreen = (action: ScreenAction) => {
    if (action === "fullscreen") toggleFullscreen();
    else setExtras((before) => ({ ...before, [action]: !before[action] }));
  };
  const { act, dialog, endDialog } = useActions(state, onAct, onScreen);
  // What comes on stage is to be seen.
  useEffect(() => setExtras((before) => ({ ...before, qr: false })), [stage?.asking]);

  return (
    <div class={awake ? "stage stage-awake" : "stage"}>
      <LineBanner state={state} t={t} />
      {stage !== null && <RehearsalBar stage={stage} onRehearse={onRehearse} t={t} language={language} />}
      {/* Space goes on to the next question, so the region that holds the picture takes no focus of its own. */}
      <main class="stage-main" lang={stage?.language}>
        <View {...props} extras={extras} />
      </main>
      {stage?.restorableUntil !== undefined && (
        <UndoBar
          restorableUntil={stage.restorableUntil}
          clockAhead={state.clockAhead}
          onRestore={() => act("restore")}
          t={t}
        />
      )}
      <RefusalNotice refusal={state.refusal} onForget={onForgetRefusal} t={t} />
      <Controls state={state} table={extras.table} onAct={act} t={t} />
      <Dialogs {...props} dialog={dialog} theme={theme} onAct={act} onTheme={setTheme} onDone={endDialog} />
    </div>
  );
}

function View({ state, site, resultsLink, extras, onModerate, t, language }: StageProps & { extras: Extras }) {
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
  if (extras.qr) return <JoinPanel title={stage.title} code={poll.code} site={site} t={t} language={language} />;
  if (stage.question === null) {
    return <LobbyView title={stage.title} poll={poll} site={site} joined={joined} t={t} language={language} />;
  }
  return (
    <QuestionView
      key={stage.asking}
      question={stage.question}
      stage={stage}
      state={state}
      poll={poll}
      site={site}
      table={extras.table}
      join={extras.join}
      onModerate={onModerate}
      t={t}
      language={language}
    />
  );
}
