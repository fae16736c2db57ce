import { useRef } from "preact/hooks";
import type { PollStageFrame, PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Question } from "../../worker/questions/registry.ts";
import type { ModerationCommand } from "../../worker/shared/protocol.ts";
import { formatCount } from "../charts/figures.ts";
import { Spoken } from "../charts/spoken.tsx";
import { RoundPictures, roundsOf } from "../pictures/round-pictures.tsx";
import { RoundTables } from "../pictures/round-tables.tsx";
import { lengthOf } from "../pictures/text-length.ts";
import { summaryOf } from "../questions/summaries.ts";
import { Clock } from "./clock.tsx";
import { JoinQr } from "./join-way.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";
import type { Site } from "./stage.tsx";
import { StageLine } from "./stage-line.tsx";
import { tablePlace } from "./table-place.ts";
import { useRoom } from "./use-room.ts";

type QuestionViewProps = {
  question: Question;
  stage: PollStageFrame;
  state: Presentation;
  poll: NonNullable<Presentation["poll"]>;
  site: Site;
  table: boolean;
  /** Whether the way in stands beside the question. */
  join: boolean;
  onModerate: (command: ModerationCommand) => void;
  t: StageTexts;
  language: string;
};

export function QuestionView(props: QuestionViewProps) {
  const { question, stage, state, poll, site, table, join, onModerate, t, language } = props;
  const { tally, joined, clockAhead } = state;
  const answered = tally?.answered ?? 0;
  const picture = useRef<HTMLDivElement>(null);
  const room = useRoom(picture);
  const place = table ? ` table-${tablePlace(question, tally?.otherRound === undefined ? 1 : 2, room)}` : "";
  return (
    <div class="question">
      <div class="question-head">
        <h1 class={`question-text question-${lengthOf(question.text)}`} dir="auto">
          {question.text}
        </h1>
        <div class="question-side" lang={language}>
          {stage.closesAt !== undefined && <Clock closesAt={stage.closesAt} clockAhead={clockAhead} t={t} />}
          {join && <JoinQr code={poll.code} site={site} t={t} />}
        </div>
      </div>
      <div ref={picture} class={`question-picture${place}`} lang={language}>
        {stage.results === "hidden" ? (
          <div class="question-hidden">
            <p class="question-count">{formatCount(answered, language)}</p>
            <p class="question-unit">{t("question.hidden", { n: answered })}</p>
            <p class="quiet">{t("question.hiddenOf", { n: joined })}</p>
            <Spoken text={t("question.answeredOf", { answered, joined })} />
          </div>
        ) : (
          tally !== null && (
            <Shown
              question={question}
              tally={tally}
              joined={joined}
              table={table}
              onModerate={onModerate}
              t={t}
              language={language}
            />
          )
        )}
      </div>
      <StageLine stage={stage} state={state} poll={poll} host={join ? site.host : null} t={t} language={language} />
    </div>
  );
}

type ShownProps = Pick<QuestionViewProps, "question" | "table" | "onModerate" | "t" | "language"> & {
  tally: PollTallyFrame;
  joined: number;
};

function Shown({ question, tally: frame, joined, table, onModerate, t, language }: ShownProps) {
  const { tally, answered } = frame;
  const props = { question, t, language };
  const rounds = roundsOf(frame);
  const summary = summaryOf(question.type)({ ...props, tally });
  const skipped = tally.skipped ? `, ${t("question.skipped", { n: tally.skipped })}` : "";
  const said = `${t("question.answeredOf", { answered, joined })}${skipped}. ${summary}`;
  // A word that has been hidden may not go on being said.
  const hidden = frame.moderation?.hidden.filter(({ by }) => by === "moderator").length;
  return (
    <>
      <RoundPictures
        rounds={rounds}
        onHide={(entry) => onModerate({ question: question.id, action: "hide", entry })}
        {...props}
      />
      {/* A scrolling region is reached by keyboard; a hidden one must not be. */}
      <section
        class={table ? "question-table" : "question-table visually-hidden"}
        aria-label={t("question.table")}
        tabIndex={table ? 0 : undefined}
      >
        <RoundTables rounds={rounds} {...props} />
      </section>
      <Spoken text={said} occasion={hidden} />
    </>
  );
}
