/** Runs `task` at once when it has been quiet, else as soon as `intervalMs` have passed since the last run. */
export class Coalescer {
  readonly #task: () => void;
  intervalMs: number;
  #lastRun = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #dueAt = Number.POSITIVE_INFINITY;

  constructor(intervalMs: number, task: () => void) {
    this.intervalMs = intervalMs;
    this.#task = task;
  }

  /** `withinMs` of the last run; one who waits for a longer interval can be overtaken. */
  request(withinMs = this.intervalMs): void {
    const now = Date.now();
    const dueAt = Math.max(now, this.#lastRun + withinMs);
    if (this.#dueAt <= dueAt) return;
    this.cancel();
    this.#dueAt = dueAt;
    this.#timer = setTimeout(() => {
      this.cancel();
      this.#lastRun = Date.now();
      this.#task();
    }, dueAt - now);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#dueAt = Number.POSITIVE_INFINITY;
  }
}
