/**
 * Results stand apart from what else the phone shows, in a place of their own: they are in the document where there are
 * any, and what draws them is loaded with the first tally. Most phones are shown none.
 */
import type { VoteTranslate } from "../messages/vote.sv.ts";
import type { showResults } from "./results.tsx";
import type { VoteModel } from "./vote-model.ts";

let show: typeof showResults | undefined;

/** Rejects where it can't be fetched. */
export async function loadResults(): Promise<void> {
  show ??= (await import("./results.tsx")).showResults;
}

/** Before the first tally this leaves what the document has, for as long as it is true. */
export function drawResults(root: HTMLElement, model: VoteModel, t: VoteTranslate, isNew: boolean): void {
  if (show !== undefined) show(root, model, t);
  else if (isNew || model.stage.results !== "shown") root.replaceChildren();
}
