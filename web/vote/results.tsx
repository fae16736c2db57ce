/** The tally of the question on stage as a plain list: loaded by phones that are shown one. */
import { resultListOf } from "../questions/result-lists.ts";
import type { ViewProps } from "./vote-view.tsx";

/** A phone's screen or two; the whole is on the stage. */
const shownRows = 30;

export function Results({ model, t }: ViewProps) {
  const { stage, tally, ended } = model;
  const { question } = stage;
  if (ended !== null || tally === null || question === null) return null;
  const { answered, skipped = 0, more = 0 } = tally.tally;
  const rows = resultListOf(question.type).rows(question, tally.tally, t);
  const rest = more + Math.max(0, rows.length - shownRows);
  const besides = (n: number) => (n > 0 ? ` · ${t("results.skipped", { n })}` : "");
  return (
    <section class="results" aria-labelledby="results">
      {stage.status === "closed" && <p lang={stage.language}>{question.text}</p>}
      <h2 id="results">{t("results.heading")}</h2>
      <ul>
        {rows.slice(0, shownRows).map(({ text, figure, share, skipped: left = 0 }, index) => (
          <li key={index}>
            <span lang={stage.language}>{text}</span>
            {figure !== undefined && <span class="figure">{figure + besides(left)}</span>}
            {share !== undefined && (
              // SVG, since the page's policy allows no style attributes; the figure beside it tells the same.
              <svg aria-hidden="true">
                <rect width={`${share * 100}%`} height="100%" />
              </svg>
            )}
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="quiet">{t("results.more", { n: rest })}</p>}
      <p class="quiet">{t("results.answered", { n: answered }) + besides(skipped)}</p>
    </section>
  );
}
