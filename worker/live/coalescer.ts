/** Runs `task` at once when it has been quiet, else as soon as `intervalMs` have passed since the last run. */
export class Coalescer {
  readonly #task: () => void;
  intervalMs: number;
  #lastRun = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(intervalMs: number, task: () => void) {
    this.intervalMs = intervalMs;
    this.#task = task;
  }

  request(): void {
    if (this.#timer !== undefined) return;
    const wait = Math.max(0, this.#lastRun + this.intervalMs - Date.now());
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#lastRun = Date.now();
      this.#task();
    }, wait);
  }

  cancel(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
