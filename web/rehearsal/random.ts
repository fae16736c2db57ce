/** Chance that comes the same each time, from a seed. */
export type Random = () => number;

/** Mulberry32: numbers in [0, 1). */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Of the normal distribution around 0, with the standard deviation 1. */
export function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** The place of one weight, each as likely as it is large. The weights are at least 0, and one is larger. */
export function pickWeighted(weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const picked = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return picked === -1 ? weights.findLastIndex((weight) => weight > 0) : picked;
}

/** `count` different places of weights, the likeliest mostly first; all there are where there are fewer. */
export function pickSeveral(weights: readonly number[], count: number, random: Random): number[] {
  const left = [...weights];
  return Array.from({ length: Math.min(count, weights.length) }, () => {
    const picked = pickWeighted(left, random);
    left[picked] = 0;
    return picked;
  });
}
