const first = 300;
const longest = 10_000;

/**
 * Milliseconds to wait before attempt `attempt` (0 the first after a loss). The upper bound doubles up to ten seconds and
 * the wait is anywhere below it, so that a hall of phones that lost the line together does not come back in one wave.
 * `random` is in [0, 1).
 */
export function reconnectDelay(attempt: number, random: number): number {
  const bound = Math.min(longest, first * 2 ** (attempt + 1));
  return first + random * (bound - first);
}

/** The wait after the service has said "too fast, come back later". */
export function tooFastDelay(random: number): number {
  return 5000 + random * longest;
}
