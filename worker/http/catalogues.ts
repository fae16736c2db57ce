/** Which texts a page needs, and in which language its reader gets them. */
import { chartsEn } from "../../web/messages/charts.en.ts";
import { chartsSv } from "../../web/messages/charts.sv.ts";
import { embedEn } from "../../web/messages/embed.en.ts";
import { embedSv } from "../../web/messages/embed.sv.ts";
import { homeEn } from "../../web/messages/home.en.ts";
import { homeSv } from "../../web/messages/home.sv.ts";
import { organiseEn } from "../../web/messages/organise.en.ts";
import { organiseSv } from "../../web/messages/organise.sv.ts";
import { presentEn } from "../../web/messages/present.en.ts";
import { presentSv } from "../../web/messages/present.sv.ts";
import { resultsEn } from "../../web/messages/results.en.ts";
import { resultsSv } from "../../web/messages/results.sv.ts";
import { shellEn } from "../../web/messages/shell.en.ts";
import { shellSv } from "../../web/messages/shell.sv.ts";
import { voteEn } from "../../web/messages/vote.en.ts";
import { voteSv } from "../../web/messages/vote.sv.ts";

const catalogues = {
  sv: {
    home: homeSv,
    vote: voteSv,
    present: { ...chartsSv, ...presentSv },
    embed: { ...chartsSv, ...embedSv },
    organise: organiseSv,
    results: { ...chartsSv, ...resultsSv },
    shell: shellSv,
  },
  en: {
    home: homeEn,
    vote: voteEn,
    present: { ...chartsEn, ...presentEn },
    embed: { ...chartsEn, ...embedEn },
    organise: organiseEn,
    results: { ...chartsEn, ...resultsEn },
    shell: shellEn,
  },
};

export type PageLanguage = keyof typeof catalogues;

export function cataloguesIn(language: PageLanguage) {
  return catalogues[language];
}

/** The first of `wishes` that there are texts in; the wishes are language tags, an Accept-Language header among them. */
export function pageLanguage(...wishes: (string | undefined)[]): PageLanguage {
  for (const wish of wishes) {
    for (const tag of (wish ?? "").split(",")) {
      const language = tag.trim().split(/[-;]/)[0]?.toLowerCase();
      if (language === "sv" || language === "en") return language;
    }
  }
  return "sv";
}
