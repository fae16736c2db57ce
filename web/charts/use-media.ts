import { useEffect, useState } from "preact/hooks";

/** Whether a media query holds, and again whenever that changes. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => typeof matchMedia === "function" && matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const change = () => setMatches(list.matches);
    change();
    list.addEventListener("change", change);
    return () => list.removeEventListener("change", change);
  }, [query]);
  return matches;
}

export const reducedMotion = "(prefers-reduced-motion: reduce)";
export const darkScheme = "(prefers-color-scheme: dark)";
