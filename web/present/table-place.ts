import type { Question } from "../../worker/questions/registry.ts";

/** Rows of a scale that still have room over their table, and values that have it beside. */
const fewRows = 3;
const fewValues = 7;

/**
 * Where a question's table stands on the stage, so that nobody has to scroll sideways: beside the picture, in the wider part
 * of the screen, under the picture, or in its stead where both together would not be legible.
 */
export function tablePlace(question: Question): "beside" | "wide" | "under" | "alone" {
  if (question.type === "grid") return "wide";
  if (question.type !== "scale") return "beside";
  if (question.statements.length <= fewRows) return "under";
  return question.max - question.min < fewValues ? "wide" : "alone";
}
