import type { ComponentChildren, RefObject } from "preact";

type PictureProps = {
  kind: "bars" | "cloud" | "word-list" | "wall" | "ratings" | "ranking" | "histogram" | "plane";
  label: string;
  /** How many rows it holds: its height follows them where nothing else says how high it is. */
  rows?: number;
  of?: RefObject<HTMLDivElement | null>;
  children: ComponentChildren;
};

const denseRows = 6;

/** The frame of every picture: to a screen reader one image with its sentence; the table beside it has the figures. */
export function Picture({ kind, label, rows = 1, of, children }: PictureProps) {
  return (
    <div
      ref={of ?? null}
      class={`picture picture-${kind}${rows > denseRows ? " picture-dense" : ""}`}
      role="img"
      aria-label={label}
      style={{ "--rows": String(rows) }}
    >
      {children}
    </div>
  );
}
