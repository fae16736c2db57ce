/** The pages that are documents first, as HTML. Only the Worker imports this; its types are all that crosses. */

import { renderToString } from "preact-render-to-string";
import type { ReceiptsPage } from "../../worker/poll/receipts.ts";
import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Answer, Question } from "../../worker/questions/registry.ts";
import { DocumentPage } from "../documents/document-page.tsx";
import { Receipts } from "../documents/receipts.tsx";
import { EmbedNotice, type EmbedProblem } from "../embed/embed-notice.tsx";
import { HomePage, type WrongCode } from "../home/home-page.tsx";
import type { ContactText, DocumentText, ReceiptTexts } from "../messages/documents.sv.ts";
import type { EmbedCatalogue } from "../messages/embed.en.ts";
import type { Catalogue } from "../messages/translate.ts";
import { translator } from "../messages/translate.ts";
import type { Entries, FormProblem } from "../questions/answer-form.ts";
import { formOf, loadForm } from "../questions/forms.ts";
import { type FooterProps, PageFooter } from "../ui/page-footer.tsx";
import type { VoteState } from "../ui/page-state.ts";
import { ResultsInDocument } from "../vote/results.tsx";
import { startModel, withTally } from "../vote/vote-model.ts";
import { VotePage } from "../vote/vote-page.tsx";

export async function renderVotePage(state: VoteState): Promise<string> {
  if (state.stage.question !== null) await loadForm(state.stage.question.type);
  return renderToString(<VotePage state={state} />);
}

/** Results as phones are shown them; `messages` are the vote page's, with those of the results. */
export function renderResults(
  stage: PollStageFrame,
  tally: PollTallyFrame,
  messages: Catalogue,
  language: string,
): string {
  const t = translator(messages, language);
  return renderToString(<ResultsInDocument model={withTally(startModel(stage), tally)} t={t} />);
}

/**
 * The answer that a posted form holds, what keeps it from being one, or what the form holds after the press of a button of
 * its own; `language` is the poll's.
 */
export async function readPostedForm(
  question: Question,
  entries: Entries,
  language: string,
): Promise<{ answer: Answer } | { problem: FormProblem } | { entries: Entries }> {
  await loadForm(question.type);
  const pressed = formOf(question.type).pressed?.(entries);
  if (pressed !== undefined) return { entries: pressed };
  const read = formOf(question.type).answerFrom(question, entries, language);
  return "problem" in read ? { problem: read } : read;
}

export function renderHomePage(messages: Catalogue, language: string, wrongCode: WrongCode | undefined): string {
  return renderToString(<HomePage t={translator(messages, language)} wrongCode={wrongCode} />);
}

export function renderFooter(props: FooterProps): string {
  return renderToString(<PageFooter {...props} />);
}

/** `contact`: an e-mail address, a page's address, or words; empty where nobody has said. */
export function renderDocument(
  text: DocumentText,
  labels: ContactText,
  contact: string,
  own?: { receipts: ReceiptsPage; texts: ReceiptTexts; language: string },
): string {
  return renderToString(
    <DocumentPage text={text} labels={labels} contact={contact}>
      {own && <Receipts page={own.receipts} t={translator(own.texts, own.language)} language={own.language} />}
    </DocumentPage>,
  );
}

export function renderEmbedNotice(messages: EmbedCatalogue, language: string, problem: EmbedProblem): string {
  return renderToString(<EmbedNotice problem={problem} t={translator(messages, language)} />);
}
