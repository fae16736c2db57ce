/** What the service's refusals mean, in the reader's language. */
import type { FieldError } from "../../worker/shared/result.ts";
import type { Problem } from "../connection/api.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { apartFromLanguage } from "./field-place.ts";

const rules = [
  "missing",
  "unknown-field",
  "type",
  "string",
  "number",
  "integer",
  "boolean",
  "array",
  "min-length",
  "max-length",
  "min-value",
  "max-value",
  "regex",
  "picklist",
] as const;

/** By the error's rule; the service's own English words where no text of ours fits. */
export function fieldErrorText(error: FieldError, t: Translate<OrganiseCatalogue>): string {
  // Of an entry of a list, the list.
  const field =
    apartFromLanguage(error.path)
      .text.split(".")
      .findLast((name) => !/^\d+$/.test(name)) ?? "";
  const limit = /-?\d+/.exec(error.message)?.[0];
  const n = limit === undefined ? {} : { n: Number(limit) };
  if (error.rule === "check") return checkText(field, error.message, n, t);
  if (error.rule === "regex" && field === "accent") return t("rule.accent-form");
  if (error.rule === "answered") return answeredText(field, t);
  if (error.rule === "language") return t("rule.language");
  if (error.rule === "languages") return t("rule.languages", n);
  if (error.rule === "answered-all") return t("answered.newOption");
  const rule = rules.find((known) => known === error.rule);
  return rule === undefined ? error.message : t(`rule.${rule}`, n);
}

/** A check's message has a number where it is about a length or a count of steps, and none where not. */
function checkText(field: string, message: string, n: { n?: number }, t: Translate<OrganiseCatalogue>): string {
  const counted = n.n !== undefined;
  switch (field) {
    case "title":
    case "text":
    case "minLabel":
    case "maxLabel":
    case "unit":
    case "notes":
    case "alt":
    case "xLabels":
    case "yLabels":
    case "blockedWords":
    case "allowedWords":
      return counted ? t("rule.too-long", n) : t("rule.blank");
    case "max":
      return counted ? t("rule.too-many-steps", n) : t("rule.max-not-above-min");
    case "rightValue":
      return t("rule.right-value-outside");
    case "closeWithin":
      return t("rule.close-without-right");
    case "accent":
      return t(message.includes("dark") ? "rule.accent-on-dark" : "rule.accent-on-light", {
        contrast: Number(/[\d.]+/.exec(message)?.[0]),
      });
    case "image":
      return counted ? t("rule.logo-size", n) : t("rule.logo-kind");
    case "maxChoices":
      return t("rule.more-choices-than-options");
    case "language":
      return t("rule.language");
    case "questions":
    case "options":
    case "statements":
    case "items":
      return t("rule.id-twice");
    default:
      return message;
  }
}

function answeredText(field: string, t: Translate<OrganiseCatalogue>): string {
  switch (field) {
    case "type":
      return t("answered.type");
    case "options":
      return t("answered.options");
    case "statements":
      return t("answered.statements");
    case "items":
      return t("answered.items");
    case "total":
      return t("answered.total");
    case "min":
    case "max":
      return t("answered.range");
    default:
      return t("answered.question");
  }
}

/** A refusal as a whole: what happened and what to do next. */
export function problemText(problem: Problem, t: Translate<OrganiseCatalogue>): string {
  switch (problem.status) {
    case 0:
      return t("problem.no-contact");
    case 401:
    case 403:
      return t("problem.key");
    case 404:
      return t("problem.gone");
    case 409:
      return t("problem.state");
    case 412:
      return t("conflict.title");
    case 413:
      return t("problem.too-large");
    case 422:
      return t("problem.fields");
    case 429:
      return t("problem.too-fast");
    default:
      return t("problem.other", { detail: problem.message });
  }
}
