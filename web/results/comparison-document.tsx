/** Two runs side by side as a document: a table a question, with a picture where it helps. */
import type { Results } from "../../worker/poll/results.ts";
import { formatDate } from "../charts/figures.ts";
import { ResultsTable } from "../charts/results-table.tsx";
import { type ComparedQuestion, type ComparedRow, type Comparison, compareRuns, type Unpaired } from "./comparison.ts";
import { cellText, changeText, itemName } from "./comparison-figures.ts";
import { ComparisonPicture } from "./comparison-picture.tsx";
import type { Texts } from "./results-texts.ts";
import { RunChooser } from "./run-chooser.tsx";

type ComparisonDocumentProps = {
  t: Texts;
  language: string;
  before: Results;
  after: Results;
  /** The numbers of all closed runs. */
  runs: readonly number[];
  busy: boolean;
  told: string;
  onRuns(before: number, after: number): void;
  onBack(): void;
};

export function ComparisonDocument(props: ComparisonDocumentProps) {
  const { t, language, before, after, runs, busy, told, onRuns, onBack } = props;
  const comparison = compareRuns(before, after);
  const names: [string, string] = [t("results.run", { n: before.run }), t("results.run", { n: after.run })];
  return (
    <main class="results">
      <header>
        <h1 lang={after.language}>{after.title}</h1>
        <p class="facts">{t("compare.title", { before: before.run, after: after.run })}</p>
        {[before, after].map((results, side) => (
          <p key={side} class="facts">
            {t("compare.run", {
              run: names[side] ?? "",
              when: formatDate(results.closedAt ?? results.generatedAt, language),
              n: results.joined,
            })}
          </p>
        ))}
        <div class="tools">
          <RunChooser
            id="before"
            label={t("compare.before")}
            runs={runs}
            chosen={before.run}
            disabled={busy}
            t={t}
            onRun={(run) => onRuns(run, after.run)}
          />
          <RunChooser
            id="after"
            label={t("compare.after")}
            runs={runs}
            chosen={after.run}
            disabled={busy}
            t={t}
            onRun={(run) => onRuns(before.run, run)}
          />
          <button type="button" class="button quiet" onClick={() => print()}>
            {t("results.print")}
          </button>
          <button type="button" class="button quiet" onClick={onBack}>
            {t("compare.back")}
          </button>
        </div>
        <p class="told" role="status">
          {told}
        </p>
        <p class="hint">{t("compare.about")}</p>
      </header>
      {comparison.questions.map((compared, index) => (
        <ComparedSection
          key={`${compared.question.id} ${compared.round}`}
          compared={compared}
          number={index + 1}
          runs={[before.run, after.run]}
          t={t}
          language={language}
          textLanguage={after.language}
        />
      ))}
      {comparison.questions.length === 0 ? <p>{t("compare.nothing")}</p> : null}
      <OnlyIn comparison={comparison} runs={[before.run, after.run]} t={t} />
    </main>
  );
}

type ComparedSectionProps = {
  compared: ComparedQuestion;
  /** From 1. */
  number: number;
  runs: [number, number];
  t: Texts;
  language: string;
  textLanguage: string;
};

function ComparedSection({ compared, number, runs, t, language, textLanguage }: ComparedSectionProps) {
  const { question, round, textBefore, rows, measure } = compared;
  const reader = { t, language };
  const names = runs.map((n) => t("results.run", { n }));
  const sides = [compared.before, compared.after].map(({ answered, skipped = 0 }, side) =>
    t(skipped === 0 ? "compare.answers" : "compare.answersAndSkipped", {
      run: names[side] ?? "",
      n: answered,
      skipped,
    }),
  );
  return (
    <article class="question-results" aria-labelledby={`compared-${number}`}>
      <p class="hint">{sides.join(" · ")}</p>
      <h2 id={`compared-${number}`} lang={textLanguage}>
        {withRound(question.text, round, t)}
      </h2>
      {textBefore !== undefined && <p class="hint">{t("compare.reworded", { run: runs[0], text: textBefore })}</p>}
      {compared.settingsDiffer && <p class="hint">{t("compare.settingsDiffer")}</p>}
      {measure === "none" ? (
        <p>{t("compare.texts")}</p>
      ) : (
        <>
          <ComparisonPicture compared={compared} runs={runs} t={t} language={language} />
          <ResultsTable
            caption={withRound(question.text, round, t)}
            head={[t(`compare.item.${question.type}`), ...names, t(`compare.change.${measure}`)]}
            numeric={[false, true, true, true]}
            rows={rows.map((row) => [
              itemName(row, compared, t),
              cellText(row.before, compared, reader),
              cellText(row.after, compared, reader),
              changeText(row, compared, reader),
            ])}
            notes={[
              ...rewordedItems(rows).map(([item, was]) => t("compare.rewordedItem", { item, was, run: runs[0] })),
              ...(compared.rest === 0 ? [] : [t("compare.rest", { n: compared.rest })]),
            ]}
          />
        </>
      )}
    </article>
  );
}

/** Each once, though it may have several figures. */
function rewordedItems(rows: readonly ComparedRow[]): [item: string, was: string][] {
  return [
    ...new Map(rows.flatMap(({ item, itemBefore }) => (itemBefore === undefined ? [] : [[item, itemBefore] as const]))),
  ];
}

function OnlyIn({ comparison, runs, t }: { comparison: Comparison; runs: [number, number]; t: Texts }) {
  const lists: [number, Unpaired[]][] = [
    [runs[0], comparison.onlyBefore],
    [runs[1], comparison.onlyAfter],
  ];
  return lists
    .filter(([, unpaired]) => unpaired.length > 0)
    .map(([run, unpaired]) => (
      <section key={run} class="question-results">
        <h2>{t("compare.onlyIn", { run })}</h2>
        <ul>
          {unpaired.map(({ text, round }, index) => (
            <li key={index}>{withRound(text, round, t)}</li>
          ))}
        </ul>
      </section>
    ));
}

function withRound(text: string, round: number | null, t: Texts): string {
  return round === null ? text : `${text} – ${t("results.round", { n: round })}`;
}
