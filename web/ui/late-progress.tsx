import { useId } from "preact/hooks";
import { useLate } from "./use-late.ts";

type LateProgressProps = {
  /** Whether it goes on. */
  isOn: boolean;
  label: string;
  /** Left out where it can't be called off. */
  cancel?: { text: string; onCancel(): void } | undefined;
};

/** What takes longer than a second is seen to go on, and can be called off. */
export function LateProgress({ isOn, label, cancel }: LateProgressProps) {
  const id = useId();
  if (!useLate(isOn)) return null;
  return (
    <div class="buttons">
      <div class="progress">
        <label for={id}>{label}</label>
        <progress id={id} />
      </div>
      {cancel === undefined ? null : (
        <button type="button" class="button quiet" onClick={cancel.onCancel}>
          {cancel.text}
        </button>
      )}
    </div>
  );
}
