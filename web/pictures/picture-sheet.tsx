import type { Question } from "../../worker/questions/registry.ts";
import type { ChartTexts } from "../charts/chart-props.ts";
import { RoundPictures, type RoundResult } from "./round-pictures.tsx";

/** `counts`: how many have answered, and when. */
export type Sheet = {
  title: string;
  question: Question;
  rounds: readonly RoundResult[];
  counts: string;
  t: ChartTexts;
  language: string;
};

/** Units of a saved picture: 16:9, as large as a stage is drawn. */
export const sheetSize = { width: 1600, height: 900 };

/** One question's result as it is saved: the stage's picture with all that says what it is. */
export function PictureSheet({ title, question, rounds, counts, t, language }: Sheet) {
  return (
    <div class="sheet" style={{ inlineSize: `${sheetSize.width}px`, blockSize: `${sheetSize.height}px` }}>
      <p class="sheet-title" dir="auto">
        {title}
      </p>
      <p class={question.text.length > 160 ? "sheet-question sheet-question-long" : "sheet-question"} dir="auto">
        {question.text}
      </p>
      <RoundPictures question={question} rounds={rounds} t={t} language={language} />
      <p class="sheet-counts">{counts}</p>
    </div>
  );
}
