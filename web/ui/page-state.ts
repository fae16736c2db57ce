/** What the server writes into a page as JSON (`<script type="application/json" id="state">`) and the page's script reads. */
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import type { QuestionType } from "../../worker/questions/registry.ts";
import type { ErrorCode } from "../../worker/shared/protocol.ts";
import type { Catalogue } from "../messages/translate.ts";
import type { Entries, FormProblem } from "../questions/answer-form.ts";

/** `language` is the reader's, one of those with a catalogue; the poll's own may differ. */
export type PageState<P extends string> = { page: P; language: string; messages: Catalogue };

export type VoteState = PageState<"vote"> & {
  /** The poll's id. */
  poll: string;
  stage: PollStageFrame;
  /** Tells the people apart who answer one after another on this phone, where the organiser allows that. */
  person: string;
  /**
   * What was posted without a script and is no ballot: the form has it again, with the reason where it could not be taken;
   * null where it belongs to another form.
   */
  sent?: { entries: Entries | null; problem?: FormProblem; code?: ErrorCode };
};
/** What the vote page loads when it needs it: a form with its question, the results with the first tally, and a few texts. */
export type VotePart = QuestionType | VoteOccasion;
/** `refused`: an answer was. `gone`: the poll is. `stale`: the phone is no longer known. */
export type VoteOccasion =
  | "results"
  | "refused"
  | "countdown"
  | "secondRound"
  | "rehearsal"
  | "closed"
  | "gone"
  | "stale";
/** What a part needs beside its script. The page has that of its question's form already, and fetches others. */
export type VotePartKit = { messages: Catalogue; styles: string };
export type PresentState = PageState<"present"> & { poll: string };
/** `question`: the only one to be shown; null for whichever is on stage. */
export type EmbedState = PageState<"embed"> & {
  poll: string;
  question: string | null;
  theme: EmbedTheme;
  transparent: boolean;
};
/** `auto`: what the reader's own browser prefers. */
export type EmbedTheme = "auto" | "light" | "dark" | "contrast";
/** `poll` null: the list of polls and the way to a new one. */
export type OrganiseState = PageState<"organise"> & {
  poll: string | null;
  /** Days for which ballots are kept where a poll says nothing else, and whom to ask about the service; empty where unsaid. */
  keeping: { days: number; contact: string };
};
export type ResultsPageState = PageState<"results"> & { poll: string };

export function readPageState<S>(document: Document): S {
  const element = document.getElementById("state");
  return JSON.parse(element?.textContent ?? "null");
}
