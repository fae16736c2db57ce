/** A byte in two small hexadecimal digits. */
export function hexByte(value: number): string {
  return table[value & 255] ?? "";
}

const table = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, "0"));
