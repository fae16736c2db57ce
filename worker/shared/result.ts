/** What a pure function that can refuse returns: a value, or a typed reason. */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E };

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}

export function refuse<E>(error: E): { ok: false; error: E } {
  return { ok: false, error };
}

/** A field that is wrong: `path` as in `questions.0.options`, `rule` for catalogues, `message` in English. */
export type FieldError = { path: string; message: string; rule: string };

export function fieldError(path: string, rule: string, message: string): FieldError {
  return { path, rule, message };
}
