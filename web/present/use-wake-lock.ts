import { useEffect } from "preact/hooks";

/** Keeps the screen on while the page is seen, where the browser can and lets it. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let done = false;
    const ask = async () => {
      if (document.hidden || !("wakeLock" in navigator)) return;
      const given = await navigator.wakeLock.request("screen").catch(() => undefined);
      if (done) await given?.release();
      else lock = given;
    };
    // The browser takes the lock back whenever the page is hidden.
    const seen = () => void ask();
    seen();
    document.addEventListener("visibilitychange", seen);
    return () => {
      done = true;
      document.removeEventListener("visibilitychange", seen);
      void lock?.release();
    };
  }, []);
}
