import { useMemo, useRef } from "preact/hooks";
import type { CloudPicture } from "../../worker/shared/cloud-picture.ts";
import { Picture } from "./picture.tsx";
import { type Size, useSize } from "./use-size.ts";
import { WordCloud } from "./word-cloud.tsx";
import { WordList } from "./word-list.tsx";

type WordsPictureProps = {
  /** By count, the most frequent first. */
  words: readonly { word: string; count: number }[];
  cloud: CloudPicture | undefined;
  language: string;
  label: string;
  restText: (n: number) => string;
};

/** The least letters of a cloud, in its own units (see worker/questions/words/cloud/sizes.ts). */
const smallestLetters = 22;
/** A cloud whose least letters would be smaller is not legible: CSS pixels, and of the page's font size. */
const leastPixels = 9;
const leastOfFont = 0.6;
/** Under the cloud stands what is left out; of the font size. */
const restHeight = 1.5;

/** A cloud, or lines of words where there is no room for one, or none was kept. */
export function WordsPicture({ words, cloud, language, label, restText }: WordsPictureProps) {
  const picture = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(picture);
  // Taken together with the size: a window that grows has larger letters before the picture is told of its new size.
  const { fills, em } = useMemo(() => standingOf(picture.current), [width, height]);
  // Only where a picture fills its room does its height say anything: elsewhere it follows what it holds.
  const room = fills ? { width, height: height - em * restHeight } : { width, height: Number.POSITIVE_INFINITY };
  const isCloud = cloud !== undefined && isLegible(cloud, room, em);
  const colours = new Map(cloud?.words.map(({ word, colour }) => [word, colour]));
  return (
    <Picture of={picture} kind={cloud === undefined || (width > 0 && !isCloud) ? "word-list" : "cloud"} label={label}>
      {isCloud && <WordCloud cloud={cloud} language={language} restText={restText} />}
      {width > 0 && !isCloud && (
        <WordList
          bounded={fills}
          words={words.map((word) => ({ ...word, colour: colours.get(word.word) }))}
          restText={restText}
        />
      )}
    </Picture>
  );
}

function standingOf(picture: Element | null): { fills: boolean; em: number } {
  if (picture === null) return { fills: false, em: 1 };
  const { position, fontSize } = getComputedStyle(picture);
  return { fills: position === "absolute", em: Number.parseFloat(fontSize) };
}

/** Whether there is room for it, whatever words are in it now: it must not turn into a list while answers come. */
function isLegible(cloud: CloudPicture, { width, height }: Size, em: number): boolean {
  const scale = Math.min(width / cloud.width, height / cloud.height);
  return scale * smallestLetters >= Math.max(leastPixels, em * leastOfFont);
}
