import * as v from "valibot";
import { type FieldError, fieldError } from "./result.ts";

/** What JSON has, by valibot's names. */
const typesInWords: Record<string, string> = {
  string: "a string",
  number: "a number",
  boolean: "true or false",
  Array: "a list",
  Object: "an object",
};

/** valibot's issues as the contract's field errors; a path is written `questions.0.options`. */
export function fieldErrors(issues: readonly v.BaseIssue<unknown>[]): FieldError[] {
  return issues.map((issue) => {
    const path = v.getDotPath(issue) ?? "";
    if (issue.expected === "never") return fieldError(path, "unknown-field", "is not a known field");
    if (/_object$/.test(issue.type) && issue.kind === "schema" && issue.input === undefined) {
      return fieldError(path, "missing", "is missing");
    }
    return fieldError(path, issue.type.replaceAll("_", "-"), messageOf(issue));
  });
}

/** valibot's own words, where a schema has none for a wrong type, are about the code and not about the field. */
function messageOf({ message, expected }: v.BaseIssue<unknown>): string {
  const type = typesInWords[expected ?? ""];
  return message.startsWith("Invalid type: ") && type !== undefined ? `must be ${type}` : message;
}
