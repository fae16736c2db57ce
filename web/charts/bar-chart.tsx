import { BarController, BarElement, CategoryScale, Chart, LinearScale, type Plugin } from "chart.js";
import { useEffect, useRef } from "preact/hooks";
import { type BarLabels, bandPart, lineSpacing, placeLabels } from "./bar-labels.ts";
import { computedSeries } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { useFonts } from "./use-fonts.ts";
import { darkScheme, reducedMotion, useMedia } from "./use-media.ts";
import { useSize } from "./use-size.ts";

Chart.register(BarController, BarElement, CategoryScale, LinearScale);

/** `note` stands at the end of its bar. */
export type Bar = { label: string; value: number; note: string };
/**
 * `base`: what the figures are of, said under the bars. `full`: what a bar over the whole width stands for, at least; the
 * greatest value where it is absent.
 */
type BarChartProps = { label: string; bars: Bar[]; base?: string; full?: number | undefined };

type Look = { labels: BarLabels; notes: string[]; ink: string; line: string; family: string };
type Drawn = { chart: Chart<"bar">; look: { current: Look } };

const noteGap = 12;
const axisWidth = 2;

/** Horizontal bars from zero; they grow from where they were. */
export function BarChart({ label, bars, base, full = 0 }: BarChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn | null>(null);
  const { width, height } = useSize(frame);
  const still = useMedia(reducedMotion);
  const dark = useMedia(darkScheme);
  const fonts = useFonts();

  // `dark` is among the causes, since the scheme decides the computed colours.
  useEffect(() => {
    if (frame.current === null || canvas.current === null || !fonts || width === 0 || height === 0) return;
    const style = getComputedStyle(frame.current);
    const before = drawn.current;
    if (before === null) {
      const look = { current: lookOf(bars, { width, height }, style) };
      const chart = newChart(canvas.current, look);
      drawn.current = { chart, look };
    } else before.look.current = lookOf(bars, { width, height }, style);
    if (drawn.current === null) return;
    const { chart } = drawn.current;
    const resized = chart.width !== width || chart.height !== height;
    if (resized) chart.resize(width, height);
    show(drawn.current, bars, full, computedSeries(style, bars.length), !still && (before === null || !resized));
  }, [bars, full, width, height, still, dark, fonts]);
  useEffect(
    () => () => {
      drawn.current?.chart.destroy();
      drawn.current = null;
    },
    [],
  );

  return (
    <Picture kind="bars" label={label} rows={bars.length}>
      <div ref={frame} class="bars-frame">
        <canvas ref={canvas} />
      </div>
      {base !== undefined && <p class="picture-base">{base}</p>}
    </Picture>
  );
}

function lookOf(bars: readonly Bar[], area: { width: number; height: number }, style: CSSStyleDeclaration): Look {
  const context = document.createElement("canvas").getContext("2d");
  const family = style.fontFamily;
  const measure = (text: string, size: number) => {
    if (context === null) return 0;
    context.font = `${size}px ${family}`;
    return context.measureText(text).width;
  };
  return {
    labels: placeLabels(
      bars.map((bar) => bar.label),
      area,
      Number.parseFloat(style.fontSize),
      measure,
    ),
    notes: bars.map((bar) => bar.note),
    ink: style.color,
    line: style.getPropertyValue("--control").trim(),
    family,
  };
}

function newChart(canvas: HTMLCanvasElement, look: { current: Look }): Chart<"bar"> {
  return new Chart(canvas, {
    type: "bar",
    data: { labels: [], datasets: [] },
    options: {
      indexAxis: "y",
      // The picture's own observer says the size: then labels and bars change together.
      responsive: false,
      maintainAspectRatio: false,
      events: [],
      scales: { x: { display: false, min: 0 }, y: { display: false } },
    },
    plugins: [labelsOf(look)],
  });
}

function show({ chart, look }: Drawn, bars: readonly Bar[], full: number, colours: string[], animated: boolean): void {
  const { labels, notes, family } = look.current;
  const { ctx } = chart;
  ctx.font = `600 ${labels.size}px ${family}`;
  const noteWidth = Math.max(0, ...notes.map((note) => ctx.measureText(note).width));
  const data = { data: bars.map((bar) => bar.value), backgroundColor: colours };
  const shape = { categoryPercentage: bandPart, barPercentage: labels.place === "above" ? 1 : 0.8 };
  const [upper, lower] = chart.data.datasets;
  chart.data.labels = bars.map((bar) => bar.label);
  // Above, an empty first data set keeps the upper half of each band free for the label.
  const wanted = labels.place === "above" ? 2 : 1;
  if (chart.data.datasets.length !== wanted) {
    chart.data.datasets =
      wanted === 2
        ? [
            { data: [], ...shape },
            { ...data, ...shape },
          ]
        : [{ ...data, ...shape }];
  } else Object.assign((wanted === 2 ? lower : upper) ?? {}, data);
  chart.options.animation = animated ? { duration: 280, easing: "easeOutCubic" } : false;
  chart.options.layout = { padding: { left: Math.max(labels.column, axisWidth), right: noteWidth + noteGap + 2 } };
  const x = chart.options.scales?.x;
  if (x !== undefined) x.max = Math.max(full, ...bars.map((bar) => bar.value)) || 1;
  chart.update();
}

/** Draws labels and notes with the bars, at each step of their growing. */
function labelsOf(look: { current: Look }): Plugin<"bar"> {
  return {
    id: "labels",
    afterDatasetsDraw(chart) {
      const { ctx, chartArea, data } = chart;
      const { labels, notes, ink, line, family } = look.current;
      const bars = chart.getDatasetMeta(data.datasets.length - 1).data;
      ctx.save();
      ctx.textBaseline = "middle";
      bars.forEach((bar, index) => {
        if (!(bar instanceof BarElement)) return;
        const { height } = bar.getProps(["height"], true);
        const lines = labels.lines[index] ?? [];
        const spacing = labels.size * lineSpacing;
        const middle = labels.place === "above" ? bar.y - height / 2 - (lines.length * spacing) / 2 : bar.y;
        ctx.fillStyle = ink;
        ctx.font = `${labels.size}px ${family}`;
        lines.forEach((text, row) => {
          ctx.fillText(text, 0, middle + (row - (lines.length - 1) / 2) * spacing);
        });
        ctx.font = `600 ${labels.size}px ${family}`;
        ctx.fillText(notes[index] ?? "", bar.x + noteGap, bar.y);
        ctx.fillStyle = line;
        ctx.fillRect(chartArea.left - axisWidth, bar.y - height / 2, axisWidth, height);
      });
      ctx.restore();
    },
  };
}
