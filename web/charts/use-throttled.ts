import { useEffect, useRef, useState } from "preact/hooks";

/** The value, taken anew at most every `ms` milliseconds; the last one is never left out. */
export function useThrottled<T>(value: T, ms: number): T {
  const [taken, setTaken] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const takenAt = useRef(Date.now());
  latest.current = value;
  useEffect(() => {
    if (value === taken || timer.current !== undefined) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        takenAt.current = Date.now();
        setTaken(latest.current);
      },
      Math.max(0, takenAt.current + ms - Date.now()),
    );
  }, [value, taken, ms]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return taken;
}
