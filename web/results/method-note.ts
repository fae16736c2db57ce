/** How a run's answers came about, as sentences: what a reader has to know before trusting a figure. Pure. */
import type { QuestionResult, Results } from "../../worker/poll/results.ts";
import type { ShownTally } from "../../worker/questions/tally.ts";
import type { ResultsCatalogue } from "../messages/results.en.ts";
import type { Translate } from "../messages/translate.ts";

/** `when` writes a time, given in ISO 8601. */
type Reader = { t: Translate<ResultsCatalogue>; language: string; when: (iso: string) => string };

export function methodNote(results: Results, { t, language, when }: Reader): string[] {
  const { questions, joined, blockList, openedAt, closedAt, origin, sharedDevice } = results;
  const numbers = (wanted: (question: QuestionResult) => boolean) =>
    questions.flatMap((question, index) => (wanted(question) ? [index + 1] : []));
  const list = (places: readonly number[]) =>
    new Intl.ListFormat(language, { type: "conjunction" }).format(places.map(String));
  /** All, none or some of the questions. */
  const of = (name: "changeable" | "skippable") => {
    const places = numbers(({ definition }) => definition[name]);
    if (places.length === questions.length) return [t(`method.${name}.all`)];
    return [places.length === 0 ? t(`method.${name}.none`) : t(`method.${name}.some`, { questions: list(places) })];
  };
  const answered = questions.flatMap(allTallies).map((tally) => tally.answered);
  const rounds = numbers(({ secondRound }) => secondRound !== undefined);
  const held = questions.flatMap((question, index) => heldBack(question, index + 1, t));
  return [
    ...(origin === undefined ? [] : [t("method.imported", { when: when(origin.importedAt) })]),
    ...(openedAt === undefined || closedAt === undefined
      ? []
      : [t("method.open", { opened: when(openedAt), closed: when(closedAt) })]),
    joinedAndAnswered(),
    t(sharedDevice ? "method.attendeeShared" : "method.attendee"),
    ...(questions.length === 0 ? [] : [...of("changeable"), ...of("skippable")]),
    ...(rounds.length === 0 ? [] : [t("method.rounds", { n: rounds.length, questions: list(rounds) })]),
    ...questions.flatMap(({ cleared = 0 }, index) =>
      cleared === 0 ? [] : [t("method.cleared", { question: index + 1, n: cleared })],
    ),
    ...(blockList === undefined ? [] : [t(blockList ? "method.blockList.on" : "method.blockList.off")]),
    ...(held.length === 0 ? [t("method.nothingHidden")] : held),
  ];

  function joinedAndAnswered(): string {
    if (questions.length === 0) return t("method.joined", { n: joined });
    const [least, most] = [Math.min(...answered), Math.max(...answered)];
    return least === most
      ? t("method.answeredAlike", { n: joined, most })
      : t("method.answered", { n: joined, least, most });
  }
}

function allTallies({ tally, secondRound }: QuestionResult): ShownTally[] {
  return secondRound === undefined ? [tally] : [tally, secondRound.tally];
}

function heldBack(question: QuestionResult, n: number, t: Reader["t"]): string[] {
  return allTallies(question).flatMap((tally) => {
    const { hidden = 0, merged = [], waiting = 0 } = writtenIn(tally);
    return [
      ...(hidden === 0 ? [] : [t("method.hidden", { question: n, n: hidden })]),
      ...(merged.length === 0 ? [] : [t("method.merged", { question: n, n: merged.length })]),
      ...(waiting === 0 ? [] : [t("method.waiting", { question: n, n: waiting })]),
    ];
  });
}

function writtenIn(tally: ShownTally): { hidden?: number; merged?: object[]; waiting?: number } {
  if ("counts" in tally) return tally.other ?? {};
  return "words" in tally || "entries" in tally ? tally : {};
}
