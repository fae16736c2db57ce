import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Question } from "../../worker/questions/registry.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import { formatCount } from "../charts/figures.ts";
import { chartOf } from "../questions/charts.ts";
import { summaryOf } from "../questions/summaries.ts";
import { tableOf } from "../questions/tables.ts";
import type { StageTexts } from "./present-page.tsx";
import { StageLine } from "./stage-line.tsx";
import { tablePlace } from "./table-place.ts";
import { useThrottled } from "./use-throttled.ts";

type QuestionViewProps = {
  question: Question;
  stage: PollStageFrame;
  tally: PollTallyFrame | null;
  joined: number;
  code: string;
  host: string;
  table: boolean;
  t: StageTexts;
  language: string;
};

/** Rows of the table on the stage: no room reads more, and a hidden table of thousands would be drawn ten times a second. */
const tableRows = 100;
/** A screen reader is told how it goes no more often than this. */
const summaryMs = 10_000;

export function QuestionView({ question, stage, tally, joined, code, host, table, t, language }: QuestionViewProps) {
  const answered = tally?.answered ?? 0;
  const skipped = tally?.tally.skipped ?? 0;
  return (
    <div class="question">
      <h1 class={`question-text ${sizeOf(question.text)}`} dir="auto">
        {question.text}
      </h1>
      <div class={table ? `question-picture table-${tablePlace(question)}` : "question-picture"} lang={language}>
        {stage.results === "hidden" ? (
          <div class="question-hidden">
            <p class="question-count">{formatCount(answered, language)}</p>
            <p class="question-unit">{t("question.hidden", { n: answered })}</p>
            <p class="quiet">{t("question.hiddenOf", { n: joined })}</p>
          </div>
        ) : (
          tally !== null && (
            <Shown question={question} tally={tally} joined={joined} table={table} t={t} language={language} />
          )
        )}
      </div>
      <StageLine
        stage={stage}
        host={host}
        code={code}
        answered={answered}
        skipped={skipped}
        joined={joined}
        t={t}
        language={language}
      />
    </div>
  );
}

type ShownProps = Pick<QuestionViewProps, "question" | "joined" | "table" | "t" | "language"> & {
  tally: PollTallyFrame;
};

function Shown({ question, tally: frame, joined, table, t, language }: ShownProps) {
  const { tally, answered, otherRound } = frame;
  const props = { question, tally, t, language };
  const rounds = otherRound === undefined ? [frame] : inOrder(frame, otherRound);
  const summary = summaryOf(question.type)(props);
  const skipped = tally.skipped ? `, ${t("question.skipped", { n: tally.skipped })}` : "";
  const spoken = useThrottled(`${t("question.answeredOf", { answered, joined })}${skipped}. ${summary}`, summaryMs);
  return (
    <>
      {rounds.map((round, index) => (
        <Round
          key={`chart ${index}`}
          shown={round}
          beside={rounds[1 - index]?.tally}
          number={rounds.length > 1 ? index + 1 : null}
          {...props}
        />
      ))}
      {/* A scrolling region is reached by keyboard; a hidden one must not be. */}
      <section
        class={table ? "question-table" : "question-table visually-hidden"}
        aria-label={t("question.table")}
        tabIndex={table ? 0 : undefined}
      >
        {rounds.map((round, index) => (
          <RoundTable key={`table ${index}`} shown={round} number={rounds.length > 1 ? index + 1 : null} {...props} />
        ))}
      </section>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}

type Answered = Pick<PollTallyFrame, "answered" | "tally" | "cloud">;

/** The round on stage and the other one, the first before the second. */
function inOrder(shown: Answered, other: NonNullable<PollTallyFrame["otherRound"]>): [Answered, Answered] {
  return other.round === 1 ? [other, shown] : [shown, other];
}

/** `number`: of the round, null where there has been one alone. */
type RoundProps = Pick<QuestionViewProps, "question" | "t" | "language"> & { shown: Answered; number: number | null };

function Round({ shown, beside, number, ...common }: RoundProps & { beside: ShownTally | undefined }) {
  const { tally, answered, cloud } = shown;
  const { question, t } = common;
  const Chart = chartOf(question.type);
  return (
    <div class="question-round">
      {number !== null && <h2 class="question-round-name">{t("question.round", { number, n: answered })}</h2>}
      <div class="question-chart">
        <Chart {...common} tally={tally} beside={beside} cloud={cloud} />
        {answered === 0 && (question.type === "words" || question.type === "text") && (
          <p class="question-waiting">{t("question.waiting")}</p>
        )}
      </div>
    </div>
  );
}

function RoundTable({ shown: { tally, answered }, number, ...common }: RoundProps) {
  const { question, t } = common;
  const Table = tableOf(question.type);
  return (
    <>
      {number !== null && <h2 class="question-round-name">{t("question.round", { number, n: answered })}</h2>}
      <Table {...common} tally={tally} limit={tableRows} />
    </>
  );
}

/** Long questions stand smaller, so that the picture keeps its room. */
function sizeOf(text: string): string {
  if (text.length <= 70) return "question-short";
  if (text.length <= 160) return "question-middling";
  return text.length <= 300 ? "question-long" : "question-longest";
}
