import { useLayoutEffect, useRef } from "preact/hooks";

/** Focuses an element once the next rendering has put it there, unfolded: the first of the ids that the page then has. */
export function useFocusLater(): (...ids: string[]) => void {
  const pending = useRef<string[]>([]);
  useLayoutEffect(() => {
    const found = pending.current.map((id) => document.getElementById(id)).find((element) => element !== null);
    pending.current = [];
    const folded = found?.closest<HTMLDetailsElement>("details:not([open])");
    if (folded) folded.open = true;
    found?.focus();
  });
  return (...ids) => {
    pending.current = ids;
  };
}
