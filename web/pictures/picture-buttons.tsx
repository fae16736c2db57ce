import { useState } from "preact/hooks";
import type { Question } from "../../worker/questions/registry.ts";
import type { ChartTexts } from "../charts/chart-props.ts";
import { formatDate } from "../charts/figures.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import type { RoundResult } from "./round-pictures.tsx";
import type { PictureFormat } from "./save-picture.tsx";

type PictureButtonsProps = {
  question: Question;
  rounds: readonly RoundResult[];
  /** The poll's. */
  title: string;
  answered: number;
  joined: number;
  /** ISO 8601; without it, now. */
  at?: string | undefined;
  /** Of each button. */
  look: string;
  t: ChartTexts;
  language: string;
};

const formats: readonly PictureFormat[] = ["svg", "png"];
const texts = { svg: "picture.svg", png: "picture.png" } as const;

/** Saves a result as a picture. What makes one is loaded when it is asked for. */
export function PictureButtons(props: PictureButtonsProps) {
  const { question, answered, joined, at, look, t, language } = props;
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");
  const save = async (format: PictureFormat) => {
    setBusy(true);
    setTold("");
    try {
      const { savePicture } = await import("./save-picture.tsx");
      const when = formatDate(at ?? new Date().toISOString(), language);
      await savePicture({ ...props, counts: t("picture.counts", { answered, joined, when }) }, format);
      setTold(t("picture.saved"));
    } catch {
      setTold(t("picture.failed"));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {formats.map((format) => (
        <BusyButton
          key={format}
          class={look}
          busy={busy}
          aria-label={`${t("picture.save")}, ${t(texts[format])}: ${question.text}`}
          onClick={() => void save(format)}
        >
          {t(texts[format])}
        </BusyButton>
      ))}
      <span class="picture-told" role="status">
        {told}
      </span>
    </>
  );
}
