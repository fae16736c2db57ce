/** What stands in the page, what the service has, and what each of the two does to the other. Pure: no text is lost here. */
import { newKey } from "../questions/new-key.ts";
import { type Draft, definitionOf, readDraft, sameDefinition, withSavedIds } from "./draft.ts";
import { type History, historyOf, recorded, throughout } from "./history.ts";

/** `json` is there while the poll is being written as JSON: its text, whether or not it can be read. */
export type Standing = { draft: Draft; json: string | null };

/** What the service has: a definition and its tag, which is null before the poll is there. */
export type SavedDraft = { draft: Draft; tag: string | null };

/** `restored`: what stands here was written before a reload. Typing in the JSON is no step: its field takes it back itself. */
export type Written = { history: History<Standing>; baseline: SavedDraft; restored: boolean };

export function beginning(stands: Standing, baseline: SavedDraft, restored: boolean): Written {
  return { history: historyOf(stands), baseline, restored };
}

/** With what the organiser has written; what is read from the JSON is a step from the form that it was made of. */
export function rewritten(written: Written, next: Partial<Standing>, now: number): Written {
  const { history } = written;
  const json = next.json === undefined ? history.present.json : next.json;
  const inForm = { ...history, present: { ...history.present, json } };
  if (next.draft === undefined) return { ...written, history: inForm };
  return { ...written, history: recorded(inForm, { draft: next.draft, json }, now) };
}

/** `sent` was stored by the service as `definition`; what has been written meanwhile stays, in the form or as JSON. */
export function afterSaving(written: Written, sent: Draft, definition: unknown, tag: string | null): Written {
  const withIds = ({ draft, json }: Standing): Standing => {
    const mended = withSavedIds(draft, sent, definition);
    return { draft: mended, json: json === jsonOf(draft) ? jsonOf(mended) : json };
  };
  return {
    history: throughout(written.history, withIds),
    baseline: { draft: withSavedIds(sent, sent, definition), tag },
    restored: false,
  };
}

/** The JSON `sent` was stored as `saved`, which the form shows then; unless the JSON has been written on. */
export function afterSavingJson(written: Written, sent: string, saved: SavedDraft, now: number): Written {
  if (written.history.present.json !== sent) return { ...written, baseline: saved, restored: false };
  return { ...rewritten(written, { draft: saved.draft, json: null }, now), baseline: saved, restored: false };
}

/** The service has this now, whatever stood here before: undoing leads back to it, also where it was JSON. */
export function replacedBy(written: Written, baseline: SavedDraft, now: number): Written {
  const { present } = written.history;
  const before = { ...present, json: present.json === jsonOf(present.draft) ? null : present.json };
  const history = recorded(
    { ...written.history, present: before, typing: null },
    { draft: baseline.draft, json: null },
    now,
  );
  return { history: { ...history, typing: null }, baseline, restored: false };
}

export function isDirty({ draft, json }: Standing, baseline: Draft): boolean {
  return json === null ? !sameDefinition(draft, baseline) : json !== jsonOf(baseline);
}

/** The definition as an organiser reads it. */
export function jsonOf(draft: Draft): string {
  return JSON.stringify(definitionOf(draft), null, 2);
}

/** What would be saved of what stands here, or null for JSON that can't be read. */
export function draftIn({ draft, json }: Standing): Draft | null {
  if (json === null) return draft;
  try {
    return readDraft(JSON.parse(json), draft.language, newKey).draft;
  } catch {
    return null;
  }
}
