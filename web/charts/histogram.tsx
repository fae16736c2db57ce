import { useMemo, useRef } from "preact/hooks";
import "./histogram.css";
import { fontOf } from "./font-of.ts";
import { Picture } from "./picture.tsx";
import { countTicks, labelledEdges } from "./ticks.ts";
import { useFonts } from "./use-fonts.ts";
import { useSize } from "./use-size.ts";

export type HistogramBin = { from: number; to: number; count: number };
/**
 * `kind` tells the marks apart without their colour: a whole line, a broken and a thick one. `reach`: how far to either side
 * of the mark what is near it lies.
 */
export type HistogramMark = { kind: "mean" | "median" | "right"; at: number; reach?: number; text: string };
type HistogramProps = {
  label: string;
  /** Contiguous and of one width. */
  bins: readonly HistogramBin[];
  /** A count that the axis reaches at least, so that equal bars mean the same in a picture beside. */
  full?: number | undefined;
  /** Whether a bin stands for one number, which is then named under its middle rather than at its edge. */
  single: boolean;
  /** From the top down; each has its own line for its text. */
  marks: readonly HistogramMark[];
  /** Said over the marks; empty where there is nothing to say. */
  verdict: string;
  /** Said under the axis: the unit and how many have answered. */
  unit: string;
  base: string;
  axisText: (value: number) => string;
  countText: (count: number) => string;
};

/** Labels of counts beside the bars, zero's not counted. */
const countLabels = 4;
/** The axis of counts reaches at least so far: a single answer is no full bar. */
const fewest = 4;
/** Marks' texts are so much larger than the rest. */
const markSize = 1.25;

/** Touching bars from zero over an axis of numbers. Marks have a line each for their text, so that they never meet. */
export function Histogram(props: HistogramProps) {
  const { label, bins, full = 0, single, marks, verdict, unit, base, axisText, countText } = props;
  const axis = useRef<HTMLDivElement>(null);
  const { width } = useSize(axis);
  const fonts = useFonts();
  const edges = single ? bins.map(({ from }) => from) : [...bins.map(({ from }) => from), bins.at(-1)?.to ?? 0];
  const texts = edges.map(axisText);
  const widest = texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
  const font = useMemo(() => (fonts && axis.current !== null ? fontOf(axis.current) : undefined), [fonts, width]);
  const room = font === undefined ? 2 : Math.max(2, Math.floor(width / (font.measure(widest) + font.em * 0.8)));
  const labelled = labelledEdges(edges, room);
  const most = Math.max(fewest, full, ...bins.map(({ count }) => count));
  const first = bins[0]?.from ?? 0;
  const last = bins.at(-1)?.to ?? 1;
  const shift = single ? 0.5 / bins.length : 0;
  const place = (value: number) => String(Math.min(1, Math.max(0, (value - first) / (last - first) + shift)));
  /**
   * Texts of mean and median stand to either side of the two, and the right one after its line; on the other side where the
   * edge is too near, or the line of a mark above passes through.
   */
  const isBefore = ({ kind, at, text }: HistogramMark, row: number) => {
    const other = marks.find((mark) => mark.kind !== kind && mark.kind !== "right")?.at ?? first;
    const wanted = kind !== "right" && (at < other || (at === other && kind === "mean"));
    if (font === undefined) return wanted;
    const x = Number(place(at)) * width;
    const needed = (font.measure(text) + font.em) * markSize;
    const hasRoom = (before: boolean) => (before ? x : width - x) > needed;
    const isCrossed = (before: boolean) =>
      marks.slice(0, row).some((above) => {
        const away = (Number(place(above.at)) * width - x) * (before ? -1 : 1);
        return away > 0 && away < needed;
      });
    const sides = [wanted, !wanted].filter(hasRoom);
    return sides.find((side) => !isCrossed(side)) ?? sides[0] ?? wanted;
  };

  return (
    <Picture kind="histogram" label={label}>
      <div class="histogram">
        <div class="histogram-marks">
          {verdict !== "" && <p class="histogram-verdict">{verdict}</p>}
          {marks.map((mark, row) => (
            <p
              key={mark.kind}
              class={`histogram-mark histogram-${mark.kind} ${isBefore(mark, row) ? "is-before" : ""}`}
              style={{ "--at": place(mark.at) }}
            >
              <span>{mark.text}</span>
            </p>
          ))}
        </div>
        <div class="histogram-counts">
          {countTicks(most, countLabels).map((count) => (
            <span key={count} style={{ "--up": String(count / most) }}>
              {countText(count)}
            </span>
          ))}
        </div>
        <div class="histogram-bars">
          {countTicks(most, countLabels).map((count) => (
            <i key={`line ${count}`} style={{ "--up": String(count / most) }} />
          ))}
          {marks.map(
            ({ kind, at, reach }) =>
              reach !== undefined && (
                <em
                  key={`near ${kind}`}
                  class="histogram-near"
                  style={{ "--at": place(at - reach), "--to": place(at + reach) }}
                />
              ),
          )}
          {bins.map(({ from, count }) => (
            <span key={from} style={{ "--part": String(count / most) }} />
          ))}
          {marks.map(({ kind, at }, row) => (
            <b
              key={kind}
              class={`histogram-line histogram-${kind}`}
              style={{ "--at": place(at), "--rows-up": String(marks.length - row) }}
            />
          ))}
        </div>
        <div ref={axis} class="histogram-axis">
          {edges.map((edge, index) =>
            labelled.includes(edge) ? (
              <span key={edge} style={{ "--at": place(edge) }}>
                {texts[index]}
              </span>
            ) : null,
          )}
        </div>
        <p class="histogram-base">
          <span dir="auto">{unit}</span>
          <span>{base}</span>
        </p>
      </div>
    </Picture>
  );
}
