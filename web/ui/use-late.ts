import { useEffect, useState } from "preact/hooks";

const lateMs = 1000;

/** Whether something has gone on for so long that one wants to see that it does. */
export function useLate(isOn: boolean): boolean {
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    setIsLate(false);
    if (!isOn) return;
    const timer = setTimeout(() => setIsLate(true), lateMs);
    return () => clearTimeout(timer);
  }, [isOn]);
  return isOn && isLate;
}
