/** A name for something in the page, unlike all others since it was loaded and unlikely to meet one from before. */
export function newKey(): string {
  return Math.random().toString(36).slice(2, 12);
}
