import type { StageTexts } from "./present-page.tsx";
import { useNow } from "./use-now.ts";

type UndoBarProps = { restorableUntil: string; clockAhead: number; onRestore: () => void; t: StageTexts };

/** The answers are cleared; for some seconds, by the service's time, they can be had back. */
export function UndoBar({ restorableUntil, clockAhead, onRestore, t }: UndoBarProps) {
  const left = Date.parse(restorableUntil) - (useNow(200) - clockAhead);
  return (
    <div class="undo-bar">
      <p role="status">{t("clear.cleared")}</p>
      {left > 0 && (
        <button type="button" class="control control-strong" onClick={onRestore}>
          {t("clear.undo")} <span aria-hidden="true">({Math.ceil(left / 1000)})</span>
        </button>
      )}
    </div>
  );
}
