/** The tally of the question on stage as a plain list: loaded by phones that are shown one. */
import { render } from "preact";
import type { VoteTranslate } from "../messages/vote.sv.ts";
import { percentOf } from "../questions/percent.ts";
import type { ResultRow } from "../questions/result-list.ts";
import { resultListOf } from "../questions/result-lists.ts";
import type { VoteModel } from "./vote-model.ts";
import type { ViewProps } from "./vote-view.tsx";

/** A phone's screen or two; the whole is on the stage. */
const shownRows = 30;

/** Whether the place has what this has drawn, and not what came with the document. */
let isDrawn = false;

export function showResults(root: HTMLElement, model: VoteModel, t: VoteTranslate): void {
  if (!isDrawn) root.replaceChildren();
  isDrawn = true;
  render(<Results model={model} t={t} />, root);
}

export function Results({ model, t }: ViewProps) {
  const { stage, tally, ended } = model;
  const { question } = stage;
  if (ended !== null || tally === null || question === null) return null;
  const { answered, skipped = 0, more = 0 } = tally.tally;
  const rows = resultListOf(question.type).rows(question, tally.tally, t);
  const rest = more + Math.max(0, rows.length - shownRows);
  const figureOf = ({ figure, count, share = 0 }: ResultRow) =>
    count === undefined ? figure : t("results.share", { n: count, percent: percentOf(share) });
  const besides = (n: number) => (n > 0 ? ` · ${t("results.skipped", { n })}` : "");
  return (
    <section class="results" aria-labelledby="results">
      {stage.status === "closed" && <p lang={stage.language}>{question.text}</p>}
      <h2 id="results">{t("results.heading")}</h2>
      <ul>
        {rows.slice(0, shownRows).map((row, index) => (
          <li key={index}>
            <span lang={stage.language}>{row.text}</span>
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
