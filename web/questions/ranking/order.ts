/** Moving rows of a list whose hidden inputs hold the order. */

/**
 * Has the row at `from` stand at `to`. Rows stay where they are in the page and only what they hold moves, so that no
 * element loses its focus or its pointer; the page draws the new order before this returns.
 */
export function moveRow(list: Element, from: number, to: number): void {
  const inputs = [...list.querySelectorAll("input")];
  const values = inputs.map(({ value }) => value);
  values.splice(to, 0, ...values.splice(from, 1));
  for (const [index, input] of inputs.entries()) input.value = values[index] ?? "";
  list.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Drags the row of `grip` until the pointer lets go; `onMoved` after each place that it passes. */
export function dragRow(grip: HTMLElement, down: PointerEvent, onMoved: (list: Element, at: number) => void): void {
  const list = grip.closest("ol");
  if (list === null || down.button !== 0) return;
  const rows = [...list.querySelectorAll("li")];
  let at = rows.findIndex((row) => row.contains(grip));
  const held = down.clientY - topOf(rows[at]);
  // No text is selected, and no page scrolled, by what moves a row.
  down.preventDefault();
  grip.setPointerCapture(down.pointerId);
  rows[at]?.classList.add("held");

  function follow({ clientY }: PointerEvent): void {
    for (const step of [-1, 1]) {
      for (let next = rows[at + step]; next && step * (clientY - middleOf(next)) > 0; next = rows[at + step]) {
        if (list === null) return;
        settle(rows[at]);
        moveRow(list, at, at + step);
        at += step;
        rows[at]?.classList.add("held");
        rows[at]?.scrollIntoView({ block: "nearest" });
        onMoved(list, at);
      }
    }
    const row = rows[at];
    if (row === undefined) return;
    row.style.transform = "";
    row.style.transform = `translateY(${clientY - held - topOf(row)}px)`;
  }

  grip.onpointermove = follow;
  grip.onlostpointercapture = () => {
    grip.onpointermove = null;
    settle(rows[at]);
  };
}

function settle(row: HTMLElement | undefined): void {
  row?.classList.remove("held");
  if (row !== undefined) row.style.transform = "";
}

function topOf(row: HTMLElement | undefined): number {
  return row?.getBoundingClientRect().top ?? 0;
}

function middleOf(row: HTMLElement): number {
  return topOf(row) + row.offsetHeight / 2;
}
