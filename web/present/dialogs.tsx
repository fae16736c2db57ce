import type { Theme } from "../ui/theme.ts";
import type { Action, DialogAction } from "./actions.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { CountdownDialog } from "./countdown-dialog.tsx";
import { GotoDialog } from "./goto-dialog.tsx";
import { HealthDialog } from "./health-dialog.tsx";
import { HelpDialog } from "./help-dialog.tsx";
import { LooksDialog } from "./looks-dialog.tsx";
import { ModerationDialog } from "./moderation/moderation-dialog.tsx";
import { PictureDialog } from "./picture-dialog.tsx";
import { RemoteDialog } from "./remote-dialog.tsx";
import type { StageProps } from "./stage.tsx";

type DialogsProps = Pick<
  StageProps,
  "state" | "remoteLink" | "onSend" | "onModerate" | "onClosePoll" | "t" | "language"
> & {
  dialog: DialogAction | null;
  theme: Theme;
  onAct: (action: Action) => void;
  onTheme: (theme: Theme) => void;
  onDone: () => void;
};

/** The dialog that is open, if any. */
export function Dialogs(props: DialogsProps) {
  const { state, dialog, theme, remoteLink, onAct, onSend, onModerate, onClosePoll, onTheme, onDone, t, language } =
    props;
  const { poll, stage } = state;
  if (dialog === null || poll === null || stage === null) return null;
  const common = { t, onDone };
  switch (dialog) {
    case "help":
      return <HelpDialog state={state} onAct={onAct} {...common} />;
    case "goto":
      return (
        <GotoDialog
          poll={poll}
          current={stage.question?.id ?? null}
          onChoose={(question) => onSend({ question })}
          {...common}
        />
      );
    case "countdown":
      return <CountdownDialog stage={stage} onSend={onSend} {...common} />;
    case "clear":
      return (
        <ConfirmDialog
          title={t("clear.title")}
          text={t("clear.text", { n: state.tally?.answered ?? 0 })}
          no={t("clear.no")}
          yes={t("clear.yes")}
          onConfirm={() => onSend({ answers: "clear" })}
          onDone={onDone}
        />
      );
    case "close":
      return (
        <ConfirmDialog
          title={t("close.title")}
          text={t("close.text")}
          no={t("close.no")}
          yes={t("close.yes")}
          onConfirm={onClosePoll}
          onDone={onDone}
        />
      );
    case "health":
      return <HealthDialog state={state} {...common} />;
    case "looks":
      return <LooksDialog theme={theme} onTheme={onTheme} {...common} />;
    case "remote":
      return <RemoteDialog address={remoteLink} {...common} />;
    case "moderate":
      return <ModerationDialog state={state} onModerate={onModerate} language={language} {...common} />;
    case "picture":
      return state.tally === null ? null : (
        <PictureDialog stage={stage} frame={state.tally} joined={state.joined} language={language} {...common} />
      );
    default:
      return dialog satisfies never;
  }
}
