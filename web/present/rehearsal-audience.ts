/** The made-up audience of a rehearsal that this page has begun: there as long as it lasts, also after a reload. No Preact. */
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import type { Token } from "../rehearsal/simulated-audience.ts";

export const simulatedAttendees = 30;
const paceMs = 20_000;

type Kept = { run: number; tokens: Token[] };

export type RehearsalAudience = {
  /** This page has begun the rehearsal with this run. */
  begun(run: number): void;
  /** What is on stage now. */
  follow(stage: PollStageFrame | null, code: string | undefined): void;
  stop(): void;
};

/** `storage` lives as long as the tab, so that a reload brings the same attendees back. */
export function rehearsalAudience(poll: string, origin: string, storage: JsonStorage): RehearsalAudience {
  const key = `handupp.rehearsal.${poll}`;
  let current: { run: number; stop(): void } | null = null;

  function stop(): void {
    current?.stop();
    current = null;
  }

  function start(code: string, { run, tokens }: Kept): { run: number; stop(): void } {
    let audience: { stop(): void } | undefined;
    let stopped = false;
    // Nobody else needs its code.
    void import("../rehearsal/simulated-audience.ts").then(({ startAudience }) => {
      if (stopped) return;
      const options = { origin, code, attendees: simulatedAttendees, paceMs, seed: Date.now(), tokens };
      audience = startAudience(options, {
        onToken(token) {
          tokens.push(token);
          storage.set(key, { run, tokens });
        },
      });
    });
    return {
      run,
      stop() {
        stopped = true;
        audience?.stop();
      },
    };
  }

  return {
    begun: (run) => storage.set(key, { run, tokens: [] }),
    follow(stage, code) {
      if (stage === null || code === undefined) return;
      const run = stage.rehearsal === undefined ? null : stage.run;
      if (current !== null && current.run !== run) stop();
      const kept = storage.get<Kept>(key);
      if (kept === null) return;
      if (kept.run !== run) storage.set(key, null);
      else current ??= start(code, kept);
    },
    stop,
  };
}
