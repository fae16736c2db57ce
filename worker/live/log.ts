/** One JSON line an event. Fields hold ids and counts, never text of people, keys or addresses. */
export function logEvent(event: string, fields: Record<string, unknown> = {}): void {
  console.log(JSON.stringify({ event, ...fields }));
}
