import type { ComponentChildren, RefObject } from "preact";

type PictureProps = {
  kind: "bars" | "cloud" | "word-list" | "wall" | "ratings" | "ranking" | "histogram" | "plane";
  label: string;
  /** How many rows it holds: its height follows them where nothing else says how high it is. */
  rows?: number;
  of?: RefObject<HTMLDivElement | null>;
  /** Whether something in it can be pressed: it is a group then, since an image has no parts. */
  pressable?: boolean;
  children: ComponentChildren;
};

const denseRows = 6;

/** The frame of every picture: to a screen reader one image with its sentence; the table beside it has the figures. */
export function Picture({ kind, label, rows = 1, of, pressable = false, children }: PictureProps) {
  const named = { role: pressable ? "group" : "img", "aria-label": label } as const;
  return (
    <div
      {...named}
      ref={of ?? null}
      class={`picture picture-${kind}${rows > denseRows ? " picture-dense" : ""}`}
      style={{ "--rows": String(rows) }}
    >
      {children}
    </div>
  );
}
