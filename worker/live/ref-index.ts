/**
 * Which refs have been acked, as hashes: some 20 bytes each, where the refs themselves would take ten times that. A hash
 * that is there may be another's, so that a hit is looked up; a hash that is not there is none.
 */
export class RefIndex {
  readonly #hashes = new Set<number>();

  add(attendee: string, ref: string): void {
    this.#hashes.add(hash53(`${attendee} ${ref}`));
  }

  mayHave(attendee: string, ref: string): boolean {
    return this.#hashes.has(hash53(`${attendee} ${ref}`));
  }
}

/** 53 bits, as many as a number holds exactly: two multiplicative hashes side by side (cyrb53, public domain). */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
