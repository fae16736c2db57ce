import { useThrottled } from "./use-throttled.ts";

/** A screen reader is told how it goes no more often than this. */
const spokenMs = 10_000;

/**
 * What a screen reader is told of a picture that changes all the time: now and then, and the last of it always. At once
 * whenever `occasion` changes.
 */
export function Spoken({ text, occasion }: { text: string; occasion?: unknown }) {
  const spoken = useThrottled(text, spokenMs, occasion);
  return (
    <p class="visually-hidden" role="status">
      {spoken}
    </p>
  );
}
