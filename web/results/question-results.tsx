/** One question of the document: its picture, a sentence, its table. */
import type { QuestionResult } from "../../worker/poll/results.ts";
import { chartOf } from "../questions/charts.ts";
import { tableOf } from "../questions/tables.ts";
import type { Texts } from "./results-texts.ts";
import { sentenceOf } from "./sentences.ts";

type QuestionResultsProps = {
  t: Texts;
  /** The reader's; `pollLanguage` is the one that the question is written in. */
  language: string;
  pollLanguage: string;
  /** From 1. */
  number: number;
  result: QuestionResult;
};

export function QuestionResults({ t, language, pollLanguage, number, result }: QuestionResultsProps) {
  const { definition: question, tally, cloud, answered } = result;
  const Chart = chartOf(result.type);
  const Table = tableOf(result.type);
  const answers = t("results.answers", { n: answered });
  const props = { question, tally, cloud, t, language };
  return (
    <article class="question-results" aria-labelledby={`question-${number}`}>
      <p class="hint">
        {t("results.question", { n: number })} ·{" "}
        {tally.skipped === undefined ? answers : t("results.answersAndSkipped", { answers, skipped: tally.skipped })}
      </p>
      <h2 id={`question-${number}`} lang={pollLanguage}>
        {result.text}
      </h2>
      <p class="sentence">{sentenceOf(question, tally, { t, language })}</p>
      {answered === 0 ? null : (
        <>
          <div class={`results-picture of-${result.type}`}>
            <Chart {...props} />
          </div>
          <Table {...props} />
        </>
      )}
    </article>
  );
}
