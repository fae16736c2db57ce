import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { Picture } from "./picture.tsx";
import { useFonts } from "./use-fonts.ts";
import { useSize } from "./use-size.ts";

type Entry = { text: string; at: string; id?: string };
/** `entries`: the oldest first. */
type TextWallProps = {
  entries: readonly Entry[];
  label: string;
  restText: (n: number) => string;
  /** Said under the wall whatever has room. */
  notes: readonly string[];
  /** Puts a button on each text that has an id. */
  hiding?: { text: string; hide: (id: string) => void } | undefined;
};

/** No screen has room for more; the rest never reaches the page, however many there are. */
const mostShown = 80;

/** The latest entries in columns, as many as have room; the others are counted. */
export function TextWall({ entries, label, restText, notes, hiding }: TextWallProps) {
  const wall = useRef<HTMLDivElement>(null);
  const { width, height } = useSize(wall);
  const fonts = useFonts();
  const [room, setRoom] = useState(mostShown);
  const latest = entries.slice(-mostShown).toReversed();

  useLayoutEffect(() => {
    if (wall.current !== null) setRoom(countInside(wall.current));
  }, [entries, width, height, fonts]);

  const rest = entries.length - Math.min(room, latest.length);
  return (
    <Picture kind="wall" label={label} pressable={hiding !== undefined}>
      <div ref={wall} class="wall-columns" style={{ "--texts": String(latest.length) }}>
        {latest.map(({ text, at, id }, index) => (
          <p key={id ?? `${at} ${text}`} dir="auto" class={index < room ? "wall-entry" : "wall-entry wall-entry-out"}>
            {text}
            {hiding !== undefined && id !== undefined && (
              <button
                type="button"
                class="control wall-hide"
                aria-label={`${hiding.text}: ${text}`}
                onClick={() => hiding.hide(id)}
              >
                {hiding.text}
              </button>
            )}
          </p>
        ))}
      </div>
      <p class="picture-rest">{[...(rest > 0 ? [restText(rest)] : []), ...notes].join(" · ")}</p>
    </Picture>
  );
}

/** How many entries lie wholly inside: what has no room flows into columns beyond the edge. */
function countInside(wall: HTMLElement): number {
  const edge = wall.getBoundingClientRect();
  const children = [...wall.children];
  const out = children.findIndex((child) => {
    const box = child.getBoundingClientRect();
    return box.right > edge.right + 1 || box.bottom > edge.bottom + 1;
  });
  return out === -1 ? children.length : out;
}
