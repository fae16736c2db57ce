/** Milliseconds as `1:05`, or `1:02:03` from an hour on; whole seconds rounded up, so that 0:00 is the end. */
export function formatTimeLeft(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const twoDigits = (n: number) => String(n).padStart(2, "0");
  return hours === 0 ? `${minutes}:${twoDigits(rest)}` : `${hours}:${twoDigits(minutes)}:${twoDigits(rest)}`;
}

/** Seconds left at which the time is said aloud. */
const marks = [10, 30, 60, 300];

/** The mark that has been reached, in seconds: undefined before the first. */
export function spokenMark(ms: number): number | undefined {
  return marks.find((mark) => ms <= mark * 1000);
}
