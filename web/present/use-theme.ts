import { useLayoutEffect, useState } from "preact/hooks";
import { applyAccent, applyTheme, storedTheme, storeTheme, type Theme } from "./theme.ts";

/** The theme that this browser keeps, applied to the page together with the poll's own accent. */
export function useTheme(accent: string | undefined): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  useLayoutEffect(() => applyTheme(theme, document), [theme]);
  useLayoutEffect(() => applyAccent(accent, theme, document), [accent, theme]);
  return [
    theme,
    (chosen) => {
      storeTheme(chosen);
      setTheme(chosen);
    },
  ];
}
