/** One cast in one text, as a shard keeps it: its fields with spaces between, which none but the last can hold. */

/** `key` is the ballot key (see poll/asking.ts). `attendee` and `ref` are empty where the entry clears an asking. */
export type CastEntry = { attendee: string; key: string; replaces: number | null; digest: string; ref: string };

export function writeEntry({ attendee, key, replaces, digest, ref }: CastEntry): string {
  return `${attendee} ${key} ${replaces ?? ""} ${digest} ${ref}`;
}

export function readEntry(entry: string): CastEntry {
  const [attendee = "", key = "", replaces = "", digest = "", ...ref] = entry.split(" ");
  return { attendee, key, replaces: replaces === "" ? null : Number(replaces), digest, ref: ref.join(" ") };
}

/** Where the run's casts stand: one number grows through them all, and runs don't meet. */
export function placeOf(run: number, number: number): number {
  return run * 2 ** 32 + number;
}
