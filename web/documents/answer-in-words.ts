import type { Question } from "../../worker/questions/registry.ts";

/** An answer's JSON as a reader of the question would say it; null where the question was skipped. */
export function answerInWords(question: Question, json: string, language: string): string | null {
  const answer: unknown = JSON.parse(json);
  if (answer === null) return null;
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 12 });
  const names = namesIn(question);
  const said = (value: unknown): string => {
    if (typeof value === "number") return numbers.format(value);
    if (typeof value === "string") return names.get(value) ?? value;
    if (Array.isArray(value)) return value.map(said).join(", ");
    if (typeof value !== "object" || value === null) return "–";
    return Object.entries(value)
      .map(([key, inner]) => (names.has(key) ? `${names.get(key)}: ${said(inner)}` : said(inner)))
      .filter((text) => text !== "")
      .join(", ");
  };
  return "unit" in question && question.unit ? `${said(answer)} ${question.unit}` : said(answer);
}

/** Of what its answers name by id. */
function namesIn(question: Question): Map<string, string> {
  const items = [
    ...("options" in question ? question.options : []),
    ...("statements" in question ? question.statements : []),
    ...("items" in question ? question.items : []),
  ];
  return new Map(items.map(({ id, text }) => [id, text]));
}
