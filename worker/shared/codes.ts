/**
 * Join codes are digits alone: every phone has a numeric pad, and no letter is mistaken for another.
 * Six digits for a start; `length` grows when codes collide.
 */
export function randomCode(length: number, randomBelow: (limit: number) => number): string {
  let code = String(1 + randomBelow(9));
  while (code.length < length) code += String(randomBelow(10));
  return code;
}

/** The code that was meant: white space, also the no-break kinds, is ignored. Undefined where it can't be a code. */
export function parseCode(typed: string): string | undefined {
  const digits = typed.replace(/\s/gu, "");
  return /^\d{4,10}$/.test(digits) ? digits : undefined;
}

/** `123456` as `123 456`: groups of three or four, so that it can be read aloud. */
export function formatCode(code: string): string {
  const size = code.length % 4 === 0 ? 4 : 3;
  return (code.match(new RegExp(`\\d{1,${size}}`, "g")) ?? [code]).join("\u00a0");
}
