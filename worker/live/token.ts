/**
 * An attendee's token: `shard.run.attendee.signature`, signed with the poll's own secret. It pins the shard, so that
 * reconnecting asks nobody else. Every character may stand in a WebSocket subprotocol and in a cookie.
 */
import { limits } from "../shared/limits.ts";

export type TokenClaims = { shard: number; run: number; attendee: string };

export async function issueToken(secret: string, claims: TokenClaims): Promise<string> {
  const payload = `${claims.shard}.${claims.run}.${claims.attendee}`;
  const signature = await crypto.subtle.sign("HMAC", await hmacKey(secret), encoder.encode(payload));
  return `${payload}.${base64Url(new Uint8Array(signature))}`;
}

/** What the token says of itself, unproven: enough to find the shard that can prove it. */
export function readToken(token: string): (TokenClaims & { payload: string; signature: string }) | undefined {
  const match = /^((\d{1,4})\.(-?\d{1,6})\.([A-Za-z0-9_-]{16,32}))\.([A-Za-z0-9_-]{43})$/.exec(token);
  if (match === null) return undefined;
  const [, payload = "", shard, run, attendee = "", signature = ""] = match;
  if (Number(shard) >= limits.shardsPerPoll) return undefined;
  return { shard: Number(shard), run: Number(run), attendee, payload, signature };
}

/** The claims where the signature is the secret's own, in constant time; undefined otherwise. */
export async function verifyToken(secret: string, token: string): Promise<TokenClaims | undefined> {
  const read = readToken(token);
  const signature = read === undefined ? undefined : fromBase64Url(read.signature);
  // The last character has bits that decoding ignores: only one spelling of a signature is a token.
  if (read === undefined || signature === undefined || base64Url(signature) !== read.signature) return undefined;
  const valid = await crypto.subtle.verify("HMAC", await hmacKey(secret), signature, encoder.encode(read.payload));
  return valid ? { shard: read.shard, run: read.run, attendee: read.attendee } : undefined;
}

/** `bytes` random bytes in base64url, never with a hyphen first: CSV files would guard such an id as if it were a formula. */
export function randomToken(bytes: number): string {
  const token = base64Url(crypto.getRandomValues(new Uint8Array(bytes)));
  return token.startsWith("-") ? randomToken(bytes) : token;
}

/** What signs a poll's tokens. */
export function newSecret(): string {
  return randomToken(32);
}

/** SHA-256 in base64url: how keys are stored. They are random, so that no salt is needed. */
export async function hashKey(key: string): Promise<string> {
  return base64Url(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(key))));
}

const encoder = new TextEncoder();
const keys = new Map<string, Promise<CryptoKey>>();

/** Imported keys are kept: thousands of phones come back at once with tokens of one poll. */
function hmacKey(secret: string): Promise<CryptoKey> {
  let key = keys.get(secret);
  if (key === undefined) {
    if (keys.size > 1000) keys.clear();
    key = crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
      "sign",
      "verify",
    ]);
    keys.set(secret, key);
  }
  return key;
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
