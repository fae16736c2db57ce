/**
 * Has the row at `from` stand at `to`, in a list whose hidden inputs hold the order. Rows stay where they are in the page
 * and only what they hold moves, so that no element loses its focus or its pointer; the page draws the new order before
 * this returns.
 */
export function moveRow(list: Element, from: number, to: number): void {
  const inputs = [...list.querySelectorAll("input")];
  const values = inputs.map(({ value }) => value);
  values.splice(to, 0, ...values.splice(from, 1));
  for (const [index, input] of inputs.entries()) input.value = values[index] ?? "";
  list.dispatchEvent(new Event("input", { bubbles: true }));
}
