/** How the open question looks on the screen and on phones, with made-up answers. It only repeats what the form says. */
import { useMemo } from "preact/hooks";
import { chartsEn } from "../../messages/charts.en.ts";
import { chartsSv } from "../../messages/charts.sv.ts";
import type { OrganiseCatalogue } from "../../messages/organise.en.ts";
import { type Translate, translator } from "../../messages/translate.ts";
import { voteEn } from "../../messages/vote.en.ts";
import { voteSv } from "../../messages/vote.sv.ts";
import type { DraftQuestion } from "../../questions/editors.ts";
import type { DraftSettings } from "../draft.ts";
import { PhonePreview } from "./phone-preview.tsx";
import { previewQuestion } from "./preview-question.ts";
import { ScreenPreview } from "./screen-preview.tsx";

type PreviewProps = {
  t: Translate<OrganiseCatalogue>;
  question: DraftQuestion;
  title: string;
  settings: DraftSettings;
  pollLanguage: string;
  language: string;
};

export type PreviewComponent = typeof Preview;

const catalogues = { sv: { charts: chartsSv, vote: voteSv }, en: { charts: chartsEn, vote: voteEn } };

export function Preview({ t, question: draft, title, settings, pollLanguage, language }: PreviewProps) {
  const question = useMemo(
    () => previewQuestion(draft, { question: t("editor.noText"), item: (n) => t("items.item", { n }) }),
    [draft],
  );
  const charts = useMemo(() => translator(catalogues[tagOf(language)].charts, language), [language]);
  const phone = useMemo(() => {
    const tag = tagOf(pollLanguage, language);
    return translator(catalogues[tag].vote, tag);
  }, [pollLanguage, language]);
  const named = title.trim() === "" ? t("draft.untitled") : title;
  return (
    <>
      <h3 id="preview-screen">{t("preview.screen")}</h3>
      <div inert>
        <ScreenPreview
          key={`${question.id} ${question.type}`}
          title={named}
          settings={settings}
          question={question}
          pollLanguage={pollLanguage}
          t={charts}
          language={language}
        />
      </div>
      <h3 id="preview-phone">{t("preview.phone")}</h3>
      <div inert>
        <PhonePreview key={question.id} title={named} question={question} language={pollLanguage} t={phone} />
      </div>
    </>
  );
}

/** The first of the languages that there are texts in, as the pages themselves choose it. */
function tagOf(...languages: string[]): keyof typeof catalogues {
  const known = languages.map((language) => language.split("-")[0]).find((tag) => tag === "sv" || tag === "en");
  return known === "en" ? "en" : "sv";
}
