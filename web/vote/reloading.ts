/** A page that can't go on as it is loads itself anew: once the service answers, and more seldom the less it has helped. */
import type { JsonStorage } from "../connection/json-storage.ts";

/** A page that was loaded less than so long ago is not loaded anew: the next one might fare no better. */
export const reloadEveryMs = 10_000;
/** Phones of a whole hall get a new token when a run begins; this spreads them. */
const spreadMs = 1500;
/** Doublings of the wait: after that a page tries about once a minute. */
const mostDoublings = 3;
const triesKey = "handupp.reloads";

export type Reloading = {
  /** False where it will be a while. */
  reload(): boolean;
  /** This page goes on: the next one that can't is not held against it. */
  helped(): void;
};

/** `keep` makes sure that nothing typed goes with the page; false where it can't be kept, and the page has to stay as it is. */
export function startReloading(storage: JsonStorage, keep: () => boolean): Reloading {
  const tries = storage.get<number>(triesKey) ?? 0;
  function reload(): boolean {
    const wait = reloadEveryMs * 2 ** Math.min(tries, mostDoublings) - performance.now();
    setTimeout(onceThere, Math.max(Math.random() * spreadMs, wait));
    return wait <= 0;
  }
  /** A browser without a line would put its own error page in place of this one. */
  function onceThere(): void {
    fetch(location.href, { method: "HEAD" }).then(() => {
      if (!keep()) return;
      storage.set(triesKey, tries + 1);
      location.reload();
    }, reload);
  }
  return { reload, helped: () => storage.set(triesKey, null) };
}
