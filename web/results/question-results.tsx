/** One question of the document: its picture, a sentence, its table. */
import type { QuestionResult, Results } from "../../worker/poll/results.ts";
import { PictureButtons } from "../pictures/picture-buttons.tsx";
import { chartOf } from "../questions/charts.ts";
import { tableOf } from "../questions/tables.ts";
import type { Texts } from "./results-texts.ts";
import { sentenceOf } from "./sentences.ts";

type QuestionResultsProps = {
  t: Texts;
  /** The reader's; the question is written in that of the results. */
  language: string;
  /** From 1. */
  number: number;
  result: QuestionResult;
  /** What the result is one of. */
  results: Results;
};

export function QuestionResults({ t, language, number, result, results }: QuestionResultsProps) {
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
      <h2 id={`question-${number}`} lang={results.language}>
        {result.text}
      </h2>
      <p class="sentence">{sentenceOf(question, tally, { t, language })}</p>
      {answered === 0 ? null : (
        <>
          <div class={`results-picture of-${result.type}`}>
            <Chart {...props} />
          </div>
          <p class="picture-save">
            <span class="hint">{t("picture.save")}</span>
            <PictureButtons
              chart={props}
              title={results.title}
              answered={answered}
              joined={results.joined}
              at={results.closedAt ?? results.generatedAt}
              look="button quiet"
            />
          </p>
          <Table {...props} />
        </>
      )}
    </article>
  );
}
