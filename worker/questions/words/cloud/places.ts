/** Where in a cloud there is room. Boxes lie around their centre. */
import { area, type Box } from "./sizes.ts";

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const candidates = 2600;
/** Evenly spread over a circle of radius 1, the nearest to its centre first. */
const spread = Array.from({ length: candidates }, (_, i) => {
  const radius = Math.sqrt(i / candidates);
  return { x: radius * Math.cos(i * goldenAngle), y: radius * Math.sin(i * goldenAngle) };
});

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

function isInside(box: Box): boolean {
  return (
    box.x * 2 >= box.width &&
    box.y * 2 >= box.height &&
    box.x * 2 + box.width <= area.width * 2 &&
    box.y * 2 + box.height <= area.height * 2
  );
}

export function isFree(box: Box, others: readonly Box[]): boolean {
  if (!isInside(box)) return false;
  for (const other of others) if (overlap(box, other)) return false;
  return true;
}

/**
 * Tries places around `box`, the nearest first, over an ellipse that covers the area, until `found` says so. The place that
 * `found` gets is one object that is moved on: this runs thousands of times an update.
 */
function tryPlaces(box: Box, turn: number, found: (place: Box) => boolean): void {
  const reachX = Math.max(box.x, area.width - box.x) * Math.SQRT2;
  const reachY = Math.max(box.y, area.height - box.y) * Math.SQRT2;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const place = { x: 0, y: 0, width: box.width, height: box.height };
  for (const { x, y } of spread) {
    // Whole units: what is sent to screens and kept on disk is short.
    place.x = Math.round(box.x + reachX * (cos * x - sin * y));
    place.y = Math.round(box.y + reachY * (sin * x + cos * y));
    if (isInside(place) && found(place)) return;
  }
}

/** The free place nearest to where `box` is, then drawn in as close as it gets. */
export function nearestFree(box: Box, others: readonly Box[], turn: number): Box | undefined {
  let nearest: Box | undefined;
  // The one that was last in the way is most often in the way of the next place too.
  let last: Box | undefined;
  tryPlaces(box, turn, (place) => {
    if (last !== undefined && overlap(place, last)) return false;
    last = others.find((other) => overlap(place, other));
    if (last === undefined) nearest = { ...place };
    return last === undefined;
  });
  return nearest && drawnIn(nearest, box, others);
}

function drawnIn(from: Box, to: Box, others: readonly Box[]): Box {
  let place = from;
  for (let stride = 16; stride >= 2; stride /= 2) {
    for (let moved = true; moved; ) {
      moved = false;
      for (const axis of ["x", "y"] as const) {
        const distance = to[axis] - place[axis];
        if (Math.abs(distance) < stride) continue;
        const next = { ...place, [axis]: place[axis] + Math.sign(distance) * stride };
        if (!isFree(next, others)) continue;
        place = next;
        moved = true;
      }
    }
  }
  return place;
}

/**
 * The place where `box` costs least: `costOf` says what it costs that another gives way, Infinity where it must not.
 * The nearest of equals; where others stand so close that no place between fits, that of one which gives way.
 */
export function cheapestPlace<B extends Box>(
  box: Box,
  others: readonly B[],
  turn: number,
  costOf: (other: B) => number,
): { place: Box; displaced: B[] } | undefined {
  // The dearest first: most places are out of the question at once.
  const priced = others.map((other) => ({ other, cost: costOf(other) })).sort((a, b) => b.cost - a.cost);
  let best: Box | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  const weigh = (place: Box): boolean => {
    let total = 0;
    for (const { other, cost } of priced) {
      if (!overlap(place, other)) continue;
      total += cost;
      if (total >= lowest) return false;
    }
    lowest = total;
    best = { ...place };
    return false;
  };
  tryPlaces(box, turn, weigh);
  for (const { other, cost } of priced) {
    const place = { ...box, x: other.x, y: other.y };
    if (cost < lowest && isInside(place)) weigh(place);
  }
  if (best === undefined) return undefined;
  const place = best;
  return { place, displaced: others.filter((other) => overlap(place, other)) };
}
