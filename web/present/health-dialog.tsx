import { healthOf } from "./health.ts";
import { Modal } from "./modal.tsx";
import type { StageTexts } from "./present-page.tsx";
import type { Presentation } from "./presentation.ts";

type HealthDialogProps = { state: Presentation; t: StageTexts; onDone: () => void };

/** The light's figures, each with what it counts. */
export function HealthDialog({ state, t, onDone }: HealthDialogProps) {
  const { level, present, away, ackP95, roundTripP95 } = healthOf(state);
  const ms = (value: number | null) =>
    value === null ? t("health.unknown") : t("health.ms", { n: Math.max(1, Math.round(value)) });
  const answered = state.stage?.question == null ? null : (state.tally?.answered ?? 0);
  const figures = [
    [t("health.present"), present, t("health.presentAbout", { joined: state.joined })],
    ...(answered === null ? [] : [[t("health.answered"), answered, t("health.answeredAbout")] as const]),
    [t("health.away"), away, t("health.awayAbout")],
    [t("health.ack"), ms(ackP95), t("health.ackAbout")],
    [t("health.roundTrip"), ms(roundTripP95), t("health.roundTripAbout")],
  ] as const;
  return (
    <Modal title={t(`health.${level}`)} onDone={onDone}>
      <dl class="figures">
        {figures.map(([name, value, about]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <strong>{typeof value === "number" ? t("health.count", { n: value }) : value}</strong>
              <span class="quiet">{about}</span>
            </dd>
          </div>
        ))}
      </dl>
      <form method="dialog" class="modal-buttons">
        <button type="submit" class="control">
          {t("help.done")}
        </button>
      </form>
    </Modal>
  );
}
