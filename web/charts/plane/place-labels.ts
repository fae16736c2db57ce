/** Where the labels of a plane's points stand: beside their points, or moved aside where they would overlap. CSS pixels. */

export type Point = { x: number; y: number };
export type Size = { width: number; height: number };
export type PointLabel = { key: string; at: Point; size: Size };
/** `x` and `y` are the label's upper left corner. `line`: from the point to the label, where that is moved aside. */
export type PlacedLabel = { key: string; x: number; y: number; line?: { from: Point; to: Point } };

/** An upright ellipse about its middle: how far the answers of a point are spread. */
export type Ring = Point & { rx: number; ry: number };

/**
 * Labels stand within `area`. `radius` of a point; `gap` that labels keep to all else. No ring's outline passes through a label
 * that has another place within `reach` of its point.
 */
export type PlaneSpace = { area: Box; radius: number; gap: number; rings?: readonly Ring[]; reach?: number };

type Box = Point & Size;

const lineSamples = 16;

/**
 * The labels in their order, each at the nearest free place; one that stood at its point's side (`before`) stays there while it
 * can, so that nothing jumps while answers come. Undefined where one has no room.
 */
export function placeLabels(
  labels: readonly PointLabel[],
  space: PlaneSpace,
  before: readonly PlacedLabel[] = [],
): PlacedLabel[] | undefined {
  const points = labels.map(({ at }) => around(at, space.radius));
  const othersOf = (index: number) => points.filter((_, other) => other !== index);
  const taken: Box[] = [];
  const lines: Point[][] = [];
  const placed: PlacedLabel[] = [];
  for (const [index, label] of labels.entries()) {
    // A point that lies on this one is where its line begins, and can't be passed by.
    const inTheWay = [...othersOf(index).filter((other) => !isIn(label.at, other)), ...taken];
    const found = nearestFree(label, space, [...points, ...taken], inTheWay, lines, before);
    if (found === undefined) return undefined;
    placed.push(found);
    taken.push({ x: found.x, y: found.y, ...label.size });
    if (found.line !== undefined) lines.push(samplesOf(found.line));
  }
  return placed;
}

function nearestFree(
  { key, at, size }: PointLabel,
  space: PlaneSpace,
  obstacles: readonly Box[],
  inTheWay: readonly Box[],
  lines: readonly Point[][],
  before: readonly PlacedLabel[],
): PlacedLabel | undefined {
  const isFree = (corner: Point) => {
    const box = { ...corner, ...size };
    return isInside(box, space.area) && obstacles.every((other) => !meet(box, other, space.gap));
  };
  const { rings = [], reach = 0 } = space;
  const isWhole = (corner: Point) => !rings.some((ring) => crosses({ ...corner, ...size }, ring, space.gap));
  const isUncrossed = (corner: Point) =>
    lines.every((line) => !line.some((point) => isIn(point, { ...corner, ...size })));
  const last = before.find((label) => label.key === key);
  const stood = last?.line === undefined ? last : undefined;
  const sides = sidesOf(at, size, space)
    .toSorted((a, b) => distance(a, stood ?? a) - distance(b, stood ?? b))
    .filter((corner) => isFree(corner) && isUncrossed(corner));
  const whole = sides.find(isWhole);
  if (whole !== undefined) return { key, ...whole };

  const aside = lattice(at, size, space).filter(isFree);
  const withLine = (corner: Point): PlacedLabel & { line: { from: Point; to: Point } } => ({
    key,
    ...corner,
    line: { from: at, to: nearestPoint({ ...corner, ...size }, at) },
  });
  const isClear = (corner: Point) => {
    const own = samplesOf(withLine(corner).line);
    return isUncrossed(corner) && inTheWay.every((other) => !own.some((point) => isIn(point, other)));
  };
  const beyondRings = aside.find(
    (corner) => distance(at, nearestPoint({ ...corner, ...size }, at)) <= reach && isWhole(corner) && isClear(corner),
  );
  if (beyondRings !== undefined) return withLine(beyondRings);
  const side = sides[0];
  if (side !== undefined) return { key, ...side };
  // A line that crosses something is still better than none.
  const corner = aside.find(isClear) ?? aside[0];
  return corner === undefined ? undefined : withLine(corner);
}

/** Whether the ring's outline passes through the box, or nearer to it than `gap`. */
function crosses(box: Box, { x, y, rx, ry }: Ring, gap: number): boolean {
  if (rx <= 0 || ry <= 0) return false;
  const wide = { x: box.x - gap, y: box.y - gap, width: box.width + gap * 2, height: box.height + gap * 2 };
  const near = nearestPoint(wide, { x, y });
  const far = {
    x: Math.max(Math.abs(wide.x - x), Math.abs(wide.x + wide.width - x)),
    y: Math.max(Math.abs(wide.y - y), Math.abs(wide.y + wide.height - y)),
  };
  return Math.hypot((near.x - x) / rx, (near.y - y) / ry) < 1 && Math.hypot(far.x / rx, far.y / ry) > 1;
}

/** Right, left, above and below the point, as far along as the area's edge allows: the first that is free is taken. */
function sidesOf({ x, y }: Point, { width, height }: Size, { area, radius, gap }: PlaneSpace): Point[] {
  const off = radius + gap;
  const across = within(x - width / 2, area.x, area.x + area.width - width);
  const down = within(y - height / 2, area.y, area.y + area.height - height);
  return [
    { x: x + off, y: down },
    { x: x - off - width, y: down },
    { x: across, y: y - off - height },
    { x: across, y: y + off },
  ];
}

function within(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}

/** Corners over the whole area, those of the labels nearest to the point first. */
function lattice(at: Point, size: Size, { area, radius, gap }: PlaneSpace): Point[] {
  const step = Math.max(2, radius * 1.5, gap);
  const corners: { corner: Point; away: number }[] = [];
  for (let y = area.y; y + size.height <= area.y + area.height; y += step) {
    for (let x = area.x; x + size.width <= area.x + area.width; x += step) {
      corners.push({ corner: { x, y }, away: distance(at, nearestPoint({ x, y, ...size }, at)) });
    }
  }
  return corners.sort((a, b) => a.away - b.away).map(({ corner }) => corner);
}

function around({ x, y }: Point, radius: number): Box {
  return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
}

function isInside({ x, y, width, height }: Box, area: Box): boolean {
  return x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height;
}

function meet(a: Box, b: Box, gap: number): boolean {
  return (
    a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
  );
}

function isIn({ x, y }: Point, box: Box): boolean {
  return x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height;
}

function nearestPoint({ x, y, width, height }: Box, to: Point): Point {
  return { x: Math.min(x + width, Math.max(x, to.x)), y: Math.min(y + height, Math.max(y, to.y)) };
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function samplesOf({ from, to }: { from: Point; to: Point }): Point[] {
  return Array.from({ length: lineSamples + 1 }, (_, index) => ({
    x: from.x + ((to.x - from.x) * index) / lineSamples,
    y: from.y + ((to.y - from.y) * index) / lineSamples,
  }));
}
