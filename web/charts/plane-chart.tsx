import { useMemo, useRef } from "preact/hooks";
import "./plane-chart.css";
import { fontOf } from "./font-of.ts";
import { seriesColour } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { layoutPlane, lineHeight, type PlaneLayout, type PlanePoint } from "./plane/layout.ts";
import { useFonts } from "./use-fonts.ts";
import { useSize } from "./use-size.ts";

/** Where letters stand in the height of their line. */
const baseline = 0.78;

type PlaneChartProps = {
  label: string;
  /** `colour`: its index among all, so that a point keeps it while others come. */
  points: readonly (PlanePoint & { colour: number; spread: { x: number; y: number } })[];
  /** What the low and the high end of each axis are called. */
  xLabels: readonly [string, string];
  yLabels: readonly [string, string];
  /** What could not be placed, and how many have answered. */
  rest: string;
  base: string;
};

/** Points on a plane of two axes, each with its label beside it. */
export function PlaneChart({ label, points, xLabels, yLabels, rest, base }: PlaneChartProps) {
  const field = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(field);
  const fonts = useFonts();
  const settled = useRef<PlaneLayout | undefined>(undefined);
  const layout = useMemo(() => {
    if (!fonts || field.current === null || width === 0 || height === 0) return undefined;
    const { em, measure } = fontOf(field.current);
    settled.current = layoutPlane(points, { width, height }, em, measure, settled.current);
    return { ...settled.current, em };
  }, [points, width, height, fonts]);
  const colourOf = (key: string) => seriesColour(points.find((point) => point.key === key)?.colour ?? 0);

  return (
    <Picture kind="plane" label={label} rows={Math.max(1, points.length)}>
      <div class="plane">
        <p class="plane-high" dir="auto">
          ↑ {yLabels[1]}
        </p>
        <div ref={field} class="plane-field">
          {layout !== undefined && (
            <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
              <Axes {...layout.inner} />
              {/* Cut at the axes' ends: beyond them there is nothing to be. */}
              <svg class="plane-spreads" aria-hidden="true" {...layout.inner}>
                {points.map(({ key, x, y, spread }) => (
                  <ellipse
                    key={key}
                    rx={spread.x * layout.inner.width}
                    ry={spread.y * layout.inner.height}
                    fill={colourOf(key)}
                    stroke={colourOf(key)}
                    style={{ transform: `translate(${x * layout.inner.width}px, ${(1 - y) * layout.inner.height}px)` }}
                  />
                ))}
              </svg>
              {layout.labels.map(
                ({ key, line }) =>
                  line !== undefined && (
                    <line
                      key={key}
                      class="plane-line"
                      x1={line.from.x}
                      y1={line.from.y}
                      x2={line.to.x}
                      y2={line.to.y}
                    />
                  ),
              )}
              {layout.points.map(({ key, x, y }) => (
                <circle
                  key={key}
                  r={layout.radius}
                  fill={colourOf(key)}
                  style={{ transform: `translate(${x}px, ${y}px)` }}
                />
              ))}
              {layout.labels.map((placed) => (
                <Label {...placed} em={layout.em} key={placed.key} />
              ))}
            </svg>
          )}
        </div>
        <p class="plane-low" dir="auto">
          ↓ {yLabels[0]}
        </p>
        <div class="plane-ends">
          <span dir="auto">← {xLabels[0]}</span>
          <span dir="auto">{xLabels[1]} →</span>
        </div>
      </div>
      {rest !== "" && <p class="plane-rest">{rest}</p>}
      <p class="picture-base">{base}</p>
    </Picture>
  );
}

function Axes({ x, y, width, height }: PlaneLayout["inner"]) {
  return (
    <>
      <path
        class="plane-middle"
        d={`M${x + width / 2} ${y}v${height}M${x} ${y + height / 2}h${width}M${x} ${y}h${width}v${height}`}
      />
      <path class="plane-axes" d={`M${x} ${y}v${height}h${width}`} />
    </>
  );
}

function Label({ y, lines, noted, anchor, em }: PlaneLayout["labels"][number] & { em: number }) {
  return (
    <text class="plane-label" text-anchor={anchor.side} style={{ transform: `translate(${anchor.x}px, ${y}px)` }}>
      {lines.map((text, index) => (
        <tspan
          key={index}
          x="0"
          y={(index + baseline) * em * lineHeight}
          class={noted && index === lines.length - 1 ? "plane-note" : undefined}
        >
          {text}
        </tspan>
      ))}
    </text>
  );
}
