/** Putting the rows of a list in another order by dragging. The list stays as it is until the pointer lets go. */

type DragOrder = {
  /** The place that the row would get, or null where the drag is over. */
  onPlace(place: number | null): void;
  onDrop(place: number): void;
};

/** Closer to the window's edge than this the page comes along. Pixels. */
const edge = 64;
const scrollStep = 12;

/** `grip` is what the pointer holds; its row and the others are the `li` of its list. */
export function dragOrder(grip: HTMLElement, down: PointerEvent, { onPlace, onDrop }: DragOrder): void {
  const rows = [...(grip.closest("ol")?.children ?? [])].filter((row) => row instanceof HTMLElement);
  const from = rows.findIndex((row) => row.contains(grip));
  const row = rows[from];
  if (row === undefined || down.button !== 0) return;
  // No text is selected by what moves a row.
  down.preventDefault();
  grip.setPointerCapture(down.pointerId);
  const begun = down.clientY + scrollY;
  let place = from;
  row.classList.add("held");

  const end = (drops: boolean) => {
    grip.onpointermove = null;
    grip.onlostpointercapture = null;
    removeEventListener("keydown", onKey, true);
    row.classList.remove("held");
    row.style.transform = "";
    onPlace(null);
    if (drops && place !== from) onDrop(place);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    end(false);
  };
  grip.onpointermove = ({ clientY }) => {
    if (clientY < edge) scrollBy(0, -scrollStep);
    else if (clientY > innerHeight - edge) scrollBy(0, scrollStep);
    row.style.transform = `translateY(${clientY + scrollY - begun}px)`;
    const passed = rows.filter((other) => other !== row && clientY > middleOf(other)).length;
    if (passed !== place) onPlace(passed);
    place = passed;
  };
  grip.onlostpointercapture = () => end(true);
  addEventListener("keydown", onKey, true);
}

function middleOf(row: HTMLElement): number {
  const { top, height } = row.getBoundingClientRect();
  return top + height / 2;
}
