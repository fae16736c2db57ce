/** The draft in the page: what was last saved, what is being written, the steps between, and its copy in the browser. */
import { useEffect, useState } from "preact/hooks";
import type { JsonStorage } from "../connection/json-storage.ts";
import { type Draft, definitionOf, sameDefinition, withSavedIds } from "./draft.ts";
import { type History, historyOf, recorded, redone, throughout, undone } from "./history.ts";
import { draftLasts, dropDraft, type StoredDraft, storeDraft, storedDraft } from "./stored-draft.ts";

/** What the service has: a definition and its tag, which is null before the poll is there. */
export type SavedDraft = { draft: Draft; tag: string | null };

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
  /** The service has this now, whatever stood here before; that can be had back by undoing. */
  replaced(saved: SavedDraft): void;
  /** The service has this by now, and what stands here is to take its place. */
  rebased(saved: SavedDraft): void;
  discard(): void;
};

type Written = { history: History<Draft>; json: string | null; baseline: SavedDraft; restored: boolean };

/** `poll` null: not created yet. `saved` is what the service has, or an empty draft. */
export function useDraft(poll: string | null, saved: SavedDraft, storage: JsonStorage): DraftInPage {
  const [written, setWritten] = useState<Written>(() => {
    const stored = storedDraft(storage, poll, saved.draft.language);
    const found = stored !== undefined && isDirty(stored, saved.draft) ? stored : undefined;
    return {
      history: historyOf(found?.draft ?? saved.draft),
      json: found?.json ?? null,
      baseline: { draft: saved.draft, tag: found?.tag ?? saved.tag },
      restored: found !== undefined && poll !== null,
    };
  });
  const { history, json, baseline, restored } = written;
  const draft = history.present;
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

  const change = (step: (before: Written) => Partial<Written>) =>
    setWritten((before) => ({ ...before, ...step(before) }));

  return {
    draft,
    json,
    tag: baseline.tag,
    dirty,
    restored,
    kept: draftLasts(storage, poll),
    undoTo: json === null ? (history.past.at(-1) ?? null) : null,
    redoTo: json === null ? (history.future[0] ?? null) : null,
    write: (next) =>
      change((before) => ({
        history: next.draft === undefined ? before.history : recorded(before.history, next.draft, Date.now()),
        json: next.json === undefined ? before.json : next.json,
      })),
    undo: () => change((before) => ({ history: undone(before.history) })),
    redo: () => change((before) => ({ history: redone(before.history) })),
    saved: (sent, definition, tag) =>
      change((before) => ({
        history: throughout(before.history, (state) => withSavedIds(state, sent, definition)),
        json: null,
        baseline: { draft: withSavedIds(sent, sent, definition), tag },
        restored: false,
      })),
    replaced: (now) =>
      change((before) => ({
        history: recorded(before.history, now.draft, Date.now()),
        json: null,
        baseline: now,
        restored: false,
      })),
    rebased: (now) => change(() => ({ baseline: now })),
    discard: () =>
      change((before) => ({
        history: recorded(before.history, before.baseline.draft, Date.now()),
        json: null,
        restored: false,
      })),
  };
}

function isDirty({ draft, json }: Pick<StoredDraft, "draft" | "json">, baseline: Draft): boolean {
  return json === null ? !sameDefinition(draft, baseline) : json !== jsonOf(baseline);
}

/** The definition as an organiser reads it. */
export function jsonOf(draft: Draft): string {
  return JSON.stringify(definitionOf(draft), null, 2);
}
