/** Most phones are shown no results: what draws them is loaded with the first tally. */
import type { Results } from "./results.tsx";

const load = () => import("./results.tsx");
let loaded: typeof Results | undefined;

/** Rejects where it can't be fetched. */
export async function loadResults(): Promise<void> {
  loaded ??= (await load()).Results;
}

/** Undefined before a tally has come. */
export function resultsView(): typeof Results | undefined {
  return loaded;
}
