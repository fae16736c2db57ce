/** Two runs of a poll, question by question. Pure: figures and their changes, and no word on what they mean. */
import type { QuestionResult, Results } from "../../worker/poll/results.ts";
import type { ChoiceQuestion, ChoiceView } from "../../worker/questions/choice/rules.ts";
import type { GridQuestion, GridView } from "../../worker/questions/grid/rules.ts";
import type { NumberView } from "../../worker/questions/number/rules.ts";
import type { PointsQuestion, PointsView } from "../../worker/questions/points/rules.ts";
import type { RankingQuestion, RankingView } from "../../worker/questions/ranking/rules.ts";
import type { Question, QuestionType, TallyView } from "../../worker/questions/registry.ts";
import type { ScaleQuestion, ScaleView } from "../../worker/questions/scale/rules.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import type { WordsView } from "../../worker/questions/words/rules.ts";
import { wordKey } from "../../worker/shared/text.ts";
import { ownValue } from "../charts/own-value.ts";

/** `value` null: nobody gave any. `n`: what a share or a mean is of. `count`: of a share. */
export type Cell = { value: number | null; n: number; count?: number };
/** Which of an item's figures it is, where it has several, or an item that is none of the question's own. */
export type Part = "mean" | "median" | "x" | "y" | "other";
/** A side is null where the item wasn't there. `change`: after less before; null where either is missing. */
export type ComparedRow = {
  item: string;
  /** Where it was worded otherwise before. */
  itemBefore?: string;
  part?: Part;
  before: Cell | null;
  after: Cell | null;
  change: number | null;
};
/** `share` of those who answered, from 0 to 1; `place`: a mean one, 1 is the first; `figure`: in the question's own unit. */
export type Measure = "share" | "mean" | "place" | "figure" | "none";

export type ComparedQuestion = {
  /** As it was in the later run. */
  question: Question;
  /** Where it was worded otherwise before. */
  textBefore?: string;
  /** Null where it was asked once in both runs. */
  round: number | null;
  before: Answers;
  after: Answers;
  measure: Measure;
  rows: ComparedRow[];
  /** Rows that were left out, the least frequent ones. */
  rest: number;
  /** Something that figures depend on was another: a scale's ends, a total, how many choices. */
  settingsDiffer: boolean;
};
export type Answers = { answered: number; skipped: number | undefined };
/** `round` null: the question as a whole. */
export type Unpaired = { text: string; round: number | null };
export type Comparison = { questions: ComparedQuestion[]; onlyBefore: Unpaired[]; onlyAfter: Unpaired[] };

type Sided<V, Q> = { tally: V & { answered: number }; question: Q; language: string };
type Row = Omit<ComparedRow, "change">;

/** Method syntax on purpose, as in `QuestionRules`: one type's comparer stands in the registry as one of the union's. */
interface Comparer<V, Q> {
  measure: Measure;
  rows(before: Sided<V, Q>, after: Sided<V, Q>): Row[];
}

const mostWords = 40;

const choice: Comparer<ChoiceView, ChoiceQuestion> = {
  measure: "share",
  rows(before, after) {
    const cell = ({ tally }: Sided<ChoiceView, ChoiceQuestion>, id: string) =>
      share(ownValue(tally.counts, id) ?? 0, tally.answered);
    const options = ofItems(before, after, ({ question }) => question.options, cell);
    const other = ({ tally }: Sided<ChoiceView, ChoiceQuestion>) =>
      tally.other === undefined ? null : share(tally.other.count, tally.answered);
    const [was, is] = [other(before), other(after)];
    return was === null && is === null ? options : [...options, { item: "", part: "other", before: was, after: is }];
  },
};

const words: Comparer<WordsView, Question> = {
  measure: "share",
  rows(before, after) {
    const counts = ({ tally, language }: Sided<WordsView, Question>) =>
      new Map(tally.words.map(({ word, count }) => [wordKey(word, language), { word, count }]));
    const [was, is] = [counts(before), counts(after)];
    const rows = [...new Set([...is.keys(), ...was.keys()])].map((key) => ({
      item: is.get(key)?.word ?? was.get(key)?.word ?? key,
      before: share(was.get(key)?.count ?? 0, before.tally.answered),
      after: share(is.get(key)?.count ?? 0, after.tally.answered),
    }));
    const most = (row: (typeof rows)[number]) => Math.max(row.before.count, row.after.count);
    return rows.toSorted((a, b) => most(b) - most(a));
  },
};

const text: Comparer<object, Question> = { measure: "none", rows: () => [] };

const scale: Comparer<ScaleView, ScaleQuestion> = {
  measure: "mean",
  rows: (before, after) =>
    ofItems(
      before,
      after,
      ({ question }) => question.statements,
      ({ tally }, id) => {
        const { mean = null, counts = {} } = ownValue(tally.statements, id) ?? {};
        // Not those who answered less those who skipped it: it may have been put in while the run was on.
        return { value: mean, n: Object.values(counts).reduce((sum, count) => sum + count, 0) };
      },
    ),
};

const ranking: Comparer<RankingView, RankingQuestion> = {
  measure: "place",
  rows: (before, after) =>
    ofItems(
      before,
      after,
      ({ question }) => question.options,
      ({ tally }, id) => ({ value: ownValue(tally.options, id)?.meanRank ?? null, n: tally.answered }),
    ),
};

const points: Comparer<PointsView, PointsQuestion> = {
  measure: "mean",
  rows: (before, after) =>
    ofItems(
      before,
      after,
      ({ question }) => question.options,
      ({ tally }, id) => ({ value: ownValue(tally.options, id)?.mean ?? null, n: tally.answered }),
    ),
};

const number: Comparer<NumberView, Question> = {
  measure: "figure",
  rows: (before, after) =>
    (["mean", "median"] as const).map((part) => ({
      item: "",
      part,
      before: { value: before.tally[part], n: before.tally.answered },
      after: { value: after.tally[part], n: after.tally.answered },
    })),
};

const grid: Comparer<GridView, GridQuestion> = {
  measure: "mean",
  rows: (before, after) =>
    (["x", "y"] as const).flatMap((part) =>
      ofItems(
        before,
        after,
        ({ question }) => question.items,
        ({ tally }, id) => {
          const item = ownValue(tally.items, id);
          return { value: item?.[part] ?? null, n: item?.n ?? 0 };
        },
      ).map((row) => ({ ...row, part })),
    ),
};

const comparers = { choice, words, text, scale, ranking, points, number, grid } as const satisfies Record<
  QuestionType,
  Comparer<TallyView, Question>
>;

/** Questions are the same where id and type are; the order is the later run's. */
export function compareRuns(before: Results, after: Results): Comparison {
  const earlier = roundsIn(before);
  const later = roundsIn(after);
  const sameAs = (round: Round) => (other: Round) =>
    other.result.id === round.result.id && other.result.type === round.result.type && other.round === round.round;
  const questions = later.flatMap((round) => {
    const was = earlier.find(sameAs(round));
    if (was === undefined) return [];
    const twice = was.result.secondRound !== undefined || round.result.secondRound !== undefined;
    return [compared(was, round, twice, before.language, after.language)];
  });
  const unpaired = (rounds: Round[], others: Round[]) =>
    rounds
      .filter((round) => !others.some(sameAs(round)))
      .map(({ result, round }) => ({ text: result.text, round: result.secondRound === undefined ? null : round }));
  return { questions, onlyBefore: unpaired(earlier, later), onlyAfter: unpaired(later, earlier) };
}

type Round = { result: QuestionResult; round: number; tally: ShownTally };

function roundsIn({ questions }: Results): Round[] {
  return questions.flatMap((result) => [
    { result, round: 1, tally: result.tally },
    ...(result.secondRound === undefined ? [] : [{ result, round: 2, tally: result.secondRound.tally }]),
  ]);
}

function compared(was: Round, is: Round, twice: boolean, before: string, after: string): ComparedQuestion {
  const { type } = is.result;
  const comparer: Comparer<TallyView, Question> = comparers[type];
  const rows = comparer
    .rows(
      { tally: was.tally, question: was.result.definition, language: before },
      { tally: is.tally, question: is.result.definition, language: after },
    )
    .map((row) => ({ ...row, change: changeOf(row) }));
  const shown = type === "words" ? rows.slice(0, mostWords) : rows;
  return {
    question: is.result.definition,
    ...(was.result.text === is.result.text ? {} : { textBefore: was.result.text }),
    round: twice ? is.round : null,
    before: { answered: was.tally.answered, skipped: was.tally.skipped },
    after: { answered: is.tally.answered, skipped: is.tally.skipped },
    measure: comparer.measure,
    rows: shown,
    rest: rows.length - shown.length,
    settingsDiffer: basis(was.result.definition) !== basis(is.result.definition),
  };
}

function changeOf({ before, after }: Row): number | null {
  const [was, is] = [before?.value ?? null, after?.value ?? null];
  return was === null || is === null ? null : is - was;
}

/** What a figure means hangs on what stands at its axis' ends. */
const labelledEnds = ["minLabel", "maxLabel", "xLabels", "yLabels"];

/** The settings that figures can't be compared without knowing of. */
function basis(question: Question): string {
  const fields = ["min", "max", "total", "maxChoices", "maxWords", "allowOther", "unit", ...labelledEnds];
  return JSON.stringify(fields.map((field) => Object.entries(question).find(([name]) => name === field)?.[1] ?? null));
}

function share(count: number, n: number): Required<Cell> {
  return { value: n === 0 ? null : count / n, n, count };
}

type Item = { id: string; text: string };

/** A row an item, in the later run's order and with its text; after them those that only the earlier one had. */
function ofItems<S>(before: S, after: S, itemsOf: (side: S) => Item[], cell: (side: S, id: string) => Cell): Row[] {
  const [earlier, later] = [itemsOf(before), itemsOf(after)];
  const had = new Map(earlier.map(({ id, text: was }) => [id, was]));
  const has = new Set(later.map(({ id }) => id));
  const gone = earlier.filter(({ id }) => !has.has(id));
  return [...later, ...gone].map(({ id, text: item }) => {
    const was = had.get(id);
    return {
      item,
      ...(was === undefined || was === item ? {} : { itemBefore: was }),
      before: was === undefined ? null : cell(before, id),
      after: has.has(id) ? cell(after, id) : null,
    };
  });
}

export type PictureAxis = {
  from: number;
  to: number;
  /** Marks on the scale: a bar that doesn't begin at zero would say something false. */
  marks: boolean;
  rows: ComparedRow[];
};

const drawnWords = 12;

/** Where the figures stand in the picture; null where one would not help. */
export function pictureAxis({ question, measure, rows }: ComparedQuestion): PictureAxis | null {
  const values = rows.flatMap(({ before, after }) => [before?.value ?? null, after?.value ?? null]);
  const given = values.filter((value) => value !== null);
  if (given.length === 0) return null;
  if (question.type === "scale") {
    const { min, max } = question;
    return { from: Math.min(min, ...given), to: Math.max(max, ...given), marks: true, rows };
  }
  if (measure !== "share" && question.type !== "points") return null;
  return {
    from: 0,
    to: Math.max(...given),
    marks: false,
    rows: rows.slice(0, Math.max(drawnWords, optionsOf(question))),
  };
}

function optionsOf(question: Question): number {
  return "options" in question ? question.options.length + 1 : 0;
}
