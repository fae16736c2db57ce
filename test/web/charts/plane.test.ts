import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { layoutPlane, lineHeight, type PlaneLayout, type PlanePoint } from "../../../web/charts/plane/layout.ts";
import { placeLabels } from "../../../web/charts/plane/place-labels.ts";

const em = 16;
/** As wide as an ordinary font's letters. */
const measure = (text: string) => text.length * em * 0.55;

const share = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.5, 1));
const points = fc.array(
  fc.record({
    text: fc.oneof(
      fc.string({ minLength: 1, maxLength: 200 }),
      fc.constant("Mentorsprogram för småföretag i hela länet"),
    ),
    x: share,
    y: share,
  }),
  { minLength: 1, maxLength: 8 },
);
const areas = fc.constantFrom({ width: 330, height: 400 }, { width: 288, height: 300 }, { width: 1600, height: 700 });
const keyed = (list: readonly Omit<PlanePoint, "key">[]) =>
  list.map((point, index) => ({ ...point, key: `i${index}`, note: "n = 3" }));

function boxesOf({ labels }: PlaneLayout) {
  return labels.map(({ x, y, lines }) => ({
    x,
    y,
    width: Math.max(0, ...lines.map(measure)),
    height: lines.length * em * lineHeight,
  }));
}

const meet = (a: ReturnType<typeof boxesOf>[number], b: typeof a) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe("labels on a plane", () => {
  test("are all there, inside, over no other label and no point, wherever the points are", () => {
    fc.assert(
      fc.property(points, areas, (list, area) => {
        const layout = layoutPlane(keyed(list), area, em, measure);
        const boxes = boxesOf(layout);
        expect(boxes).toHaveLength(list.length);
        const dots = layout.points.map(({ x, y }) => ({
          x: x - layout.radius,
          y: y - layout.radius,
          width: layout.radius * 2,
          height: layout.radius * 2,
        }));
        for (const [index, box] of boxes.entries()) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(area.width + 1e-6);
          expect(box.y + box.height).toBeLessThanOrEqual(area.height + 1e-6);
          expect([...boxes.slice(index + 1), ...dots].filter((other) => meet(box, other))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  test("keep clear of the axes, wherever the points are", () => {
    fc.assert(
      fc.property(points, areas, (list, area) => {
        const layout = layoutPlane(keyed(list), area, em, measure);
        for (const { x, y, height } of boxesOf(layout)) {
          expect(x).toBeGreaterThan(layout.inner.x);
          expect(y + height).toBeLessThan(layout.inner.y + layout.inner.height);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([0.05, 0.1])("of eight items at one point, no ring passes through them: spread %d", (spread) => {
    const list = Array.from({ length: 8 }, (_, index) => ({
      text: ["Ny webbplats", "Mentorsprogram för nya projektledare", "Fika"][index % 3] ?? "",
      x: 0.5,
      y: 0.5,
      spread: { x: spread, y: spread },
    }));
    const layout = layoutPlane(keyed(list), { width: 1400, height: 560 }, em, measure);
    expect(layout.labels).toHaveLength(8);
    const [middle, rx, ry] = [layout.points[0], layout.inner.width * spread, layout.inner.height * spread];
    for (const { x, y, width, height } of boxesOf(layout)) {
      const isInside = [x, x + width].map((side) =>
        [y, y + height].map((end) => Math.hypot((side - (middle?.x ?? 0)) / rx, (end - (middle?.y ?? 0)) / ry) <= 1),
      );
      const corners = isInside.flat();
      expect(corners.every((corner) => corner === corners[0])).toBe(true);
    }
  });

  test("stand beside their points, and say with a line where they are moved aside", () => {
    fc.assert(
      fc.property(points, areas, (list, area) => {
        const { labels, points: dots, radius } = layoutPlane(keyed(list), area, em, measure);
        for (const [index, label] of labels.entries()) {
          const dot = dots[index];
          if (dot === undefined) throw new Error("a label without its point");
          if (label.line !== undefined) expect(label.line.from).toMatchObject({ x: dot.x, y: dot.y });
          else {
            const [box] = boxesOf({ radius, inner: { ...area, x: 0, y: 0 }, points: dots, labels: [label] });
            if (box === undefined) throw new Error("a label has a box");
            const near = { x: Math.min(box.x + box.width, Math.max(box.x, dot.x)), y: dot.y };
            const away = Math.hypot(near.x - dot.x, Math.max(box.y - dot.y, dot.y - box.y - box.height, 0));
            expect(away).toBeLessThan(radius + em);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("points are where their values say, upwards", () => {
    const { points: dots, inner } = layoutPlane(
      keyed([
        { text: "a", x: 0, y: 0 },
        { text: "b", x: 1, y: 1 },
        { text: "c", x: 0.25, y: 0.5 },
      ]),
      { width: 400, height: 200 },
      em,
      measure,
    );
    expect(dots[0]).toMatchObject({ x: inner.x, y: inner.y + inner.height });
    expect(dots[1]).toMatchObject({ x: inner.x + inner.width, y: inner.y });
    expect(dots[2]).toMatchObject({ x: inner.x + inner.width / 4, y: inner.y + inner.height / 2 });
  });

  test("keep their side while their point moves a little", () => {
    const space = { area: { x: 0, y: 0, width: 400, height: 200 }, radius: 5, gap: 3 };
    const size = { width: 100, height: 20 };
    // No room to the right: it stands to the left, and stays there when there is.
    const before = placeLabels([{ key: "a", at: { x: 300, y: 100 }, size }], space);
    expect(before?.[0]?.x).toBe(192);
    const after = placeLabels([{ key: "a", at: { x: 290, y: 100 }, size }], space, before);
    expect(after?.[0]?.x).toBe(182);
    expect(placeLabels([{ key: "a", at: { x: 290, y: 100 }, size }], space)?.[0]?.x).toBe(298);
  });

  test("a room with no place for a label has the points alone", () => {
    const layout = layoutPlane(
      keyed([{ text: "a".repeat(40), x: 0.5, y: 0.5 }]),
      { width: 20, height: 20 },
      em,
      measure,
    );
    expect(layout.labels).toEqual([]);
    expect(layout.points).toHaveLength(1);
  });
});
