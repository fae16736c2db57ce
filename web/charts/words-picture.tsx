import { useRef } from "preact/hooks";
import type { CloudPicture } from "../../worker/shared/cloud-picture.ts";
import { Picture } from "./picture.tsx";
import { useSize } from "./use-size.ts";
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

/** CSS pixels; a cloud on less would have letters too small to read. */
const leastForCloud = 560;

/** A cloud, or lines of words where there is no room for one, or none was kept. */
export function WordsPicture({ words, cloud, language, label, restText }: WordsPictureProps) {
  const picture = useRef<HTMLDivElement>(null);
  const { width } = useSize(picture);
  const isCloud = cloud !== undefined && width >= leastForCloud;
  const colours = new Map(cloud?.words.map(({ word, colour }) => [word, colour]));
  return (
    <Picture of={picture} kind={cloud === undefined || (width > 0 && !isCloud) ? "word-list" : "cloud"} label={label}>
      {isCloud && <WordCloud cloud={cloud} language={language} restText={restText} />}
      {width > 0 && !isCloud && (
        <WordList words={words.map((word) => ({ ...word, colour: colours.get(word.word) }))} restText={restText} />
      )}
    </Picture>
  );
}
