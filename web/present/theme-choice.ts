/** The stage's theme as it was chosen in this browser, and the organiser's colour on it. */
import { contrast } from "../../worker/shared/contrast.ts";
import { jsonStorage } from "../connection/json-storage.ts";
import { type Theme, themes } from "../ui/theme.ts";

const storage = jsonStorage(() => localStorage);
const storageKey = "handupp-stage-theme";

export function storedTheme(): Theme {
  const stored = storage.get<string>(storageKey);
  return themes.find((theme) => theme === stored) ?? "auto";
}

export function storeTheme(theme: Theme): void {
  storage.set(storageKey, theme === "auto" ? null : theme);
}

/** The organiser's colour for marks and controls; undefined for the theme's own. */
export function applyAccent(accent: string | undefined, page: Document): void {
  const { style } = page.documentElement;
  if (accent === undefined) {
    style.removeProperty("--accent");
    style.removeProperty("--on-accent");
    return;
  }
  style.setProperty("--accent", accent);
  style.setProperty("--on-accent", contrast(accent, "#ffffff") >= contrast(accent, "#000000") ? "#ffffff" : "#000000");
}
