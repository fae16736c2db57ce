/** What can be taken back and done again. Pure; states are whole values, so that each is as it was. */

export type History<T> = {
  past: readonly T[];
  present: T;
  future: readonly T[];
  /** The one text or number that the latest step has changed, and when: typing on in it is the same step. */
  typing: { place: string; at: number } | null;
};

/** As many steps as anybody goes back by hand; a poll with a logo is 100 kB a step, most of it shared. */
const mostSteps = 200;
/** Whoever pauses longer begins another step. Milliseconds. */
const pauseMs = 2000;

export function historyOf<T>(present: T): History<T> {
  return { past: [], present, future: [], typing: null };
}

export function recorded<T>(history: History<T>, next: T, now: number): History<T> {
  const { past, present, typing } = history;
  const changed = changedPlaces(present, next);
  if (changed.length === 0) return { ...history, present: next };
  const place = onlyLeaf(changed);
  const typesOn = typing !== null && place === typing.place && now - typing.at <= pauseMs;
  return {
    past: typesOn ? past : [...past, present].slice(-mostSteps),
    present: next,
    future: [],
    typing: place === undefined ? null : { place, at: now },
  };
}

/** The step before, or the same where there is none. */
export function undone<T>({ past, present, future, typing }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, typing };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], typing: null };
}

export function redone<T>({ past, present, future, typing }: History<T>): History<T> {
  const [after, ...later] = future;
  if (after === undefined) return { past, present, future, typing };
  return { past: [...past, present], present: after, future: later, typing: null };
}

/** The same change in every state, which is then none that could be taken back. */
export function throughout<T>({ past, present, future, typing }: History<T>, change: (state: T) => T): History<T> {
  return { past: past.map(change), present: change(present), future: future.map(change), typing };
}

type Change = { place: string; isWritten: boolean };

/** Where two values differ, down to what holds no others; at most two places, since more are never asked for. */
function changedPlaces(before: unknown, after: unknown, place = ""): Change[] {
  if (Object.is(before, after)) return [];
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ place, isWritten: [before, after].every(isWritten) }];
  }
  const [old, now] = [new Map(Object.entries(before)), new Map(Object.entries(after))];
  const changes: Change[] = [];
  for (const name of new Set([...old.keys(), ...now.keys()])) {
    changes.push(...changedPlaces(old.get(name), now.get(name), `${place}.${name}`));
    if (changes.length > 1) break;
  }
  return changes;
}

function onlyLeaf([change, other]: readonly Change[]): string | undefined {
  return change?.isWritten === true && other === undefined ? change.place : undefined;
}

function isHolder(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A text or a number, which may be empty while it is typed. */
function isWritten(value: unknown): boolean {
  return typeof value === "string" || typeof value === "number" || value === null || value === undefined;
}
