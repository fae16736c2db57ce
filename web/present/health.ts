/** What the stage's light says of the service and the line. Pure. */
import type { Presentation } from "./presentation.ts";

export type HealthLevel = "good" | "slow" | "down";
export type Health = {
  level: HealthLevel;
  present: number;
  /** Who have joined and are not connected: phones that are asleep, out of reach or put away. */
  away: number;
  /** Milliseconds, see `Presentation`; null while unknown. */
  ackP95: number | null;
  roundTripP95: number | null;
};

/** A second is when people begin to wonder whether their press was heard. */
const slowMs = 1000;

type Known = Pick<Presentation, "line" | "joined" | "present" | "ackP95" | "roundTrips">;

export function healthOf({ line, joined, present, ackP95, roundTrips }: Known): Health {
  const sorted = roundTrips.toSorted((a, b) => a - b);
  const roundTripP95 = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? null;
  const isSlow = (ackP95 ?? 0) > slowMs || (roundTripP95 ?? 0) > slowMs;
  return {
    level: line === "lost" ? "down" : isSlow ? "slow" : "good",
    present,
    away: Math.max(0, joined - present),
    ackP95,
    roundTripP95,
  };
}
