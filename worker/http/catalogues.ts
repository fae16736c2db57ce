/** Which texts a page needs, and in which language its reader gets them. */
import { accountEn } from "../../web/messages/account.en.ts";
import { accountSv } from "../../web/messages/account.sv.ts";
import { chartsEn } from "../../web/messages/charts.en.ts";
import { chartsSv } from "../../web/messages/charts.sv.ts";
import { documentsEn } from "../../web/messages/documents.en.ts";
import { documentsSv } from "../../web/messages/documents.sv.ts";
import { embedEn } from "../../web/messages/embed.en.ts";
import { embedSv } from "../../web/messages/embed.sv.ts";
import { footerEn } from "../../web/messages/footer.en.ts";
import { footerSv } from "../../web/messages/footer.sv.ts";
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
import type { Catalogue, Plural } from "../../web/messages/translate.ts";
import { voteEn } from "../../web/messages/vote.en.ts";
import { type VoteCatalogue, voteSv } from "../../web/messages/vote.sv.ts";
import type { VoteOccasion, VotePart } from "../../web/ui/page-state.ts";
import { isQuestionType } from "../questions/registry.ts";
import { firstWished } from "../shared/languages.ts";
import { acceptedTags } from "./languages.ts";

const catalogues = {
  sv: {
    home: homeSv,
    footer: footerSv,
    documents: documentsSv,
    present: { ...chartsSv, ...presentSv },
    embed: { ...chartsSv, ...embedSv },
    organise: { ...organiseSv, ...accountSv },
    results: { ...chartsSv, ...resultsSv },
    shell: shellSv,
  },
  en: {
    home: homeEn,
    footer: footerEn,
    documents: documentsEn,
    present: { ...chartsEn, ...presentEn },
    embed: { ...chartsEn, ...embedEn },
    organise: { ...organiseEn, ...accountEn },
    results: { ...chartsEn, ...resultsEn },
    shell: shellEn,
  },
};

export type PageLanguage = keyof typeof catalogues;

const occasions = {
  results: true,
  refused: true,
  countdown: true,
  secondRound: true,
  rehearsal: true,
  closed: true,
  gone: true,
  stale: true,
} as const satisfies Record<VoteOccasion, true>;

const voteTexts = { sv: byPart(voteSv), en: byPart(voteEn) };

export function cataloguesIn(language: PageLanguage) {
  return catalogues[language];
}

/** Texts of a part of the vote page, or without one what every phone needs. */
export function voteTextsIn(language: PageLanguage, part?: VotePart): Catalogue {
  return Object.fromEntries(voteTexts[language].get(part) ?? []);
}

/** A part's own texts are those whose key begins with its name. */
function byPart(texts: VoteCatalogue): Map<VotePart | undefined, [string, string | Plural][]> {
  return Map.groupBy(Object.entries(texts), ([key]) => {
    const [owner = ""] = key.split(".");
    return isVotePart(owner) ? owner : undefined;
  });
}

export function isVotePart(name: string): name is VotePart {
  return isQuestionType(name) || Object.hasOwn(occasions, name);
}

/** The languages that there are texts in, each in its own words. */
export const pageLanguages = [
  { tag: "sv", name: "Svenska" },
  { tag: "en", name: "English" },
] as const satisfies { tag: PageLanguage; name: string }[];

/** The first of `wishes` that there are texts in; the wishes are language tags, an Accept-Language header among them. */
export function pageLanguage(...wishes: (string | undefined)[]): PageLanguage {
  return wishes.map(knownLanguage).find((language) => language !== undefined) ?? "sv";
}

/** The first language of a list of tags that there are texts in. */
export function knownLanguage(wish?: string): PageLanguage | undefined {
  const offered = pageLanguages.map(({ tag }) => tag);
  return firstWished(offered, acceptedTags(wish));
}
