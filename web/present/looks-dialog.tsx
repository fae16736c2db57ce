import { type Theme, themes } from "../ui/theme.ts";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";

type LooksDialogProps = { theme: Theme; t: StageTexts; onTheme: (theme: Theme) => void; onDone: () => void };

export function LooksDialog({ theme, t, onTheme, onDone }: LooksDialogProps) {
  return (
    <Modal title={t("looks.title")} onDone={onDone}>
      <fieldset class="themes">
        <legend class="quiet">{t("looks.kept")}</legend>
        {themes.map((own) => (
          <label key={own}>
            <input
              type="radio"
              name="theme"
              checked={own === theme}
              autofocus={own === theme}
              onChange={() => onTheme(own)}
            />
            {t(`looks.${own}`)}
          </label>
        ))}
      </fieldset>
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control">
          {t("help.done")}
        </button>
      </form>
    </Modal>
  );
}
