/** Reading what an organiser has pasted. */

import { ok, type Result, refuse } from "../../worker/shared/result.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { isFields } from "../questions/draft.ts";

/** The object in `text`, or why there is none, in words. */
export function readJsonText(text: string, t: Translate<OrganiseCatalogue>): Result<Record<string, unknown>, string> {
  try {
    const value: unknown = JSON.parse(text);
    return isFields(value) ? ok(value) : refuse(t("json.notObject"));
  } catch (error) {
    // Where browsers tell the place, they all tell it in these words.
    const place = /line (\d+),? column (\d+)/.exec(error instanceof Error ? error.message : "");
    return refuse(
      place === null ? t("json.invalid") : t("json.invalidAt", { line: Number(place[1]), column: Number(place[2]) }),
    );
  }
}
