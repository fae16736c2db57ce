import { useLayoutEffect, useState } from "preact/hooks";
import { applyTheme, type Theme } from "../ui/theme.ts";
import { applyAccent, storedTheme, storeTheme } from "./theme-choice.ts";

/** The theme that this browser keeps, applied to the page together with the poll's own accent. */
export function useTheme(accent: string | undefined): [Theme, (theme: Theme) => void] {
  const [theme, setTheme] = useState(storedTheme);
  useLayoutEffect(() => applyTheme(theme, document), [theme]);
  const asksContrast = useAskedContrast();
  // High contrast has a colour of its own.
  const own = theme === "contrast" || (theme === "auto" && asksContrast) ? undefined : accent;
  useLayoutEffect(() => applyAccent(own, document), [own]);
  return [
    theme,
    (chosen) => {
      storeTheme(chosen);
      setTheme(chosen);
    },
  ];
}

/** Whether the reader's system asks for more contrast, and again whenever that changes. */
function useAskedContrast(): boolean {
  const [asked, setAsked] = useState(false);
  useLayoutEffect(() => {
    const list = matchMedia("(prefers-contrast: more)");
    const change = () => setAsked(list.matches);
    change();
    list.addEventListener("change", change);
    return () => list.removeEventListener("change", change);
  }, []);
  return asked;
}
