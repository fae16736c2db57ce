/** One JSON line an event. Fields hold ids and counts, never text of people, keys or addresses. */
export function logEvent(event: string, fields: Record<string, unknown> = {}): void {
  // biome-ignore lint/suspicious/noConsole: this is the log
  console.log(JSON.stringify({ event, ...fields }));
}
