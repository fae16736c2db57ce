import { useMemo, useRef } from "preact/hooks";
import { areaFor } from "./cloud/areas.ts";
import { type Cloud, updateCloud } from "./cloud/layout.ts";
import { baselineBelowCentre, type CloudWord, type Measure } from "./cloud/sizes.ts";
import { seriesColour } from "./palette.ts";
import { Picture } from "./picture.tsx";
import { useFonts } from "./use-fonts.ts";
import { useSize } from "./use-size.ts";

type WordCloudProps = { words: readonly CloudWord[]; label: string; restText: (n: number) => string };

/** Font size at which words are drawn before they are scaled, so that growing is one smooth transform. */
const drawnSize = 100;

/** `words`: by count, the most frequent first. */
export function WordCloud({ words, label, restText }: WordCloudProps) {
  const frame = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(frame);
  const fonts = useFonts();
  const settled = useRef<Cloud | undefined>(undefined);
  const measure = useMemo(() => (fonts && frame.current !== null ? measureIn(frame.current) : undefined), [fonts]);
  const cloud = useMemo(() => {
    if (measure === undefined || width === 0 || height === 0) return undefined;
    settled.current = updateCloud(settled.current, words, areaFor({ width, height }), measure);
    return settled.current;
  }, [words, width, height, measure]);

  return (
    <Picture kind="cloud" label={label}>
      <div ref={frame} class="cloud-frame">
        {cloud !== undefined && (
          <svg viewBox={`0 0 ${cloud.area.width} ${cloud.area.height}`} aria-hidden="true">
            {cloud.placed
              .toSorted((a, b) => (a.key < b.key ? -1 : 1))
              .map(({ key, word, x, y, size, colour }) => (
                <text
                  key={key}
                  font-size={drawnSize}
                  fill={seriesColour(colour)}
                  style={{
                    transform: `translate(${x}px, ${y + size * baselineBelowCentre}px) scale(${size / drawnSize})`,
                  }}
                >
                  {word}
                </text>
              ))}
          </svg>
        )}
      </div>
      <p class="picture-rest">{cloud !== undefined && cloud.rest > 0 ? restText(cloud.rest) : ""}</p>
    </Picture>
  );
}

/** Widths at font size 1 in the font of `element`. */
function measureIn(element: Element): Measure {
  const context = document.createElement("canvas").getContext("2d");
  const { fontFamily } = getComputedStyle(element);
  const known = new Map<string, number>();
  return (text) => {
    const width = known.get(text);
    if (width !== undefined) return width;
    if (context === null) return text.length;
    context.font = `600 ${drawnSize}px ${fontFamily}`;
    const measured = context.measureText(text).width / drawnSize;
    known.set(text, measured);
    return measured;
  };
}
