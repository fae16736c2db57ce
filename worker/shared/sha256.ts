/**
 * SHA-256 (FIPS 180-4), for where a digest is needed in the middle of a synchronous turn: the platform's own only comes as a
 * promise.
 */
const primes = firstPrimes(64);
const roundConstants = primes.map((prime) => fraction(Math.cbrt(prime)));
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

/** The first 32 bits after the point. */
function fraction(value: number): number {
  return ((value - Math.floor(value)) * 2 ** 32) | 0;
}

/** The digest of the text as UTF-16, big-endian: 32 bytes. */
export function sha256(text: string): Uint8Array {
  const length = text.length * 2;
  const blocks = new DataView(new ArrayBuffer(Math.ceil((length + 9) / 64) * 64));
  for (let index = 0; index < text.length; index++) blocks.setUint16(index * 2, text.charCodeAt(index));
  blocks.setUint8(length, 0x80);
  blocks.setBigUint64(blocks.byteLength - 8, BigInt(length) * 8n);
  const state = Int32Array.from(initial);
  for (let offset = 0; offset < blocks.byteLength; offset += 64) compress(state, blocks, offset);
  const digest = new DataView(new ArrayBuffer(32));
  for (const [index, word] of state.entries()) digest.setInt32(index * 4, word);
  return new Uint8Array(digest.buffer);
}

function compress(state: Int32Array, blocks: DataView, offset: number): void {
  const schedule = new Int32Array(64);
  const at = (index: number) => schedule[index] ?? 0;
  for (let index = 0; index < 64; index++) {
    schedule[index] =
      index < 16
        ? blocks.getInt32(offset + index * 4)
        : at(index - 16) + mix(at(index - 15), 7, 18, 3) + at(index - 7) + mix(at(index - 2), 17, 19, 10);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let index = 0; index < 64; index++) {
    const chosen = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const first = (h + turn(e, 6, 11, 25) + chosen + (roundConstants[index] ?? 0) + at(index)) | 0;
    const second = (turn(a, 2, 13, 22) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) state[index] = (state[index] ?? 0) + word;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

function turn(word: number, first: number, second: number, third: number): number {
  return rotate(word, first) ^ rotate(word, second) ^ rotate(word, third);
}

function mix(word: number, first: number, second: number, shift: number): number {
  return rotate(word, first) ^ rotate(word, second) ^ (word >>> shift);
}
