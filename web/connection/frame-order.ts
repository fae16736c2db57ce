type Numbered = { run: number; seq: number };

/**
 * Whether `frame` is older than what is `known`. `seq` grows within a run, and from a run into a rehearsal and back, where
 * run numbers say nothing of the order.
 */
export function isOlder(frame: Numbered, known: Numbered): boolean {
  return frame.run === known.run || Math.min(frame.run, known.run) < 0 ? frame.seq < known.seq : frame.run < known.run;
}
