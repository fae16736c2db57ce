import { useEffect, useRef } from "preact/hooks";

type UndoKeys = { onUndo(): void; onRedo(): void };

/** Ctrl+Z and Ctrl+Shift+Z (⌘ on a Mac, Ctrl+Y too). In a text field they are the browser's own, and in a dialog nobody's. */
export function useUndoKeys(actions: UndoKeys): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || isElsewhere(event.target)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) latest.current.onRedo();
      else latest.current.onUndo();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
}

const notWritten = new Set(["button", "checkbox", "color", "file", "radio", "range", "reset", "submit"]);

function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("dialog") !== null || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !notWritten.has(target.type);
}
