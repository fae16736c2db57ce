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
  #running: Promise<void> | undefined;

  constructor(deps: GroupCommitDeps<T>) {
    this.#deps = deps;
  }

  add(entry: T): void {
    this.#pending.push(entry);
    this.#running ??= this.#run();
  }

  /** Resolves once all that was added before is stored or failed. */
  async settled(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    // The handlers of frames that lie ready run first, so that they share this group.
    await Promise.resolve();
    while (this.#pending.length > 0) {
      const group = this.#pending;
      this.#pending = [];
      try {
        this.#deps.write(group);
        await this.#deps.sync();
        this.#deps.stored(group);
      } catch (error) {
        this.#deps.failed(group, error);
      }
    }
    this.#running = undefined;
  }
}
