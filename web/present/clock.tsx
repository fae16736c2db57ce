import { useRef } from "preact/hooks";
import type { StageTexts } from "./present-page.tsx";
import { formatTimeLeft, spokenMark } from "./time-left.ts";
import { useNow } from "./use-now.ts";

type ClockProps = { closesAt: string; clockAhead: number; t: StageTexts };

/**
 * Time until voting locks. `closesAt`: ISO 8601. The service locks by its own clock; this one shows that one's time. Said
 * aloud when it begins and at a few marks, not each second.
 */
export function Clock({ closesAt, clockAhead, t }: ClockProps) {
  const left = Date.parse(closesAt) - (useNow(200) - clockAhead);
  const said = useRef<{ closesAt: string; mark: number } | null>(null);
  if (said.current?.closesAt !== closesAt) said.current = { closesAt, mark: Math.max(0, Math.round(left / 1000)) };
  said.current.mark = Math.min(said.current.mark, spokenMark(left) ?? said.current.mark);
  const { mark } = said.current;
  const spoken = mark >= 120 ? t("clock.minutes", { n: Math.round(mark / 60) }) : t("clock.seconds", { n: mark });
  return (
    <div class="clock">
      <p role="timer" aria-label={t("question.clock")}>
        {formatTimeLeft(left)}
      </p>
      <p class="visually-hidden" role="status">
        {spoken}
      </p>
    </div>
  );
}
