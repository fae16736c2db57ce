import type { TargetedFocusEvent } from "preact";
import { useState } from "preact/hooks";
import { fieldId } from "../questions/editor-fields.tsx";

/** Which fields have been left once: until then whoever writes is not told that something is missing. */
export function useLeftFields() {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return {
    onFocusOut({ target }: TargetedFocusEvent<HTMLElement>): void {
      const id = target instanceof Element ? target.id : "";
      if (id !== "") setIds((before) => (before.has(id) ? before : new Set([...before, id])));
    },
    /** A list is left with any of its fields. */
    isLeft(path: string): boolean {
      const own = fieldId(path);
      return ids.has(own) || [...ids].some((id) => id.startsWith(`${own}-`));
    },
  };
}
