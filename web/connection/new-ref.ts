/** A client's own id of an answer: 128 random bits. `crypto.randomUUID` is missing on plain http, as on a LAN address. */
export function newRef(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("-");
}
