import type { Texts } from "./results-texts.ts";

type RunChooserProps = {
  id: string;
  label: string;
  runs: readonly number[];
  chosen: number;
  /** While a run is fetched no other is asked for. */
  disabled: boolean;
  t: Texts;
  onRun(run: number): void;
};

/** Runs to choose from, the latest first. */
export function RunChooser({ id, label, runs, chosen, disabled, t, onRun }: RunChooserProps) {
  const latest = Math.max(...runs);
  return (
    <div class="run-chooser">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field"
        // Not `disabled`, which would drop the focus of who has just chosen.
        aria-disabled={disabled}
        value={chosen}
        onInput={({ currentTarget }) => {
          if (disabled) currentTarget.value = String(chosen);
          else onRun(Number(currentTarget.value));
        }}
      >
        {runs.toReversed().map((run) => (
          <option key={run} value={run}>
            {t(run === latest ? "results.runLatest" : "results.run", { n: run })}
          </option>
        ))}
      </select>
    </div>
  );
}
