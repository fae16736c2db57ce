/** FNV-1a, not for secrets: the same 32 bits for the same text on every machine. `seed`: the hash of what stands before it. */
export function fnv1a(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
