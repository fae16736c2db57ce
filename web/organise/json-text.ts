/** Reading what an organiser has pasted. */

import { isPlainObject } from "../../worker/shared/plain-object.ts";
import { ok, type Result, refuse } from "../../worker/shared/result.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";

/** The object in `text`, or why there is none, in words. */
export function readJsonText(text: string, t: Translate<OrganiseCatalogue>): Result<Record<string, unknown>, string> {
  try {
    const value: unknown = JSON.parse(text);
    return isPlainObject(value) ? ok(value) : refuse(t("json.notObject"));
  } catch (error) {
    // Where browsers tell the place, they all tell it in these words.
    const place = /line (\d+),? column (\d+)/.exec(error instanceof Error ? error.message : "");
    return refuse(
      place === null ? t("json.invalid") : t("json.invalidAt", { line: Number(place[1]), column: Number(place[2]) }),
    );
  }
}
