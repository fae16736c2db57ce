import { Fragment } from "preact";
import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Question } from "../../worker/questions/registry.ts";
import { formatCount } from "../charts/figures.ts";
import { RoundName, RoundPictures, roundsOf } from "../pictures/round-pictures.tsx";
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
  const { tally, answered } = frame;
  const props = { question, t, language };
  const rounds = roundsOf(frame);
  const summary = summaryOf(question.type)({ ...props, tally });
  const skipped = tally.skipped ? `, ${t("question.skipped", { n: tally.skipped })}` : "";
  const spoken = useThrottled(`${t("question.answeredOf", { answered, joined })}${skipped}. ${summary}`, summaryMs);
  const Table = tableOf(question.type);
  return (
    <>
      <RoundPictures rounds={rounds} {...props} />
      {/* A scrolling region is reached by keyboard; a hidden one must not be. */}
      <section
        class={table ? "question-table" : "question-table visually-hidden"}
        aria-label={t("question.table")}
        tabIndex={table ? 0 : undefined}
      >
        {rounds.map((round, index) => (
          <Fragment key={index}>
            {rounds.length > 1 && <RoundName number={index + 1} answered={round.answered} t={t} />}
            <Table {...props} tally={round.tally} limit={tableRows} />
          </Fragment>
        ))}
      </section>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
    </>
  );
}

/** Long questions stand smaller, so that the picture keeps its room. */
function sizeOf(text: string): string {
  if (text.length <= 70) return "question-short";
  if (text.length <= 160) return "question-middling";
  return text.length <= 300 ? "question-long" : "question-longest";
}
