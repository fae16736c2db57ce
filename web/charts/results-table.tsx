import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { useSize } from "./use-size.ts";

/** `rows`: the first cell names the row. `numeric`: which columns hold figures and stand to the right. */
export type ResultsTableProps = {
  caption: string;
  head: string[];
  rows: string[][];
  numeric: boolean[];
  /** Said under the rows: how many are left out, what the shares are of. */
  notes?: ComponentChildren[];
};

export function ResultsTable({ caption, head, rows, numeric, notes = [] }: ResultsTableProps) {
  const side = (column: number) => (numeric[column] ? "figure" : undefined);
  const frame = useRef<HTMLElement>(null);
  const { width } = useSize(frame);
  const [scrolls, setScrolls] = useState(false);
  // A table that is wider than its page is scrolled by keyboard too; one that is not is no stop on the way.
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null || width === 0) return;
    setScrolls(element.scrollWidth > element.clientWidth && getComputedStyle(element).overflowX === "auto");
  }, [width, rows.length]);
  return (
    <section ref={frame} class="results-table" aria-label={caption} {...(scrolls ? { tabIndex: 0 } : {})}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((text, column) => (
              <th key={text} scope="col" class={side(column)}>
                {text}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row" dir="auto">
                {name}
              </th>
              {cells.map((text, cell) => (
                <td key={head[cell + 1]} class={side(cell + 1)}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {notes.map((note, index) => (
        <p key={index}>{note}</p>
      ))}
    </section>
  );
}
