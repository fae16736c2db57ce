import { useEffect, useRef, useState } from "preact/hooks";

/**
 * The value, taken anew at most every `ms` milliseconds; the last one is never left out. Whenever `occasion` changes it is
 * taken at once: what stood there before may not stay.
 */
export function useThrottled<T>(value: T, ms: number, occasion: unknown): T {
  const [taken, setTaken] = useState(value);
  const latest = useRef(value);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const takenAt = useRef(Date.now());
  const lastOccasion = useRef(occasion);
  latest.current = value;
  useEffect(() => {
    if (lastOccasion.current !== occasion) {
      lastOccasion.current = occasion;
      clearTimeout(timer.current);
      timer.current = undefined;
      takenAt.current = Date.now();
      setTaken(value);
      return;
    }
    if (value === taken || timer.current !== undefined) return;
    timer.current = setTimeout(
      () => {
        timer.current = undefined;
        takenAt.current = Date.now();
        setTaken(latest.current);
      },
      Math.max(0, takenAt.current + ms - Date.now()),
    );
  }, [value, taken, ms, occasion]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return taken;
}
