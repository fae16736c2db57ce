import { healthOf } from "./health.ts";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

/** A shape each, so that it is not the colour alone that tells. */
const shapes = {
  good: "M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2z",
  slow: "M8 1.5 15.5 14.5H.5z",
  down: "M3.5 2 8 6.5 12.5 2 14 3.5 9.5 8l4.5 4.5-1.5 1.5L8 9.5 3.5 14 2 12.5 6.5 8 2 3.5z",
} as const;

type HealthLightProps = { state: Presentation; onOpen: () => void; t: StageTexts };

/** How many are connected, and whether all is well; opens to figures. */
export function HealthLight({ state, onOpen, t }: HealthLightProps) {
  const { level, present } = healthOf(state);
  return (
    <button
      type="button"
      class={level === "good" ? "control health-light" : "control health-light health-warns"}
      onClick={onOpen}
    >
      <svg viewBox="0 0 16 16" role="img" aria-label={t(`health.${level}`)}>
        <path d={shapes[level]} />
      </svg>
      {t("health.connected", { n: present })}
    </button>
  );
}
