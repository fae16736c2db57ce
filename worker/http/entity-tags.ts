/** `ETag` and `If-Match` (RFC 9110) of definitions. */

export function entityTag(tag: string): string {
  return `"${tag}"`;
}

/**
 * The tags of an `If-Match` header; undefined where there is none, or it says that any will do. A proxy that compresses may
 * have made the tag a weak one: it still names the same definition.
 */
export function matchedTags(header: string | undefined): string[] | undefined {
  if (header === undefined || header.trim() === "*") return undefined;
  return [...header.matchAll(/"([^"]*)"/g)].map(([, tag = ""]) => tag);
}
