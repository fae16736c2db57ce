/** Both axes of a grid run from 0 to this. */
export const most = 10;

/** What the ends of an axis are called: their label with the value that it stands for, or that value alone. */
export function endNames([low = "", high = ""]: readonly string[]): [string, string] {
  return [endName(low, 0), endName(high, most)];
}

function endName(label: string, value: number): string {
  return label === "" ? String(value) : `${label} (${value})`;
}
