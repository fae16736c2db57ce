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
  const known = useMemo(
    () => (fonts && frame.current !== null ? knownIn(frame.current, language) : undefined),
    [fonts],
  );
  const words = useMemo(
    () =>
      known === undefined
        ? []
        : cloud.words
            .map((word) => {
              const { key, width } = known(word.word);
              return { ...word, key, size: Math.min(word.size, word.width / Math.max(0.01, width)) };
            })
            .sort((a, b) => (a.key < b.key ? -1 : 1)),
    [cloud, known],
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

/** A word as this screen knows it: `width` at font size 1; by its `key` it stays itself while its spelling changes. */
type Known = { key: string; width: number };

/** In the font of `element`; found out once a word, not ten times a second. */
function knownIn(element: Element, language: string): (word: string) => Known {
  const context = document.createElement("canvas").getContext("2d");
  if (context !== null) context.font = `600 ${drawnSize}px ${getComputedStyle(element).fontFamily}`;
  const all = new Map<string, Known>();
  return (word) => {
    const before = all.get(word);
    if (before !== undefined) return before;
    const width = context === null ? word.length : context.measureText(word).width / drawnSize;
    const known = { key: wordKey(word, language), width };
    all.set(word, known);
    return known;
  };
}
