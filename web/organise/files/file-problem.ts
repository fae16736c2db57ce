/** Why a file can't be taken: a text of the page, and where in the file it is. */
import type { OrganiseCatalogue } from "../../messages/organise.en.ts";
import type { Params, Translate } from "../../messages/translate.ts";

export type FileProblem = {
  text: Extract<keyof OrganiseCatalogue, `file.${string}`>;
  params?: Params;
  /** From 1. */
  line?: number | undefined;
  /** A letter's place in the line from 1, or the name of a table's column. */
  column?: number | string | undefined;
};

export function fileProblemText({ text, params, line, column }: FileProblem, t: Translate<OrganiseCatalogue>): string {
  const words = t(text, params);
  if (line === undefined) return words;
  if (column === undefined) return t("file.atLine", { line: String(line), text: words });
  return t("file.atPlace", { line: String(line), column: String(column), text: words });
}
