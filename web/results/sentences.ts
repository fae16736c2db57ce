/** One sentence a question that says what its tally shows, by type. Pure. */
import type { ChoiceQuestion, ChoiceView } from "../../worker/questions/choice/rules.ts";
import type { GridQuestion, GridView } from "../../worker/questions/grid/rules.ts";
import type { NumberQuestion, NumberView } from "../../worker/questions/number/rules.ts";
import type { PointsQuestion, PointsView } from "../../worker/questions/points/rules.ts";
import type { RankingQuestion, RankingView } from "../../worker/questions/ranking/rules.ts";
import type { Question, QuestionType, TallyView } from "../../worker/questions/registry.ts";
import type { ScaleQuestion, ScaleView } from "../../worker/questions/scale/rules.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import type { WordsQuestion, WordsView } from "../../worker/questions/words/rules.ts";
import type { ResultsCatalogue } from "../messages/results.en.ts";
import type { Translate } from "../messages/translate.ts";
import { choiceRows } from "../questions/choice/rows.ts";
import { most } from "../questions/grid/ends.ts";
import { formatMeanOver, formatMedianOver, formatNumber, withUnit } from "../questions/number/figures.ts";

export type Reader = { t: Translate<ResultsCatalogue>; language: string };

type Answered = { answered: number };

/** Method syntax on purpose, as in `QuestionRules`: one type's maker stands in the registry as one of the union's. */
interface SentenceMaker<Q, V> {
  of(question: Q, tally: V & Answered, reader: Reader): string;
}

const choice: SentenceMaker<ChoiceQuestion, ChoiceView> = {
  of(question, tally, { t, language }) {
    const { answered } = tally;
    const rows = choiceRows(question, tally, t("sentence.choice.other"));
    const ranked = rows.map(({ name, value }) => ({ name: quoted(name, language), n: value }));
    const { n, those: leaders } = highest(ranked, (option) => option.n);
    const name = leaders[0]?.name ?? "";
    if (leaders.length > 1) return t("sentence.choice.tie", { names: listed(leaders, language), n, answered });
    if (n === answered && n > 1) return t("sentence.choice.all", { name, answered });
    return t("sentence.choice.one", { name, n, answered, percent: percent(n / answered, language) });
  },
};

/** More words than this at the top are no longer worth naming. */
const namedWords = 5;

const words: SentenceMaker<WordsQuestion, WordsView> = {
  of(_question, tally, { t, language }) {
    const { n, those: leaders } = highest(
      tally.words.map(({ word, count }) => ({ name: quoted(word, language), n: count })),
      (word) => word.n,
    );
    if (leaders.length === 0) return t("sentence.words.hidden");
    if (leaders.length === 1) return t("sentence.words.one", { word: leaders[0]?.name ?? "", n });
    return t("sentence.words.tie", { words: listed(leaders.slice(0, namedWords), language), n });
  },
};

const text: SentenceMaker<Question, object> = {
  of: (_question, { answered }, { t }) => t("sentence.text", { n: answered }),
};

const scale: SentenceMaker<ScaleQuestion, ScaleView> = {
  of({ statements, min, max }, tally, { t, language }) {
    const rated = statements.flatMap(({ id, text: statement }) => {
      const mean = tally.statements[id]?.mean ?? null;
      return mean === null ? [] : [{ name: quoted(statement, language), mean }];
    });
    const [only] = rated;
    if (only === undefined) return t("sentence.scale.skipped");
    const range = { min, max };
    if (rated.length === 1)
      return t("sentence.scale.one", { name: only.name, mean: figure(only.mean, language), ...range });
    const [top, bottom] = [highest(rated, ({ mean }) => mean), lowest(rated, ({ mean }) => mean)];
    if (top.n === bottom.n) return t("sentence.scale.same", { mean: figure(top.n, language), ...range });
    return t("sentence.scale.many", {
      highest: listed(top.those, language),
      highestMean: figure(top.n, language),
      lowest: listed(bottom.those, language),
      lowestMean: figure(bottom.n, language),
      ...range,
    });
  },
};

const ranking: SentenceMaker<RankingQuestion, RankingView> = {
  of({ options }, tally, { t, language }) {
    const ranked = options.map(({ id, text: option }) => {
      const { points = 0, meanRank = null } = tally.options[id] ?? {};
      return { name: quoted(option, language), n: points, rank: figure(meanRank ?? 0, language) };
    });
    const { n, those: leaders } = highest(ranked, (option) => option.n);
    const { n: lastN, those: lasts } = lowest(ranked, (option) => option.n);
    if (n === lastN) return t("sentence.ranking.same", { n });
    if (leaders.length > 1) return t("sentence.ranking.tie", { names: listed(leaders, language), n });
    // As many points over as many places: their mean places are the same too.
    const [{ name, rank } = { name: "", rank: "" }, lastRank = ""] = [leaders[0], lasts[0]?.rank];
    return t("sentence.ranking.one", { first: name, n, rank, last: listed(lasts, language), lastN, lastRank });
  },
};

const points: SentenceMaker<PointsQuestion, PointsView> = {
  of({ options, total }, tally, { t, language }) {
    const given = options.map(({ id, text: option }) => ({
      name: quoted(option, language),
      mean: tally.options[id]?.mean ?? 0,
    }));
    const { n, those: leaders } = highest(given, (option) => option.mean);
    const least = lowest(given, (option) => option.mean);
    const mean = figure(n, language);
    if (n === least.n) return t("sentence.points.same", { mean, total });
    if (leaders.length > 1) return t("sentence.points.tie", { names: listed(leaders, language), mean, total });
    const facts = { most: listed(leaders, language), least: listed(least.those, language) };
    return t("sentence.points.one", { ...facts, mean, total, leastMean: figure(least.n, language) });
  },
};

const number: SentenceMaker<NumberQuestion, NumberView> = {
  of(question, { mean, median, min, max, right, answered: n }, { t, language }) {
    if (min === null || max === null) return t("sentence.none");
    const figureOf = (value: number) => withUnit(formatNumber(value, language), question);
    const spread =
      min === max
        ? t("sentence.number.same", { n, value: figureOf(min) })
        : t("sentence.number.many", {
            mean: withUnit(formatMeanOver(mean, question, language), question),
            median: withUnit(formatMedianOver(median, question, language), question),
            min: figureOf(min),
            max: figureOf(max),
          });
    if (right === undefined) return spread;
    const { value, closeWithin, exact, close } = right;
    const facts = { value: figureOf(value), within: figureOf(closeWithin), exact, close, n };
    return `${spread} ${t("sentence.number.right", facts)}`;
  },
};

const grid: SentenceMaker<GridQuestion, GridView> = {
  of({ items, xLabels, yLabels }, tally, { t, language }) {
    const placed = items.flatMap(({ id, text: item }) => {
      const { x = null, y = null } = tally.items[id] ?? {};
      return x === null || y === null ? [] : [{ name: quoted(item, language), x, y }];
    });
    const [only] = placed;
    if (only === undefined) return t("sentence.grid.skipped");
    const [right, top] = [highest(placed, ({ x }) => x), highest(placed, ({ y }) => y)];
    const places = { x: figure(right.n, language), y: figure(top.n, language), most };
    const ends = { rightEnd: inBrackets(xLabels[1]), topEnd: inBrackets(yLabels[1]) };
    if (placed.length === 1) return t("sentence.grid.one", { name: only.name, ...places, ...ends });
    return t("sentence.grid.many", {
      right: listed(right.those, language),
      top: listed(top.those, language),
      ...places,
      ...ends,
    });
  },
};

const makers = { choice, words, text, scale, ranking, points, number, grid } as const satisfies Record<
  QuestionType,
  SentenceMaker<Question, TallyView>
>;

export function sentenceOf(question: Question, tally: ShownTally, reader: Reader): string {
  if (tally.answered === 0) return reader.t("sentence.none");
  const maker: SentenceMaker<Question, TallyView> = makers[question.type];
  return maker.of(question, tally, reader);
}

type Extreme<T> = { n: number; those: T[] };

/** 0 where there is none. */
function highest<T>(entries: readonly T[], count: (entry: T) => number): Extreme<T> {
  return extreme(entries, count, entries.length === 0 ? 0 : Math.max(...entries.map(count)));
}

function lowest<T>(entries: readonly T[], count: (entry: T) => number): Extreme<T> {
  return extreme(entries, count, entries.length === 0 ? 0 : Math.min(...entries.map(count)));
}

function extreme<T>(entries: readonly T[], count: (entry: T) => number, n: number): Extreme<T> {
  return { n, those: entries.filter((entry) => count(entry) === n) };
}

function listed(entries: readonly { name: string }[], language: string): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(entries.map(({ name }) => name));
}

function percent(share: number, language: string): string {
  return new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 0 }).format(share);
}

/** A mean always shows a decimal, so that it is not read as a count. */
function figure(mean: number, language: string): string {
  return new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 2 }).format(mean);
}

/** What the end of an axis means, where that is said. */
function inBrackets(label = ""): string {
  return label === "" ? "" : ` (${label})`;
}

/** In the language's own quotation marks, so that people's words are told from ours. */
function quoted(words: string, language: string): string {
  return language.startsWith("sv") ? `”${words}”` : `“${words}”`;
}
