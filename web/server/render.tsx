/** The pages that are documents first, as HTML. Only the Worker imports this; its types are all that crosses. */
import { renderToString } from "preact-render-to-string";
import { HomePage, type WrongCode } from "../home/home-page.tsx";
import type { Catalogue } from "../messages/translate.ts";
import { translator } from "../messages/translate.ts";
import { loadForm } from "../questions/forms.ts";
import type { VoteState } from "../ui/page-state.ts";
import { VotePage } from "../vote/vote-page.tsx";

export async function renderVotePage(state: VoteState): Promise<string> {
  if (state.stage.question !== null) await loadForm(state.stage.question.type);
  return renderToString(<VotePage state={state} />);
}

export function renderHomePage(messages: Catalogue, language: string, wrongCode: WrongCode | undefined): string {
  return renderToString(<HomePage t={translator(messages, language)} wrongCode={wrongCode} />);
}
