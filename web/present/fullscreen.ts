/** The browser may refuse; then nothing happens, and its own way is still there. */
export function toggleFullscreen(): void {
  const change =
    document.fullscreenElement === null ? document.documentElement.requestFullscreen() : document.exitFullscreen();
  change.catch(() => undefined);
}

export function hasFullscreen(): boolean {
  return typeof document !== "undefined" && document.fullscreenEnabled;
}
