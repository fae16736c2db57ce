/** What a definition that was sent is parsed to, or why it was refused. */
import { type Definition, parseDefinition } from "../../worker/poll/definition.ts";

/** Ids as they are made where none is given: `id1`, `id2` and so on. */
export function counter(): () => string {
  let made = 0;
  return () => `id${++made}`;
}

export function parsed(input: unknown): Definition {
  const result = parseDefinition(input, counter());
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** `path: rule` of each error; empty where the definition is taken. */
export function problems(input: unknown): string[] {
  const result = parseDefinition(input, counter());
  return result.ok ? [] : result.error.map(({ path, rule }) => `${path}: ${rule}`);
}
