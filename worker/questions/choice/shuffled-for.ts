import { fnv1a } from "../../shared/hash.ts";
import type { Item } from "../schema.ts";

/**
 * The options in an order that only `seed` decides: the same each time for one attendee, and for another one another.
 * Each option draws a number of its own, so that one that joins later leaves the others' order as it was.
 */
export function shuffledFor(options: readonly Item[], seed: string): Item[] {
  const drawn = options.map((option) => ({ option, lot: hash(`${seed} ${option.id}`) }));
  return drawn.sort((a, b) => a.lot - b.lot).map(({ option }) => option);
}

/** With the mixing of MurmurHash3's end: 32 bits, evenly spread. */
function hash(text: string): number {
  let bits = fnv1a(text);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
