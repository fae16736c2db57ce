/** The draft in the page: what was last saved, what is being written, the steps between, and its copy in the browser. */
import { useEffect, useState } from "preact/hooks";
import type { JsonStorage } from "../connection/json-storage.ts";
import type { Draft } from "./draft.ts";
import { redone, undone } from "./history.ts";
import { draftLasts, dropDraft, type StoredDraft, storeDraft, storedDraft } from "./stored-draft.ts";
import {
  afterSaving,
  afterSavingJson,
  beginning,
  isDirty,
  replacedBy,
  rewritten,
  type SavedDraft,
  type Written,
} from "./written.ts";

export type DraftInPage = StoredDraft & {
  dirty: boolean;
  /** What is shown was written before a reload. */
  restored: boolean;
  /** Whether what is not saved outlives the page. */
  kept: boolean;
  /** What undoing and doing again lead to; null where there is nothing. */
  undoTo: Draft | null;
  redoTo: Draft | null;
  write(next: { draft?: Draft; json?: string | null }): void;
  undo(): void;
  redo(): void;
  /** `sent` was stored by the service as `definition`; what has been written meanwhile stays. */
  saved(sent: Draft, definition: unknown, tag: string | null): void;
  /** The JSON `sent` was stored by the service; what has been written meanwhile stays. */
  savedJson(sent: string, saved: SavedDraft): void;
  /** The service has this now, whatever stood here before; that can be had back by undoing. */
  replaced(saved: SavedDraft): void;
  /** The service has this by now, and what stands here is to take its place. */
  rebased(saved: SavedDraft): void;
  discard(): void;
};

/** `poll` null: not created yet. `saved` is what the service has, or an empty draft. */
export function useDraft(poll: string | null, saved: SavedDraft, storage: JsonStorage): DraftInPage {
  const [written, setWritten] = useState<Written>(() => {
    const stored = storedDraft(storage, poll, saved.draft.language);
    const found = stored !== undefined && isDirty(stored, saved.draft) ? stored : undefined;
    return beginning(
      { draft: found?.draft ?? saved.draft, json: found?.json ?? null },
      { draft: saved.draft, tag: found?.tag ?? saved.tag },
      found !== undefined && poll !== null,
    );
  });
  const { history, baseline, restored } = written;
  const { draft, json } = history.present;
  const dirty = isDirty({ draft, json }, baseline.draft);

  useEffect(() => {
    if (dirty) storeDraft(storage, poll, { draft, json, tag: baseline.tag });
    else dropDraft(storage, poll);
  }, [written]);

  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [dirty]);

  return {
    draft,
    json,
    tag: baseline.tag,
    dirty,
    restored,
    kept: draftLasts(storage, poll),
    undoTo: json === null ? (history.past.at(-1)?.draft ?? null) : null,
    redoTo: json === null ? (history.future[0]?.draft ?? null) : null,
    write: (next) => setWritten((before) => rewritten(before, next, Date.now())),
    undo: () => setWritten((before) => ({ ...before, history: undone(before.history) })),
    redo: () => setWritten((before) => ({ ...before, history: redone(before.history) })),
    saved: (sent, definition, tag) => setWritten((before) => afterSaving(before, sent, definition, tag)),
    savedJson: (sent, now) => setWritten((before) => afterSavingJson(before, sent, now, Date.now())),
    replaced: (now) => setWritten((before) => replacedBy(before, now, Date.now())),
    rebased: (now) => setWritten((before) => ({ ...before, baseline: now })),
    discard: () => setWritten((before) => replacedBy(before, before.baseline, Date.now())),
  };
}
