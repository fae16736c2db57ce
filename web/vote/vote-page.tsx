import { translator } from "../messages/translate.ts";
import type { VoteState } from "../ui/page-state.ts";
import { modelOf } from "./vote-model.ts";
import { VoteView } from "./vote-view.tsx";

/** The phone's page as the Worker renders it; the script goes on with `VoteView` in the same markup. */
export function VotePage({ state }: { state: VoteState }) {
  return <VoteView model={modelOf(state)} t={translator(state.messages, state.language)} />;
}
