import { formatCount } from "../charts/figures.ts";
import type { StageTexts } from "./present-page.tsx";

type ClosedViewProps = { title: string; joined: number; resultsLink: string; t: StageTexts; language: string };

export function ClosedView({ title, joined, resultsLink, t, language }: ClosedViewProps) {
  return (
    <div class="closed">
      <p class="closed-poll">{title}</p>
      <h1 lang={language}>{t("closed.title")}</h1>
      <p class="lobby-joined" lang={language}>
        <strong>{formatCount(joined, language)}</strong> {t("closed.joined", { n: joined })}
      </p>
      <a class="closed-link" href={resultsLink} lang={language}>
        {t("closed.results")}
      </a>
    </div>
  );
}
