import { hexByte } from "../shared/hex.ts";

const saltBytes = 12;
const pool = new Uint8Array(saltBytes * 256);
let used = pool.length;

/** 96 random bits in hexadecimal digits. Drawn many at once: a call to the platform for each answer would take longer than all else. */
export function newSalt(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  let salt = "";
  for (const end = used + saltBytes; used < end; used++) salt += hexByte(pool[used] ?? 0);
  return salt;
}
