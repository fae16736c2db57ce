/** Counts as tallies are made of: an entry of zero is no entry, so that equal tallies are equal as data. */

export type Counts<K> = Map<K, number>;
/** Item id → key → attendees. */
export type CountsById<K> = Map<string, Counts<K>>;

/** Adds `weight` at `key`. */
export function addCount<K>(counts: Counts<K>, key: K, weight: number): void {
  const count = (counts.get(key) ?? 0) + weight;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

export function mergeCounts<K>(into: Counts<K>, from: ReadonlyMap<K, number>): void {
  for (const [key, count] of from) addCount(into, key, count);
}

export function addCountAt<K>(counts: CountsById<K>, id: string, key: K, weight: number): void {
  const own = counts.get(id) ?? new Map<K, number>();
  addCount(own, key, weight);
  if (own.size === 0) counts.delete(id);
  else counts.set(id, own);
}

export function mergeCountsById<K>(into: CountsById<K>, from: ReadonlyMap<string, ReadonlyMap<K, number>>): void {
  for (const [id, counts] of from) {
    const own = into.get(id) ?? new Map<K, number>();
    mergeCounts(own, counts);
    if (own.size > 0) into.set(id, own);
  }
}

export type Ascending = [value: number, count: number][];

/** Numbers with their counts, smallest first: sums over it are the same in whichever order the answers came. */
export function ascending(counts: ReadonlyMap<number | null, number> | undefined): Ascending {
  const known = [...(counts ?? [])].flatMap(([value, count]): Ascending => (value === null ? [] : [[value, count]]));
  return known.sort(([a], [b]) => a - b);
}

export function totalOf(values: Ascending): number {
  return values.reduce((sum, [, count]) => sum + count, 0);
}

/** Arithmetic mean, not rounded; null of nothing. */
export function meanOf(values: Ascending): number | null {
  const total = totalOf(values);
  return total === 0 ? null : values.reduce((sum, [value, count]) => sum + value * count, 0) / total;
}

/** Standard deviation of just these values (not an estimate for others), not rounded; null of nothing. */
export function spreadOf(values: Ascending): number | null {
  const mean = meanOf(values);
  if (mean === null) return null;
  return Math.sqrt(values.reduce((sum, [value, count]) => sum + (value - mean) ** 2 * count, 0) / totalOf(values));
}

/** The middle value, or the mean of the two in the middle; null of nothing. */
export function medianOf(values: Ascending): number | null {
  const total = totalOf(values);
  if (total === 0) return null;
  return (valueAt(values, Math.ceil(total / 2)) + valueAt(values, Math.floor(total / 2) + 1)) / 2;
}

/** The `position`-th value, from 1. */
function valueAt(values: Ascending, position: number): number {
  let passed = 0;
  for (const [value, count] of values) {
    passed += count;
    if (passed >= position) return value;
  }
  throw new RangeError(`there are only ${passed} values`);
}
