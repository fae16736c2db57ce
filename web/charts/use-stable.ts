import { useRef } from "preact/hooks";

/** The value of before as long as it holds the same data, so that effects run on what has changed alone. */
export function useStable<T>(value: T): T {
  const kept = useRef({ value, text: "" });
  const text = JSON.stringify(value);
  if (kept.current.text !== text) kept.current = { value, text };
  return kept.current.value;
}
