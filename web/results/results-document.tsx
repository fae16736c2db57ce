/** The results of one run as a document to read, print and download. */
import type { Results } from "../../worker/poll/results.ts";
import { formatDate } from "../charts/figures.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { BundleSection } from "./bundle-section.tsx";
import { Check } from "./check.tsx";
import { Downloads, downloadsId } from "./downloads.tsx";
import { MethodNote } from "./method-section.tsx";
import { QuestionResults } from "./question-results.tsx";
import type { Texts } from "./results-texts.ts";
import { RunChooser } from "./run-chooser.tsx";

type ResultsDocumentProps = {
  t: Texts;
  language: string;
  id: string;
  accessKey: string;
  results: Results;
  /** The numbers of all runs that the reader may see. */
  runs: readonly number[];
  /** Whether single ballots may be downloaded. */
  ballots: boolean;
  /** Whether there are two closed runs to compare. */
  comparable: boolean;
  /** The address of the poll's own page; null for who may not have it. */
  organise: string | null;
  busy: boolean;
  /** What the last fetching came to. */
  told: string;
  onRun(run: number): void;
  onRefresh(): void;
  onCompare(): void;
};

/** Not by a link: the address's fragment is where the key stands. */
function goTo(id: string): void {
  const heading = document.getElementById(id);
  heading?.scrollIntoView();
  heading?.focus();
}

export function ResultsDocument(props: ResultsDocumentProps) {
  const { t, language, id, accessKey, results, runs, ballots, comparable, organise, busy, told } = props;
  const { onRun, onRefresh, onCompare } = props;
  const live = results.status === "live";
  const dated = (iso: string) => formatDate(iso, language);
  const when = dated(results.closedAt ?? results.generatedAt);
  const answered = Math.max(0, ...results.questions.map((question) => question.answered));
  return (
    <main class="results">
      <header>
        <h1 lang={results.language}>{results.title}</h1>
        <p class="facts">
          {t("results.run", { n: results.run })} ·{" "}
          {results.openedAt === undefined ? null : `${t("results.opened", { when: dated(results.openedAt) })} `}
          {t(live ? "results.live" : results.closedAt === undefined ? "results.fetched" : "results.closed", { when })}
        </p>
        {results.origin === undefined ? null : (
          <p class="facts">{t("results.imported", { when: dated(results.origin.importedAt) })}</p>
        )}
        <p class="facts">
          <strong>{t("results.joined", { n: results.joined })}</strong>, {t("results.answered", { n: answered })}
        </p>
        <div class="tools">
          {runs.length > 1 ? (
            <RunChooser
              id="run"
              label={t("results.runs")}
              runs={runs}
              chosen={results.run}
              disabled={busy}
              t={t}
              onRun={onRun}
            />
          ) : null}
          {comparable ? (
            <BusyButton class="button quiet" busy={busy} onClick={onCompare}>
              {t("compare.open")}
            </BusyButton>
          ) : null}
          {live ? (
            <BusyButton class="button" busy={busy} onClick={onRefresh}>
              {t("results.refresh")}
            </BusyButton>
          ) : null}
          <button type="button" class="button quiet" onClick={() => print()}>
            {t("results.print")}
          </button>
          <button type="button" class="button quiet" onClick={() => goTo(downloadsId)}>
            {t("results.toDownloads")}
          </button>
          {organise === null ? null : (
            <a class="button quiet" href={organise}>
              {t("results.organise")}
            </a>
          )}
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
      {live ? null : <MethodNote results={results} t={t} language={language} when={dated} />}
      {results.closedAt === undefined ? null : (
        <BundleSection
          key={results.run}
          t={t}
          id={id}
          accessKey={accessKey}
          results={results}
          ballots={ballots && results.ballotsErasedAt === undefined}
        />
      )}
      {live || !ballots || results.ballotsErasedAt !== undefined || results.chain === undefined ? null : (
        <Check key={results.run} t={t} id={id} accessKey={accessKey} results={results} />
      )}
      <Downloads
        t={t}
        id={id}
        accessKey={accessKey}
        title={results.title}
        run={results.run}
        ballots={ballots && results.ballotsErasedAt === undefined}
      />
    </main>
  );
}
