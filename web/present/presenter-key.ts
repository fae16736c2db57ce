import { keyFromFragment } from "../connection/api.ts";

/**
 * The key of this poll: from the link's fragment, else from this tab's memory. Once it is remembered it leaves the address,
 * which the whole room may see on the screen.
 */
export function presenterKey(poll: string): string | null {
  const name = `presenter-key:${poll}`;
  const given = keyFromFragment(location.hash);
  try {
    if (given === null) return sessionStorage.getItem(name);
    sessionStorage.setItem(name, given);
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch {
    // Storage is refused: the key stays in the address, and a reload finds it there.
  }
  return given;
}
