/**
 * What a made-up audience has in common: which options it favours, and where its opinions lie. Decided by the question's id,
 * so that every attendee leans the same way and pictures look as those of a real audience do.
 */
import { fnv1a } from "../../worker/shared/hash.ts";
import { normal, type Random, seededRandom } from "./random.ts";

/** Weights of `count` things: a few are much more liked than the rest, by Zipf's law. */
export function popularity(id: string, count: number): number[] {
  const random = seededRandom(fnv1a(id));
  const drawn = Array.from({ length: count }, () => random());
  const ranks = [...drawn].sort((a, b) => a - b);
  return drawn.map((own) => 1 / (ranks.indexOf(own) + 1.5));
}

/** One opinion about `id` between 0 and 1, near where the audience has its mean. */
export function opinion(id: string, random: Random): number {
  const shared = seededRandom(fnv1a(id));
  const mean = 0.3 + 0.5 * shared();
  const spread = 0.12 + 0.1 * shared();
  return Math.min(1, Math.max(0, mean + spread * normal(random)));
}
