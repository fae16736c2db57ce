import { Fragment } from "preact";
import type { Question } from "../../worker/questions/registry.ts";
import type { ChartTexts } from "../charts/chart-props.ts";
import { tableOf } from "../questions/tables.ts";
import { RoundName, type RoundResult } from "./round-pictures.tsx";

/** No room reads more rows, and a hidden table of thousands would be drawn ten times a second. */
const tableRows = 100;

type RoundTablesProps = { question: Question; rounds: readonly RoundResult[]; t: ChartTexts; language: string };

/** The figures of a question's picture; where it has been asked twice, each round's under its name. */
export function RoundTables({ question, rounds, t, language }: RoundTablesProps) {
  const Table = tableOf(question.type);
  if (rounds.length < 2) {
    return rounds.map(({ tally }, index) => (
      <Table key={index} question={question} tally={tally} t={t} language={language} limit={tableRows} />
    ));
  }
  return rounds.map(({ tally, answered }, index) => {
    const number = index + 1;
    // Two tables of one name could not be told apart by who hears them.
    const text = `${question.text} · ${t("chart.round", { number, n: answered })}`;
    return (
      <Fragment key={index}>
        <RoundName number={number} answered={answered} t={t} />
        <Table question={{ ...question, text }} tally={tally} t={t} language={language} limit={tableRows} />
      </Fragment>
    );
  });
}
