/** Where RFC 6455's frames begin and end, masked ones (a client's) too. */

export type FrameBorders = { opcode: number; start: number; end: number };

/** The frame at `at`, its payload from `start` to `end`; null where it has not all come. */
export function frameAt(data: Buffer, at: number): FrameBorders | null {
  if (data.length < at + 2) return null;
  const opcode = (data[at] ?? 0) & 0x0f;
  const second = data[at + 1] ?? 0;
  const short = second & 0x7f;
  let start = at + 2;
  let length = short;
  if (short === 126) {
    if (data.length < at + 4) return null;
    length = data.readUInt16BE(at + 2);
    start = at + 4;
  } else if (short === 127) {
    if (data.length < at + 10) return null;
    length = Number(data.readBigUInt64BE(at + 2));
    start = at + 10;
  }
  if ((second & 0x80) !== 0) start += 4;
  return data.length < start + length ? null : { opcode, start, end: start + length };
}
