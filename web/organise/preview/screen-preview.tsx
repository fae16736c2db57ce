/** The question as the room's screen has it: laid out as large as it is there, and drawn as small as there is room for. */
import { useMemo, useRef } from "preact/hooks";
import type { Question } from "../../../worker/questions/registry.ts";
import type { ChartTexts } from "../../charts/chart-props.ts";
import { useSize } from "../../charts/use-size.ts";
import { PictureSheet, sheetSize } from "../../pictures/picture-sheet.tsx";
import type { DraftSettings } from "../draft.ts";
import { madeUpCloud, madeUpTally } from "./made-up-tally.ts";

type ScreenPreviewProps = {
  title: string;
  settings: Pick<DraftSettings, "accent" | "logo">;
  question: Question;
  /** Of the made-up answers. */
  pollLanguage: string;
  t: ChartTexts;
  language: string;
};

export function ScreenPreview({ title, settings, question, pollLanguage, t, language }: ScreenPreviewProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width } = useSize(frame);
  const scale = width / sheetSize.width;
  // The picture is drawn anew where a figure may change, not for every letter of the question.
  const rounds = useMemo(() => {
    const tally = madeUpTally(question, pollLanguage);
    const cloud = madeUpCloud(question, pollLanguage);
    return [{ answered: tally.answered, tally, ...(cloud === undefined ? {} : { cloud }) }];
  }, [question, pollLanguage]);
  return (
    <div ref={frame} class="preview-screen" style={{ "--accent": accentIn(settings.accent) }}>
      <div class="preview-sheet" style={{ transform: `scale(${scale})` }}>
        <PictureSheet
          title={title}
          question={question}
          rounds={rounds}
          counts={t("chart.answers", { n: rounds[0]?.answered ?? 0 })}
          t={t}
          language={language}
        />
      </div>
      {settings.logo === null ? null : <img class="preview-logo" src={settings.logo.image} alt="" />}
    </div>
  );
}

/** Undefined while what is typed is no colour: the screen then has its own. */
function accentIn(typed: string): string | undefined {
  return /^#[0-9a-f]{6}$/i.test(typed.trim()) ? typed.trim() : undefined;
}
