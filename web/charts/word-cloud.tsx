import { useMemo, useRef } from "preact/hooks";
import type { CloudPicture } from "../../worker/shared/cloud-picture.ts";
import { wordKey } from "../../worker/shared/text.ts";
import { seriesColour } from "./palette.ts";
import { useFonts } from "./use-fonts.ts";

type WordCloudProps = { cloud: CloudPicture; language: string; restText: (n: number) => string };

/** Font size at which words are drawn before they are scaled, so that growing is one smooth transform. */
const drawnSize = 100;
/** From the text's centre down to its baseline, at font size 1. */
const baselineBelowCentre = 0.35;
/** Letters that carry many marks stand higher than any line: theirs are cut off where the next word may begin. */
const stackedMarks = /\p{M}{3}/u;

/**
 * Words where the service has placed them, the same on every screen of whichever size. It has estimated how wide they are;
 * one that is wider in the font that is here stands as much smaller, so that none meets another.
 */
export function WordCloud({ cloud, language, restText }: WordCloudProps) {
  const frame = useRef<HTMLDivElement>(null);
  const fonts = useFonts();
  const measure = useMemo(() => (fonts && frame.current !== null ? measureIn(frame.current) : undefined), [fonts]);
  const words = useMemo(
    () =>
      measure === undefined
        ? []
        : cloud.words
            .map((word) => ({
              ...word,
              // By its key a word stays itself while its most frequent spelling changes.
              key: wordKey(word.word, language),
              size: Math.min(word.size, word.width / Math.max(0.01, measure(word.word))),
            }))
            .sort((a, b) => (a.key < b.key ? -1 : 1)),
    [cloud, language, measure],
  );

  return (
    <>
      <div ref={frame} class="cloud-frame">
        <svg viewBox={`0 0 ${cloud.width} ${cloud.height}`} aria-hidden="true">
          {words.map(({ key, word, x, y, size, colour }) => (
            <text
              key={key}
              class={stackedMarks.test(word) ? "cloud-word cloud-word-cut" : "cloud-word"}
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
      </div>
      <p class="picture-rest">{cloud.rest > 0 ? restText(cloud.rest) : ""}</p>
    </>
  );
}

/** Widths at font size 1 in the font of `element`. */
function measureIn(element: Element): (text: string) => number {
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
