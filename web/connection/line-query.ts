import type { JsonStorage } from "./json-storage.ts";
import { newRef } from "./new-ref.ts";

/**
 * The query by which a page names its line to the service, the same on each reconnection, and the line of the page that
 * was in this tab before it: what is still under way from either will not count after what this page sends.
 */
export function lineQuery(poll: string, tab: JsonStorage): string {
  const key = `handupp.line.${poll}`;
  const line = newRef();
  const query = `line=${line}&after=${tab.get<string>(key) ?? ""}`;
  tab.set(key, line);
  return query;
}
