import { useEffect, useState } from "preact/hooks";
import { formatTimeLeft } from "./time-left.ts";

/** Time until voting locks. `closesAt`: ISO 8601. The service locks by its own clock; this one only shows. */
export function Clock({ closesAt, name }: { closesAt: string; name: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 200);
    return () => clearInterval(timer);
  }, []);
  return (
    <p class="clock" role="timer" aria-label={name}>
      {formatTimeLeft(Date.parse(closesAt) - now)}
    </p>
  );
}
