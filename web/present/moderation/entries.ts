/** What a moderator's list holds, and what a press on it asks of the service. Pure. */
import type { PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import type { ModeratedEntry, ModerationList } from "../../../worker/questions/moderation.ts";
import type { Question } from "../../../worker/questions/registry.ts";
import type { TextView } from "../../../worker/questions/text/rules.ts";
import type { ModerationCommand } from "../../../worker/shared/protocol.ts";

export type Part = "shown" | "waiting" | "hidden" | "merged";

/** One row. `by`: why it is hidden; `into`: the word that it counts as. */
export type Row = ModeratedEntry & { part: Part; by?: "moderator" | "list"; into?: string };

/** What can be done with a row. `mergeHere`: another word is to count as this one. */
export type RowAction = "hide" | "approve" | "allow" | "restore" | "merge" | "mergeHere" | "unmerge";

/** Whether attendees write what others see. */
export function takesModeration(question: Question): boolean {
  return question.type === "choice"
    ? question.allowOther === true
    : question.type === "words" || question.type === "text";
}

/** Every row, by part: the most frequent words first, the latest texts first, those that wait longest first. */
export function rowsOf({ tally, moderation }: PollTallyFrame): Record<Part, Row[]> {
  const { hidden, waiting, merged }: ModerationList = moderation ?? { hidden: [], waiting: [], merged: [] };
  return {
    shown: shownEntries(tally).map((entry) => ({ ...entry, part: "shown" })),
    waiting: waiting.map((entry) => ({ ...entry, part: "waiting" })),
    hidden: hidden.map((entry) => ({ ...entry, part: "hidden" })),
    merged: merged.map(({ word, into }) => ({ entry: word, text: word, into, part: "merged" })),
  };
}

function shownEntries(tally: PollTallyFrame["tally"]): ModeratedEntry[] {
  if ("entries" in tally) return shownTexts(tally);
  const words = "words" in tally ? tally.words : "counts" in tally ? tally.other?.words : undefined;
  return (words ?? []).map(({ word, count }) => ({ entry: word, text: word, count }));
}

function shownTexts(tally: TextView): ModeratedEntry[] {
  return tally.entries.flatMap(({ id, text, at }) => (id === undefined ? [] : [{ entry: id, text, at }])).toReversed();
}

/** The parts that a question of this type can have rows in. */
export function partsOf(question: Question): Part[] {
  if (question.type !== "text") return ["shown", "hidden", "merged"];
  return question.approveFirst === true ? ["waiting", "shown", "hidden"] : ["shown", "hidden"];
}

/** Without regard to case, in any of a row's words. */
export function found(rows: readonly Row[], search: string, language: string): Row[] {
  const wanted = search.trim().toLocaleLowerCase(language);
  return rows.filter(({ text, into = "" }) => `${text} ${into}`.toLocaleLowerCase(language).includes(wanted));
}

/** `merging`: the word for which a target is being picked. */
export function actionsOf(row: Row, question: Question, merging: string | null): RowAction[] {
  if (merging !== null) return row.entry === merging ? [] : ["mergeHere"];
  switch (row.part) {
    case "shown":
      return question.type === "text" ? ["hide"] : ["hide", "merge"];
    case "waiting":
      return ["approve", "hide"];
    case "hidden":
      return [row.by === "list" ? "allow" : "restore"];
    case "merged":
      return ["unmerge"];
  }
}

/** The command of an action; none where the page itself has to do something first. */
export function commandOf(
  action: RowAction,
  { entry }: Row,
  question: string,
  merging: string | null,
): ModerationCommand | undefined {
  switch (action) {
    case "hide":
    case "restore":
    case "unmerge":
      return { question, action, entry };
    case "approve":
    case "allow":
      return { question, action: "show", entry };
    case "merge":
      return undefined;
    case "mergeHere":
      return merging === null ? undefined : { question, action: "merge", entry: merging, into: entry };
  }
}
