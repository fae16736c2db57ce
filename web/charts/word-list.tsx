import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { fontOf } from "./font-of.ts";
import { seriesColour } from "./palette.ts";
import { useFonts } from "./use-fonts.ts";
import { useSize } from "./use-size.ts";

/** `colour`: where the word has one already. */
type ListedWord = { word: string; count: number; colour?: number | undefined };

/** Where there is no bound to their room, and where only what has room is shown. */
const mostListed = 40;
const mostShown = 100;
/** The most frequent word stands so many times as large as the rest of the page. */
const largest = 2.6;
/** Where there is a bound, the first of these at which all words have room. */
const scales = [4, 3.2, largest, 2.1, 1.7, 1.3, 1] as const;
/** Of the room, what words in lines fill of it. */
const fill = 0.7;
const lineHeight = 1.2;
/** Between two words, of the page's font size; as in the style sheet. */
const gap = 1;

/** `words`: by count, the most frequent first. `bounded`: only as many as have room. */
type WordListProps = { words: readonly ListedWord[]; bounded: boolean; restText: (n: number) => string };

/** Words in lines, the more frequent the larger. */
export function WordList({ words, bounded, restText }: WordListProps) {
  const list = useRef<HTMLParagraphElement>(null);
  const { width, height } = useSize(list);
  const fonts = useFonts();
  const [room, setRoom] = useState<{ scale: number; count: number }>({ scale: largest, count: mostShown });
  const highest = words[0]?.count ?? 1;
  const shown = words.slice(0, bounded ? mostShown : mostListed);
  const sizeAt = (count: number, scale: number) => Math.max(1, scale * Math.sqrt(count / highest));

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || width === 0) return;
    const { em, measure } = fontOf(element);
    const takes = (scale: number) =>
      shown.reduce((sum, { word, count }) => {
        const size = sizeAt(count, scale);
        return sum + (measure(word) * size + gap * em) * size * em * lineHeight;
      }, 0);
    const scale = bounded ? (scales.find((each) => takes(each) <= width * height * fill) ?? 1) : largest;
    // At another scale the words are laid out first, and counted then.
    const count = bounded && room.scale === scale ? countInside(element) : mostShown;
    setRoom((before) => (before.scale === scale && before.count === count ? before : { scale, count }));
  }, [words, bounded, width, height, fonts, room.scale]);

  const rest = words.length - Math.min(room.count, shown.length);
  return (
    <>
      <p ref={list} class="word-list">
        {shown.map(({ word, count, colour }, index) => (
          <span
            key={word}
            dir="auto"
            class={index < room.count ? undefined : "word-list-out"}
            style={{
              fontSize: `${sizeAt(count, room.scale)}em`,
              ...(colour === undefined ? {} : { color: seriesColour(colour) }),
            }}
          >
            {word}
          </span>
        ))}
      </p>
      <p class="picture-rest">{rest > 0 ? restText(rest) : ""}</p>
    </>
  );
}

/** How many words lie wholly inside: what has no room flows under the edge. */
function countInside(list: HTMLElement): number {
  const edge = list.getBoundingClientRect().bottom + 1;
  const children = [...list.children];
  const out = children.findIndex((child) => child.getBoundingClientRect().bottom > edge);
  return out === -1 ? children.length : out;
}
