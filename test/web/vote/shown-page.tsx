/** The phone's page as a person reads it, for tests. */
import "./all-forms.ts";
import { renderToString } from "preact-render-to-string";
import { translator } from "../../../web/messages/translate.ts";
import { voteEn } from "../../../web/messages/vote.en.ts";
import { type VoteCatalogue, voteSv } from "../../../web/messages/vote.sv.ts";
import type { VoteState } from "../../../web/ui/page-state.ts";
import { Results } from "../../../web/vote/results.tsx";
import type { VoteModel } from "../../../web/vote/vote-model.ts";
import { VotePage } from "../../../web/vote/vote-page.tsx";
import { VoteView } from "../../../web/vote/vote-view.tsx";
import type { PollStageFrame } from "../../../worker/poll/snapshots.ts";

export const catalogues: Record<"sv" | "en", VoteCatalogue> = { sv: voteSv, en: voteEn };

/** As the Worker renders it. */
export function page(language: "sv" | "en", stage: PollStageFrame): string {
  const state: VoteState = {
    page: "vote",
    language,
    messages: catalogues[language],
    person: "someone",
    poll: "p",
    stage,
  };
  return renderToString(<VotePage state={state} />);
}

/** As the script draws it, with the results. */
export const view = (model: VoteModel, language: "sv" | "en" = "sv") => {
  const t = translator(catalogues[language], language);
  return renderToString(<VoteView model={model} t={t} />) + renderToString(<Results model={model} t={t} />);
};

export const readable = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
