/** The draft in the page: what was last saved, what is being written, and its copy in the browser's storage. */
import { useEffect, useState } from "preact/hooks";
import type { JsonStorage } from "../connection/json-storage.ts";
import { type Draft, definitionOf, sameDefinition, withSavedIds } from "./draft.ts";
import { dropDraft, type StoredDraft, storeDraft, storedDraft } from "./stored-draft.ts";

export type DraftInPage = StoredDraft & {
  dirty: boolean;
  /** What is shown was written before a reload. */
  restored: boolean;
  write(next: Partial<StoredDraft>): void;
  /** `sent` was stored by the service as `definition`; what has been written meanwhile stays. */
  saved(sent: Draft, definition: unknown): void;
  /** The service has this now, whatever stood here before. */
  replaced(definition: Draft): void;
  discard(): void;
};

type Written = StoredDraft & { baseline: Draft; restored: boolean };

/** `poll` null: not created yet. `saved` is what the service has, or an empty draft. */
export function useDraft(poll: string | null, saved: Draft, storage: JsonStorage): DraftInPage {
  const [written, setWritten] = useState<Written>(() => {
    const stored = storedDraft(storage, poll, saved.language);
    const found = stored !== undefined && isDirty(stored, saved) ? stored : undefined;
    return { draft: saved, json: null, ...found, baseline: saved, restored: found !== undefined && poll !== null };
  });
  const dirty = isDirty(written, written.baseline);

  useEffect(() => {
    if (dirty) storeDraft(storage, poll, written);
    else dropDraft(storage, poll);
  }, [written]);

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);

  return {
    draft: written.draft,
    json: written.json,
    dirty,
    restored: written.restored,
    write: (next) => setWritten((before) => ({ ...before, ...next })),
    saved: (sent, definition) =>
      setWritten(({ draft }) => ({
        draft: withSavedIds(draft, sent, definition),
        json: null,
        baseline: withSavedIds(sent, sent, definition),
        restored: false,
      })),
    replaced: (draft) => setWritten({ draft, json: null, baseline: draft, restored: false }),
    discard: () => setWritten(({ baseline }) => ({ draft: baseline, json: null, baseline, restored: false })),
  };
}

function isDirty({ draft, json }: StoredDraft, baseline: Draft): boolean {
  return json === null ? !sameDefinition(draft, baseline) : json !== jsonOf(baseline);
}

/** The definition as an organiser reads it. */
export function jsonOf(draft: Draft): string {
  return JSON.stringify(definitionOf(draft), null, 2);
}
