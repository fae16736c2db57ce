/** Loaded when someone first drags: phones whose owners use the buttons, or agree with the order, never fetch it. */

/**
 * Drags the row of `grip` until the pointer lets go. `moveTo` has the row at `from` stand at `to` and draws that at once;
 * row elements stay in place and only what they hold moves, so the dragged one is another element after each step.
 */
export function dragRow(grip: HTMLElement, down: PointerEvent, moveTo: (from: number, to: number) => void): void {
  const rows = [...(grip.closest("ol")?.querySelectorAll("li") ?? [])];
  let at = rows.findIndex((row) => row.contains(grip));
  const held = down.clientY - topOf(rows[at]);
  try {
    grip.setPointerCapture(down.pointerId);
  } catch {
    // Let go already, before this was loaded.
    return;
  }
  rows[at]?.classList.add("held");

  function step(by: -1 | 1): void {
    settle(rows[at]);
    moveTo(at, at + by);
    at += by;
    rows[at]?.classList.add("held");
    // A list longer than the screen comes along.
    rows[at]?.scrollIntoView({ block: "nearest" });
  }

  grip.onpointermove = ({ clientY }) => {
    for (let above = rows[at - 1]; above && clientY < middleOf(above); above = rows[at - 1]) step(-1);
    for (let below = rows[at + 1]; below && clientY > middleOf(below); below = rows[at + 1]) step(1);
    const row = rows[at];
    if (row === undefined) return;
    row.style.transform = "";
    row.style.transform = `translateY(${clientY - held - topOf(row)}px)`;
  };
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
