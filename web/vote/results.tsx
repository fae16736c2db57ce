/** The tally of the question on stage as a plain list: loaded by phones that are shown one. */
import { render } from "preact";
import type { VoteTranslate } from "../messages/vote.sv.ts";
import { percentOf } from "../questions/percent.ts";
import type { ResultRow } from "../questions/result-list.ts";
import { resultListOf } from "../questions/result-lists.ts";
import { languageOf, type VoteModel } from "./vote-model.ts";
import type { ViewProps } from "./vote-view.tsx";

/** A phone's screen or two; the whole is on the stage. */
const shownRows = 30;
/** Texts and words of people are as long as they like: those that come with the document are within its budget. */
const bytesInDocument = 1500;

/** Whether the place has what this has drawn, and not what came with the document. */
let isDrawn = false;

export function showResults(root: HTMLElement, model: VoteModel, t: VoteTranslate): void {
  if (!isDrawn) root.replaceChildren();
  isDrawn = true;
  render(<Results model={model} t={t} />, root);
}

/** As the document has them: of long texts the first alone, and the script shows the others with its first tally. */
export function ResultsInDocument({ model, t }: ViewProps) {
  const { question } = model.stage;
  if (question === null || model.tally === null) return null;
  const rows = resultListOf(question.type).rows(question, model.tally.tally, t);
  let fitting = 0;
  let bytes = 0;
  for (const { text } of rows) {
    bytes += new TextEncoder().encode(text).length;
    if (bytes > bytesInDocument) break;
    fitting++;
  }
  return <Results model={model} t={t} most={Math.max(1, fitting)} />;
}

export function Results({ model, t, most = shownRows }: ViewProps & { most?: number }) {
  const { stage, tally, ended } = model;
  const { question } = stage;
  if (ended !== null || tally === null || question === null) return null;
  const { answered, skipped = 0, more = 0 } = tally.tally;
  const rows = resultListOf(question.type).rows(question, tally.tally, t);
  const shown = rows.slice(0, Math.min(most, shownRows));
  const rest = more + Math.max(0, rows.length - shown.length);
  const figureOf = ({ figure, count, share = 0 }: ResultRow) =>
    count === undefined ? figure : t("results.share", { n: count, percent: percentOf(share) });
  const besides = (n: number) => (n > 0 ? ` · ${t("results.skipped", { n })}` : "");
  return (
    <section class="results" aria-labelledby="results">
      {stage.status === "closed" && (
        <p dir="auto" lang={languageOf(stage, question.text)}>
          {question.text}
        </p>
      )}
      <h2 id="results">{t("results.heading")}</h2>
      <ul>
        {shown.map((row, index) => (
          <li key={index}>
            <span dir="auto" lang={languageOf(stage, row.text)}>
              {row.text}
            </span>
            {figureOf(row) !== undefined && (
              <span class="figure">
                {figureOf(row)}
                {besides(row.skipped ?? 0)}
              </span>
            )}
            {row.share !== undefined && (
              // SVG, since the page's policy allows no style attributes; the figure beside it tells the same.
              <svg aria-hidden="true">
                <rect width={`${row.share * 100}%`} height="100%" />
              </svg>
            )}
            {row.columns !== undefined && <Columns counts={row.columns} />}
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="quiet">{t("results.more", { n: rest })}</p>}
      <p class="quiet">{t("results.answered", { n: answered }) + besides(skipped)}</p>
    </section>
  );
}

/** A column for each value, from zero up; the highest of them fills the height. */
function Columns({ counts }: { counts: readonly number[] }) {
  const most = Math.max(1, ...counts);
  const width = 100 / counts.length;
  return (
    <svg class="columns" aria-hidden="true">
      {counts.map((count, index) => {
        const height = (count / most) * 100;
        return (
          <rect
            key={index}
            x={`${index * width}%`}
            y={`${100 - height}%`}
            width={`${width * 0.9}%`}
            height={`${height}%`}
          />
        );
      })}
    </svg>
  );
}
