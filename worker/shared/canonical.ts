import { isPlainObject } from "./plain-object.ts";

/** JSON that is the same text for the same value, in whichever order its keys stand: sorted by UTF-16 code units, no spaces. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    isPlainObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}
