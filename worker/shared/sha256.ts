/**
 * SHA-256 (FIPS 180-4), for where a digest is needed in the middle of a synchronous turn: the platform's own only comes as a
 * promise. Each stored answer takes two, so that it is written to be fast: no object is made for a block.
 */
import { hexByte } from "./hex.ts";

const primes = firstPrimes(64);
const roundConstants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const initial = Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));

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
  const bytes = new Uint8Array(paddedLength(text.length * 2));
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit >> 8;
    bytes[index * 2 + 1] = unit;
  }
  const state = digestOf(bytes, text.length * 2);
  return Uint8Array.from({ length: 32 }, (_, at) => (state[at >> 2] ?? 0) >> (24 - (at & 3) * 8));
}

/** Of the text as UTF-8, in 64 small hexadecimal digits, as `sha256sum` writes it. Lone surrogates are U+FFFD. */
export function sha256Hex(text: string): string {
  // A UTF-16 unit takes at most three bytes.
  const room = paddedLength(text.length * 3);
  if (room > scratch.length) scratch = new Uint8Array(room);
  const length = writeUtf8(text, scratch);
  scratch.fill(0, length, paddedLength(length));
  const state = digestOf(scratch, length);
  let hex = "";
  for (const word of state) hex += hexByte(word >>> 24) + hexByte(word >>> 16) + hexByte(word >>> 8) + hexByte(word);
  return hex;
}

let scratch = new Uint8Array(1024);

function writeUtf8(text: string, into: Uint8Array): number {
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    let point = text.charCodeAt(index);
    if (point >= 0xd800 && point <= 0xdfff) {
      point = text.codePointAt(index) ?? point;
      if (point > 0xffff) index += 1;
      else point = 0xfffd;
    }
    if (point < 0x80) {
      into[at++] = point;
      continue;
    }
    if (point < 0x800) into[at++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) into[at++] = 0xe0 | (point >> 12);
      else {
        into[at++] = 0xf0 | (point >> 18);
        into[at++] = 0x80 | ((point >> 12) & 63);
      }
      into[at++] = 0x80 | ((point >> 6) & 63);
    }
    into[at++] = 0x80 | (point & 63);
  }
  return at;
}

/** With the bit that ends the text, and its length. */
function paddedLength(length: number): number {
  return Math.ceil((length + 9) / 64) * 64;
}

const state = new Int32Array(8);
const schedule = new Int32Array(64);

/** Of the first `length` bytes; what comes after them is zero, and is written over. The same eight words at each call. */
function digestOf(bytes: Uint8Array, length: number): Int32Array {
  const end = paddedLength(length);
  bytes[length] = 0x80;
  // In bits: 2 ** 32 of them are half a gigabyte.
  for (let at = 0, rest = length * 8; at < 4; at++, rest >>>= 8) bytes[end - 1 - at] = rest;
  state.set(initial);
  for (let offset = 0; offset < end; offset += 64) compress(bytes, offset);
  return state;
}

function compress(bytes: Uint8Array, offset: number): void {
  for (let index = 0, at = offset; index < 16; index++, at += 4) {
    schedule[index] =
      ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
  }
  for (let index = 16; index < 64; index++) {
    const late = schedule[index - 2] ?? 0;
    const early = schedule[index - 15] ?? 0;
    const first = rotate(early, 7) ^ rotate(early, 18) ^ (early >>> 3);
    const second = rotate(late, 17) ^ rotate(late, 19) ^ (late >>> 10);
    schedule[index] = (schedule[index - 16] ?? 0) + first + (schedule[index - 7] ?? 0) + second;
  }
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  let e = state[4] ?? 0;
  let f = state[5] ?? 0;
  let g = state[6] ?? 0;
  let h = state[7] ?? 0;
  for (let index = 0; index < 64; index++) {
    const chosen = (e & f) ^ (~e & g);
    const turned = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const first = (h + turned + chosen + (roundConstants[index] ?? 0) + (schedule[index] ?? 0)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)) + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
  state[4] = (state[4] ?? 0) + e;
  state[5] = (state[5] ?? 0) + f;
  state[6] = (state[6] ?? 0) + g;
  state[7] = (state[7] ?? 0) + h;
}

function rotate(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
