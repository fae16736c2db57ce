import { useLayoutEffect, useRef } from "preact/hooks";
import { type Action, actionOfKey } from "./actions.ts";

/** Calls `act` for the stage's keys while `listening`; a focused button or link keeps its own Space and Enter. */
export function useKeys(act: (action: Action) => void, listening: boolean): void {
  const latest = useRef(act);
  latest.current = act;
  // With the change itself: a key pressed as a dialog goes must not be lost.
  useLayoutEffect(() => {
    if (!listening) return undefined;
    const press = (event: KeyboardEvent) => {
      const action = actionOfKey(event);
      if (action === undefined || event.defaultPrevented || takesKey(event)) return;
      event.preventDefault();
      // A key held down would run through the whole poll.
      if (!event.repeat) latest.current(action);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [listening]);
}

/** A field takes what is typed, a button Space, and a region that scrolls the keys that scroll it. */
function takesKey({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.matches("input, textarea, select")) return true;
  if (key === " ") return target.matches("button, a, summary, [tabindex='0']");
  return /^(Arrow(Up|Down)|Page(Up|Down)|Home)$/.test(key) && target.matches("[tabindex='0']");
}
