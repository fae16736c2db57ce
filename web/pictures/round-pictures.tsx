import type { PollTallyFrame } from "../../worker/poll/snapshots.ts";
import type { Question } from "../../worker/questions/registry.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import type { ChartTexts } from "../charts/chart-props.ts";
import { chartOf } from "../questions/charts.ts";

export type RoundResult = Pick<PollTallyFrame, "answered" | "tally" | "cloud">;
type Common = {
  question: Question;
  onHide?: ((entry: string) => void) | undefined;
  t: ChartTexts;
  language: string;
};

/** The rounds that a frame tells of, the first before the second. */
export function roundsOf(frame: PollTallyFrame): RoundResult[] {
  const { otherRound } = frame;
  if (otherRound === undefined) return [frame];
  return otherRound.round === 1 ? [otherRound, frame] : [frame, otherRound];
}

/** A question's picture; where it has been asked twice, those of both rounds side by side. They fill what there is. */
export function RoundPictures({ rounds, ...common }: Common & { rounds: readonly RoundResult[] }) {
  return (
    <div class="rounds">
      {rounds.map((round, index) => (
        <RoundPicture
          key={index}
          round={round}
          beside={rounds[1 - index]?.tally}
          number={rounds.length > 1 ? index + 1 : null}
          {...common}
        />
      ))}
    </div>
  );
}

type RoundPictureProps = Common & {
  round: RoundResult;
  beside: ShownTally | undefined;
  /** Null where there has been one round alone. */
  number: number | null;
};

function RoundPicture({ round, beside, number, ...common }: RoundPictureProps) {
  const { tally, answered, cloud } = round;
  const { question, t } = common;
  const Chart = chartOf(question.type);
  return (
    <div class="round">
      {number !== null && <RoundName number={number} answered={answered} t={t} />}
      <div class="round-picture">
        <Chart {...common} tally={tally} beside={beside} cloud={cloud} />
        {answered === 0 && (question.type === "words" || question.type === "text") && (
          <p class="round-waiting">{t("chart.waiting")}</p>
        )}
      </div>
    </div>
  );
}

export function RoundName({ number, answered, t }: { number: number; answered: number; t: ChartTexts }) {
  return <h2 class="round-name">{t("chart.round", { number, n: answered })}</h2>;
}
