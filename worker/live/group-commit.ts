/**
 * Group commit: whatever has arrived is written in one go, the write is awaited, the acks leave, and what has arrived
 * meanwhile is the next group. At once when quiet, in large groups when busy; no timer, so no delay that nobody needs.
 */
export type GroupCommitDeps<T> = {
  /** Writes the group and what depends on it, in one synchronous turn. */
  write: (group: readonly T[]) => void;
  /** Resolves once everything written so far is on disk. */
  sync: () => Promise<void>;
  /** The group is durable. */
  stored: (group: readonly T[]) => void;
  /** The group was not stored: nothing of it may be acked. */
  failed: (group: readonly T[], error: unknown) => void;
};

export class GroupCommit<T> {
  readonly #deps: GroupCommitDeps<T>;
  #pending: T[] = [];
  #running = false;
  /** The group on its way to the disk, and the one that is being collected. */
  #inFlight = Promise.withResolvers<void>();
  #collecting = Promise.withResolvers<void>();

  constructor(deps: GroupCommitDeps<T>) {
    this.#deps = deps;
  }

  add(entry: T): void {
    this.#pending.push(entry);
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  /** Resolves once all that was added before is stored or failed, whatever is added meanwhile. */
  async settled(): Promise<void> {
    if (this.#pending.length > 0) await this.#collecting.promise;
    else if (this.#running) await this.#inFlight.promise;
  }

  async #run(): Promise<void> {
    // The handlers of frames that lie ready run first, so that they share this group.
    await Promise.resolve();
    while (this.#pending.length > 0) {
      const group = this.#pending;
      this.#pending = [];
      this.#inFlight = this.#collecting;
      this.#collecting = Promise.withResolvers<void>();
      try {
        this.#deps.write(group);
        await this.#deps.sync();
        this.#deps.stored(group);
      } catch (error) {
        this.#deps.failed(group, error);
      }
      this.#inFlight.resolve();
    }
    this.#running = false;
  }
}
