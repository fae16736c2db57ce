/** Where in a cloud there is room. Boxes lie around their centre. */
import type { Area, Box } from "./sizes.ts";

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
const candidates = 2600;

/** FNV-1a: the same number for the same text on every machine. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) * 2 < a.width + b.width && Math.abs(a.y - b.y) * 2 < a.height + b.height;
}

function isInside(box: Box, area: Area): boolean {
  return (
    box.x * 2 >= box.width &&
    box.y * 2 >= box.height &&
    box.x * 2 + box.width <= area.width * 2 &&
    box.y * 2 + box.height <= area.height * 2
  );
}

export function isFree(box: Box, others: Iterable<Box>, area: Area): boolean {
  if (!isInside(box, area)) return false;
  for (const other of others) if (overlap(box, other)) return false;
  return true;
}

/** Places around `box`, the nearest first, spread evenly over an ellipse that covers the area. */
function* placesAround(box: Box, area: Area, turn: number): Generator<Box> {
  const reachX = Math.max(box.x, area.width - box.x) * Math.SQRT2;
  const reachY = Math.max(box.y, area.height - box.y) * Math.SQRT2;
  for (let i = 0; i < candidates; i++) {
    const radius = Math.sqrt(i / candidates);
    const angle = turn + i * goldenAngle;
    const place = {
      ...box,
      x: box.x + reachX * radius * Math.cos(angle),
      y: box.y + reachY * radius * Math.sin(angle),
    };
    if (isInside(place, area)) yield place;
  }
}

/** The free place nearest to where `box` is, then drawn in as close as it gets. */
export function nearestFree(box: Box, others: readonly Box[], area: Area, turn: number): Box | undefined {
  for (const place of placesAround(box, area, turn)) {
    if (isFree(place, others, area)) return drawnIn(place, box, others, area);
  }
  return undefined;
}

function drawnIn(from: Box, to: Box, others: readonly Box[], area: Area): Box {
  let place = from;
  for (let stride = 16; stride >= 2; stride /= 2) {
    for (let moved = true; moved; ) {
      moved = false;
      for (const axis of ["x", "y"] as const) {
        const distance = to[axis] - place[axis];
        if (Math.abs(distance) < stride) continue;
        const next = { ...place, [axis]: place[axis] + Math.sign(distance) * stride };
        if (!isFree(next, others, area)) continue;
        place = next;
        moved = true;
      }
    }
  }
  return place;
}

/**
 * The place where `box` costs least: `costOf` says what it costs that another gives way, Infinity where it must not.
 * The nearest of equals.
 */
export function cheapestPlace<B extends Box>(
  box: Box,
  others: readonly B[],
  area: Area,
  turn: number,
  costOf: (other: B) => number,
): { place: Box; displaced: B[] } | undefined {
  let best: { place: Box; displaced: B[] } | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  for (const place of placesAround(box, area, turn)) {
    let cost = 0;
    const displaced: B[] = [];
    for (const other of others) {
      if (!overlap(place, other)) continue;
      cost += costOf(other);
      if (cost >= lowest) break;
      displaced.push(other);
    }
    if (cost >= lowest) continue;
    lowest = cost;
    best = { place, displaced };
  }
  return best;
}
