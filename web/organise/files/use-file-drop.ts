import { useEffect, useRef, useState } from "preact/hooks";

type Dropped = { onFile(file: File): void; onText(text: string): void };

/** Files dragged onto the page, and files and text pasted into it outside of its fields. Returns whether a file is above it. */
export function useFileDrop(dropped: Dropped): boolean {
  const latest = useRef(dropped);
  latest.current = dropped;
  const [above, setAbove] = useState(false);
  useEffect(() => {
    const onDrag = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes("Files") !== true) return;
      // Else the browser would show the file in the page's stead.
      event.preventDefault();
      setAbove(!isDialogOpen());
    };
    const onLeave = (event: DragEvent) => (event.relatedTarget === null ? setAbove(false) : undefined);
    const onDrop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      setAbove(false);
      if (!isDialogOpen()) latest.current.onFile(file);
    };
    const onPaste = (event: ClipboardEvent) => {
      if (isField(event.target) || isDialogOpen()) return;
      const file = event.clipboardData?.files[0];
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (file !== undefined) latest.current.onFile(file);
      else if (text.includes("\n")) latest.current.onText(text);
    };
    addEventListener("dragover", onDrag);
    addEventListener("dragleave", onLeave);
    addEventListener("drop", onDrop);
    addEventListener("paste", onPaste);
    return () => {
      removeEventListener("dragover", onDrag);
      removeEventListener("dragleave", onLeave);
      removeEventListener("drop", onDrop);
      removeEventListener("paste", onPaste);
    };
  }, []);
  return above;
}

function isField(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("input, textarea, select") !== null;
}

function isDialogOpen(): boolean {
  return document.querySelector("dialog[open]") !== null;
}
