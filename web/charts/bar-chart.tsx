import { useMemo, useRef } from "preact/hooks";
import { type BarLabels, bandPart, lineSpacing, placeLabels } from "./bar-labels.ts";
import { fontOf } from "./font-of.ts";
import { seriesColour } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { useFonts } from "./use-fonts.ts";
import { useSize } from "./use-size.ts";

/** `note` stands at the end of its bar. */
export type Bar = { label: string; value: number; note: string };
/**
 * `base`: what the figures are of, said under the bars. `full`: what a bar over the whole width stands for, at least; the
 * greatest value where it is absent.
 */
type BarChartProps = { label: string; bars: Bar[]; base?: string; full?: number | undefined };

/** Of the font's size, so that gaps and lines keep their proportion on any screen. */
const noteGapPart = 0.5;
const axisPart = 0.09;
/** Where letters stand in the height of their line. */
const baseline = 0.35;
/** Of what a label leaves of its band, where it stands beside its bar. */
const barPart = 0.8;

/** Horizontal bars from zero; they grow from where they were. */
export function BarChart({ label, bars, base, full = 0 }: BarChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const fonts = useFonts();
  const layout = useMemo(() => {
    if (!fonts || frame.current === null || width === 0 || height === 0) return undefined;
    const font = fontOf(frame.current);
    const measure = (text: string, size: number) => (font.measure(text) * size) / font.em;
    const texts = bars.map((bar) => bar.label);
    const labels = placeLabels(texts, { width, height }, font.em, measure);
    // Notes are semibold, a twentieth wider.
    const notes = Math.max(0, ...bars.map(({ note }) => measure(note, labels.size) * 1.05));
    const axis = Math.max(1, font.em * axisPart);
    return { labels, axis, noteGap: font.em * noteGapPart, left: Math.max(labels.column, axis), notes };
  }, [bars, width, height, fonts]);
  const most = Math.max(full, ...bars.map(({ value }) => value)) || 1;

  return (
    <Picture kind="bars" label={label} rows={bars.length}>
      <div ref={frame} class="bars-frame">
        {layout !== undefined && (
          <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
            {bars.map((bar, index) => (
              <BarRow
                key={index}
                bar={bar}
                index={index}
                band={height / bars.length}
                lines={layout.labels.lines[index] ?? []}
                labels={layout.labels}
                left={layout.left}
                axis={layout.axis}
                noteGap={layout.noteGap}
                length={(Math.max(0, width - layout.left - layout.notes - layout.noteGap) * bar.value) / most}
              />
            ))}
          </svg>
        )}
      </div>
      {base !== undefined && <p class="picture-base">{base}</p>}
    </Picture>
  );
}

type BarRowProps = {
  bar: Bar;
  index: number;
  /** The height that label and bar share. */
  band: number;
  lines: readonly string[];
  labels: BarLabels;
  /** Where the bar begins. */
  left: number;
  /** The width of the line that it begins at, and the gap from its end to its note. */
  axis: number;
  noteGap: number;
  length: number;
};

function BarRow({ bar, index, band, lines, labels, left, axis, noteGap, length }: BarRowProps) {
  const { size, place } = labels;
  const inner = band * bandPart;
  const height = place === "above" ? inner / 2 : inner * barPart;
  const top = band * index + (place === "above" ? band / 2 : (band - height) / 2);
  const spacing = size * lineSpacing;
  const middle = place === "above" ? top - (lines.length * spacing) / 2 : top + height / 2;
  return (
    <>
      {lines.map((text, row) => (
        <text
          key={row}
          class="bar-label"
          font-size={size}
          x="0"
          y={middle + (row - (lines.length - 1) / 2) * spacing + size * baseline}
        >
          {text}
        </text>
      ))}
      <rect
        class="bar"
        width="1"
        height={height}
        fill={seriesColour(index)}
        style={{ transform: `translate(${left}px, ${top}px) scale(${length}, 1)` }}
      />
      <rect class="bar-axis" x={left - axis} y={top} width={axis} height={height} />
      <text
        class="bar-label bar-note"
        font-size={size}
        y={top + height / 2 + size * baseline}
        style={{ transform: `translate(${left + length + noteGap}px, 0)` }}
      >
        {bar.note}
      </text>
    </>
  );
}
