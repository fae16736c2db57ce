/** One question of the document: its picture, a sentence, its table. */
import type { QuestionResult, Results } from "../../worker/poll/results.ts";
import { PictureButtons } from "../pictures/picture-buttons.tsx";
import { chartOf } from "../questions/charts.ts";
import { tableOf } from "../questions/tables.ts";
import { answersIn, roundsOf, type ShownRound } from "./answer-counts.ts";
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
  const rounds = roundsOf(result);
  return (
    <article class="question-results" aria-labelledby={`question-${number}`}>
      <p class="hint">
        {t("results.question", { n: number })}
        {rounds.length === 1 && ` · ${answersIn(result.tally, t)}`}
      </p>
      <h2 id={`question-${number}`} lang={results.language}>
        {result.text}
      </h2>
      <div class="results-rounds">
        {rounds.map((round, index) => (
          <section key={index} class="results-round">
            {rounds.length > 1 && (
              <h3>
                {t("results.round", { n: index + 1 })} · {answersIn(round.tally, t)}
              </h3>
            )}
            <Round
              question={result.definition}
              caption={rounds.length > 1 ? `${result.text}, ${t("results.round", { n: index + 1 })}` : result.text}
              shown={round}
              beside={rounds[1 - index]?.tally}
              t={t}
              language={language}
            />
          </section>
        ))}
      </div>
      {rounds.every(({ answered }) => answered === 0) ? null : (
        <p class="picture-save">
          <span class="hint">{t("picture.save")}</span>
          <PictureButtons
            question={result.definition}
            rounds={rounds}
            title={results.title}
            answered={rounds.at(-1)?.answered ?? 0}
            joined={results.joined}
            at={results.closedAt ?? results.generatedAt}
            look="button quiet"
            t={t}
            language={language}
          />
        </p>
      )}
    </article>
  );
}

type RoundProps = Pick<QuestionResultsProps, "t" | "language"> & {
  question: QuestionResult["definition"];
  /** Of its table. */
  caption: string;
  shown: ShownRound;
  /** The other round's. */
  beside: QuestionResult["tally"] | undefined;
};

function Round({ question, caption, shown: { tally, cloud }, beside, t, language }: RoundProps) {
  const Chart = chartOf(question.type);
  const Table = tableOf(question.type);
  const props = { question, tally, t, language };
  return (
    <>
      <p class="sentence">{sentenceOf(question, tally, { t, language })}</p>
      {tally.answered === 0 ? null : (
        <>
          <div class={`results-picture of-${question.type}`}>
            <Chart {...props} beside={beside} cloud={cloud} />
          </div>
          <Table {...props} question={{ ...question, text: caption }} />
        </>
      )}
    </>
  );
}
