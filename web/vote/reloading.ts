/** A page that can't go on as it is loads itself anew: once the service answers, and more seldom the less it has helped. */
import type { JsonStorage } from "../connection/json-storage.ts";

/** A page that was loaded less than so long ago is not loaded anew: the next one might fare no better. */
const reloadEveryMs = 10_000;
/** Phones of a whole hall get a new token when a run begins; this spreads them. */
const spreadMs = 1500;
/** Doublings of the wait: after that a page tries about once a minute. */
const mostDoublings = 3;
const triesKey = "handupp.reloads";

export type Reloading = {
  /** Once the service answers. */
  reload(): void;
  /** Whether that will be in a moment, and not only after a while. */
  isSoon(): boolean;
  /** This page goes on: the next one that can't is not held against it. */
  helped(): void;
};

/** `keep` makes sure that nothing typed goes with the page; false where it can't be kept, and the page has to stay as it is. */
export function startReloading(storage: JsonStorage, keep: () => boolean): Reloading {
  const tries = storage.get<number>(triesKey) ?? 0;
  const wait = () => reloadEveryMs * 2 ** Math.min(tries, mostDoublings) - performance.now();
  function reload(): void {
    setTimeout(onceThere, Math.max(Math.random() * spreadMs, wait()));
  }
  /** Without a line, or where what stands before the service has nothing behind it, an error page would take this one's place. */
  function onceThere(): void {
    fetch(location.href, { method: "HEAD" }).then(({ status }) => {
      if (status >= 500) return reload();
      if (!keep()) return;
      storage.set(triesKey, tries + 1);
      location.reload();
    }, reload);
  }
  return { reload, isSoon: () => wait() <= 0, helped: () => storage.set(triesKey, null) };
}
