/** The report of a bundle: a document that needs no script and nothing from any host. */
import { renderToString } from "preact-render-to-string";
import type { QuestionResult, Results } from "../../../worker/poll/results.ts";
import { formatDate } from "../../charts/figures.ts";
import { summaryOf } from "../../questions/summaries.ts";
import { tableOf } from "../../questions/tables.ts";
import { answersIn, roundsOf } from "../answer-counts.ts";
import { MethodNote } from "../method-section.tsx";
import { sentenceOf } from "../sentences.ts";
import type { BundleReader } from "./bundle-texts.ts";

/** Files beside the report, by the place of their question, from 0; undefined where a question has no picture. */
export type PictureFiles = readonly ({ svg: string; png: string } | undefined)[];

type ReportProps = BundleReader & { results: Results; pictures: PictureFiles; files: readonly string[] };

/** Times in a file are in one zone for all readers, and say which. */
const bundleZone = "UTC";

export function zonedDate(iso: string, language: string): string {
  return `${formatDate(iso, language, bundleZone)} ${bundleZone}`;
}

const policy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'";

export function reportHtml(props: ReportProps): string {
  return `<!doctype html>\n${renderToString(<Report {...props} />)}\n`;
}

function Report({ results, pictures, files, t, language }: ReportProps) {
  const when = (iso: string) => zonedDate(iso, language);
  const answered = Math.max(0, ...results.questions.map((question) => question.answered));
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <title>{results.title}</title>
        <link rel="stylesheet" href="report.css" />
      </head>
      <body>
        <main class="report">
          <header>
            <h1 lang={results.language} dir="auto">
              {results.title}
            </h1>
            <p>
              {t("results.run", { n: results.run })} · {t("results.closed", { when: when(endOf(results)) })}
            </p>
            <p>
              <strong>{t("results.joined", { n: results.joined })}</strong>, {t("results.answered", { n: answered })}
            </p>
          </header>
          {results.questions.map((result, index) => (
            <QuestionReport
              key={result.id}
              number={index + 1}
              result={result}
              picture={pictures[index]}
              textLanguage={results.language}
              t={t}
              language={language}
            />
          ))}
          <MethodNote results={results} t={t} language={language} when={when} />
          <section aria-labelledby="files">
            <h2 id="files">{t("bundle.files")}</h2>
            <ul>
              {files.map((file) => (
                <li key={file}>
                  <a href={file}>{file}</a>
                </li>
              ))}
            </ul>
          </section>
        </main>
      </body>
    </html>
  );
}

type QuestionReportProps = BundleReader & {
  /** From 1. */
  number: number;
  result: QuestionResult;
  picture: PictureFiles[number];
  textLanguage: string;
};

function QuestionReport({ number, result, picture, textLanguage, t, language }: QuestionReportProps) {
  const rounds = roundsOf(result);
  const question = result.definition;
  const Table = tableOf(question.type);
  const named = (name: string, round: number) =>
    rounds.length === 1 ? name : `${name}, ${t("results.round", { n: round + 1 })}`;
  const said = rounds.map(({ tally }) => summaryOf(question.type)({ question, tally, t, language }));
  return (
    <article aria-labelledby={`question-${number}`}>
      <p class="quiet">{t("results.question", { n: number })}</p>
      <h2 id={`question-${number}`} lang={textLanguage} dir="auto">
        {result.text}
      </h2>
      {picture !== undefined && (
        <figure>
          <img src={picture.svg} alt={[result.text, ...said].join(". ")} width="1600" height="900" />
          <figcaption>
            <a href={picture.svg}>{t("bundle.picture", { n: number, format: "SVG" })}</a>{" "}
            <a href={picture.png}>{t("bundle.picture", { n: number, format: "PNG" })}</a>
          </figcaption>
        </figure>
      )}
      {rounds.map(({ tally }, index) => (
        <div key={index} class="round">
          <h3>
            {rounds.length > 1 && `${t("results.round", { n: index + 1 })} · `}
            {answersIn(tally, t)}
          </h3>
          <p>{sentenceOf(question, tally, { t, language })}</p>
          {tally.answered > 0 && (
            <section
              class="table-frame"
              aria-label={named(t("bundle.table", { n: number }), index)}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: where no script runs, this alone lets keys scroll a wide table
              tabIndex={0}
            >
              <Table
                question={{ ...question, text: named(question.text, index) }}
                tally={tally}
                t={t}
                language={language}
                timeZone={bundleZone}
              />
            </section>
          )}
        </div>
      ))}
    </article>
  );
}

export function endOf({ closedAt, generatedAt }: Results): string {
  return closedAt ?? generatedAt;
}
