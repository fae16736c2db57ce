/** The results of one run as a document to read, print and download. */
import type { Results } from "../../worker/poll/results.ts";
import { formatDate } from "../charts/figures.ts";
import { Downloads } from "./downloads.tsx";
import { QuestionResults } from "./question-results.tsx";
import type { Texts } from "./results-texts.ts";

type ResultsDocumentProps = {
  t: Texts;
  language: string;
  id: string;
  accessKey: string;
  results: Results;
  /** How many runs there are; 1 is the first. */
  runs: number;
  presenter: boolean;
  busy: boolean;
  /** What the last fetching came to. */
  told: string;
  onRun(run: number): void;
  onRefresh(): void;
};

export function ResultsDocument(props: ResultsDocumentProps) {
  const { t, language, id, accessKey, results, runs, presenter, busy, told, onRun, onRefresh } = props;
  const live = results.status === "live";
  const when = formatDate(results.closedAt ?? results.generatedAt, language);
  const answered = Math.max(0, ...results.questions.map((question) => question.answered));
  return (
    <main class="results">
      <header>
        <h1 lang={results.language}>{results.title}</h1>
        <p class="facts">
          {t("results.run", { n: results.run })} ·{" "}
          {t(live ? "results.live" : results.closedAt === undefined ? "results.fetched" : "results.closed", { when })}
        </p>
        <p class="facts">
          <strong>{t("results.joined", { n: results.joined })}</strong>, {t("results.answered", { n: answered })}
        </p>
        <div class="tools">
          {runs > 1 ? (
            <div class="run-chooser">
              <label for="run">{t("results.runs")}</label>
              <select
                id="run"
                class="field"
                disabled={busy}
                value={results.run}
                onInput={(event) => onRun(Number(event.currentTarget.value))}
              >
                {Array.from({ length: runs }, (_, index) => runs - index).map((run) => (
                  <option key={run} value={run}>
                    {t(run === runs ? "results.runLatest" : "results.run", { n: run })}
                  </option>
                ))}
              </select>
            </div>
          ) : null}
          {live ? (
            <button type="button" class="button" disabled={busy} onClick={onRefresh}>
              {t("results.refresh")}
            </button>
          ) : null}
          <button type="button" class="button quiet" onClick={() => print()}>
            {t("results.print")}
          </button>
        </div>
        <p class="told" role="status">
          {told}
        </p>
      </header>
      {results.questions.length === 0 ? <p>{t("results.none")}</p> : null}
      {results.questions.map((result, index) => (
        <QuestionResults
          key={`${results.run} ${result.id}`}
          t={t}
          language={language}
          number={index + 1}
          result={result}
          results={results}
        />
      ))}
      <Downloads t={t} id={id} accessKey={accessKey} run={results.run} presenter={presenter} />
    </main>
  );
}
