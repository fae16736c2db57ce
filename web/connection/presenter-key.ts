import { accountKey, keyFromFragment } from "./api.ts";

const nameOf = (poll: string) => `presenter-key:${poll}`;

/**
 * The key of this poll: from the link's fragment, else from this tab's memory. Once it is remembered it leaves the address,
 * which the whole room may see on the screen. Without either the account counts of whoever is signed in.
 */
export function presenterKey(poll: string): string {
  const given = keyFromFragment(location.hash);
  if (given === null) return rememberedKey(poll) ?? accountKey;
  try {
    sessionStorage.setItem(nameOf(poll), given);
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch {
    // Storage is refused: the key stays in the address, and a reload finds it there.
  }
  return given;
}

/** The key that a presenter's page of this poll has left in this tab's memory. */
export function rememberedKey(poll: string): string | null {
  try {
    return sessionStorage.getItem(nameOf(poll));
  } catch {
    return null;
  }
}

/** From the presenter's page to the results. The room may see where links lead, so the key is there only if nothing else keeps it. */
export function resultsLink(poll: string, key: string): string {
  const page = `/results/${encodeURIComponent(poll)}`;
  return key === accountKey || rememberedKey(poll) === key ? page : `${page}#key=${encodeURIComponent(key)}`;
}
