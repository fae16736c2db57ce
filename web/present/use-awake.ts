import { useEffect, useState } from "preact/hooks";

const restMs = 4000;
const signs = ["pointermove", "pointerdown", "keydown", "focusin"];

/** True from a movement, key or focus until some seconds of quiet. */
export function useAwake(): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), restMs);
    const wake = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), restMs);
      setAwake(true);
    };
    for (const sign of signs) addEventListener(sign, wake);
    return () => {
      clearTimeout(timer);
      for (const sign of signs) removeEventListener(sign, wake);
    };
  }, []);
  return awake;
}
