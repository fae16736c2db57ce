import type { AccountCatalogue } from "../../messages/account.en.ts";
import type { OrganiseCatalogue } from "../../messages/organise.en.ts";
import type { Translate } from "../../messages/translate.ts";

export type AccountTexts = Translate<OrganiseCatalogue & AccountCatalogue>;

export function formatDay(when: string, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(new Date(when));
}
