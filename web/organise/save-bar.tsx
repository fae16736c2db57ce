/** What follows below the form: saved, taken back, and the truth about where what is written is kept. */
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import type { Draft } from "./draft.ts";
import { problemText } from "./error-text.ts";
import type { DraftInPage } from "./use-draft.ts";
import type { Saving } from "./use-saving.ts";

type SaveBarProps = {
  t: Translate<OrganiseCatalogue>;
  label: string;
  page: DraftInPage;
  saving: Saving;
  /** Whether the poll saves by itself. */
  byItself: boolean;
  busy: boolean;
  /** What the last press came to. */
  told: string;
  onUndo(): void;
  onRedo(): void;
  onDiscard(): void;
};

export function SaveBar({ t, label, page, saving, byItself, busy, told, onUndo, onRedo, onDiscard }: SaveBarProps) {
  const standing = standingText();
  const isTrouble = page.dirty && (saving.state === "away" || !page.kept);
  return (
    <footer class="save">
      <BusyButton type="submit" class="button" busy={busy}>
        {label}
      </BusyButton>
      <span class="item-buttons">
        <StepButton id={undoId} sign="↶" label={t("editor.undo")} keys="Control+Z" to={page.undoTo} onStep={onUndo} />
        <StepButton
          id="redo"
          sign="↷"
          label={t("editor.redo")}
          keys="Control+Shift+Z"
          to={page.redoTo}
          onStep={onRedo}
        />
      </span>
      {page.dirty ? (
        <BusyButton class="text-button" busy={busy} onClick={onDiscard}>
          {t("save.discard")}
        </BusyButton>
      ) : null}
      {/* What changes with every key press is not read out; what goes wrong is. */}
      <p class="told" role="status">
        {told === "" && isTrouble ? standing : told}
      </p>
      {told === "" && !isTrouble ? <p class="told">{standing}</p> : null}
    </footer>
  );

  function standingText(): string {
    if (!page.dirty) return page.tag === null ? "" : t("save.saved");
    if (!page.kept) return t("save.notKept");
    if (byItself && page.json !== null) return t("save.unsavedJson");
    if (!byItself) return page.tag === null ? t("save.kept") : t("save.unsaved");
    switch (saving.state) {
      case "saved":
        return t("save.saved");
      case "waiting":
      case "saving":
        return t("save.saving");
      case "away":
        return t("save.away");
      case "paused":
        return t("save.unsaved");
      case "refused": {
        const { problem } = saving;
        return problem === null || problem.errors.length > 0 ? t("save.refused") : problemText(problem, t);
      }
    }
  }
}

/** The id of the button that takes the last step back. */
export const undoId = "undo";

type StepButtonProps = { id: string; sign: string; label: string; keys: string; to: Draft | null; onStep(): void };

/** Keeps the focus also after the last step, which a disabled button would lose. */
function StepButton({ id, sign, label, keys, to, onStep }: StepButtonProps) {
  return (
    <button
      type="button"
      class="icon"
      id={id}
      title={label}
      aria-label={label}
      aria-keyshortcuts={keys}
      aria-disabled={to === null}
      onClick={() => (to === null ? undefined : onStep())}
    >
      <span aria-hidden="true">{sign}</span>
    </button>
  );
}
