import { seriesColour } from "./palette.ts";

/** `colour`: where the word has one already. */
type ListedWord = { word: string; count: number; colour?: number | undefined };

const mostShown = 40;
/** The most frequent word stands so many times as large as the rest of the page. */
const largest = 2.6;

/** Words in lines, the more frequent the larger. `words`: by count, the most frequent first. */
export function WordList({ words, restText }: { words: readonly ListedWord[]; restText: (n: number) => string }) {
  const highest = words[0]?.count ?? 1;
  const rest = words.length - mostShown;
  return (
    <>
      <p class="word-list">
        {words.slice(0, mostShown).map(({ word, count, colour }) => (
          <span
            key={word}
            dir="auto"
            style={{
              fontSize: `${Math.max(1, largest * Math.sqrt(count / highest))}em`,
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
