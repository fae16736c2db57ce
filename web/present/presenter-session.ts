/** Keeps a presentation in step with the service: loads the poll, holds the line, sends commands one after another. */
import {
  accountProtocol,
  bearerPrefix,
  closeCodes,
  type ModerationCommand,
  type StageCommand,
  subprotocol,
} from "../../worker/shared/protocol.ts";
import { accountKey, api, Problem } from "../connection/api.ts";
import { jsonStorage } from "../connection/json-storage.ts";
import { browserPlatform, connect, type LiveFrame } from "../connection/live-connection.ts";
import { commandFor, type StageAction } from "./actions.ts";
import { commandQueue } from "./command-queue.ts";
import { inTime } from "./in-time.ts";
import { measured } from "./measured-socket.ts";
import { beginning, nextPresentation, type Presentation, type PresentationEvent } from "./presentation.ts";
import { rehearsalAudience } from "./rehearsal-audience.ts";

export type PresenterSession = {
  act(action: StageAction): void;
  send(command: StageCommand): void;
  moderate(command: ModerationCommand): void;
  closePoll(): void;
  /** Begins or ends a rehearsal. */
  rehearse(on: boolean): void;
  forgetRefusal(): void;
  stop(): void;
};

const retryMs = 3000;

/** `origin` as `https://host`. `onChange` gets each new state. */
export function startSession(
  { poll, key, origin }: { poll: string; key: string; origin: string },
  onChange: (state: Presentation) => void,
): PresenterSession {
  let state = beginning;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let stopped = false;
  let heardAt = Date.now();
  const audience = rehearsalAudience(
    poll,
    origin,
    jsonStorage(() => sessionStorage),
  );
  const queue = commandQueue(
    () => state.line === "lost",
    (refusal) => tell({ type: "refusal", refusal }),
  );

  function tell(event: PresentationEvent): void {
    const next = stopped ? state : nextPresentation(state, event);
    if (next === state) return;
    const isNew = next.stage !== state.stage || next.poll !== state.poll;
    state = next;
    if (isNew) audience.follow(state.stage, state.poll?.code);
    onChange(state);
  }

  async function load(): Promise<void> {
    clearTimeout(retry);
    try {
      tell({ type: "poll", poll: await api.poll(poll, key) });
    } catch (error) {
      const status = error instanceof Problem ? error.status : 0;
      if (status === 401 || status === 403) tell({ type: "access", access: "wrong-key" });
      else if (status === 404) tell({ type: "access", access: "gone" });
      else if (!stopped) retry = setTimeout(() => void load(), retryMs);
    }
  }

  function take(frame: LiveFrame): void {
    const revision = state.stage?.revision;
    tell({ type: "frame", frame, at: Date.now() });
    if (revision !== undefined && state.stage?.revision !== revision) void load();
  }

  const browser = browserPlatform();
  const live = connect({
    url: `${origin.replace(/^http/, "ws")}/api/polls/${encodeURIComponent(poll)}/live`,
    protocols: [subprotocol, key === accountKey ? accountProtocol : bearerPrefix + key],
    onFrame: take,
    onLine: (line) => tell({ type: "line", line, heardAt }),
    platform: {
      ...browser,
      openSocket: (url, protocols) =>
        measured(new WebSocket(url, protocols), {
          onHeard() {
            heardAt = Date.now();
          },
          onRoundTrip: (ms) => tell({ type: "round-trip", ms }),
        }),
    },
    onRefused: (code) => tell({ type: "access", access: code === closeCodes.pollGone ? "gone" : "wrong-key" }),
  });
  void load();

  const clock = {
    ahead: () => state.clockAhead,
    learn: (ahead: number) => tell({ type: "clock", ahead }),
  };

  /** `call` gets the time until which it is wanted; `then` what came of it. */
  function add<T>(call: (until: string, signal: AbortSignal) => Promise<T>, then: (answer: T) => void): void {
    queue.add(async (signal, givenUpAt) => {
      then(await inTime((until) => call(until, signal), givenUpAt, signal, clock));
      tell({ type: "refusal", refusal: null });
    });
  }

  function command(make: () => StageCommand | undefined): void {
    add(
      async (until, signal) => {
        const wanted = make();
        return wanted && (await api.stage(poll, key, { ...wanted, until }, signal));
      },
      (frame) => frame && take(frame),
    );
  }

  return {
    act: (action) => command(() => commandFor(action, state)),
    send: (wanted) => command(() => wanted),
    moderate(wanted) {
      add(
        (until, signal) => api.moderate(poll, key, { ...wanted, until }, signal),
        // What comes of it is in the next tally.
        () => {},
      );
    },
    closePoll() {
      add(
        (until, signal) => api.close(poll, key, { until }, signal),
        ({ status }) => {
          // A rehearsal ends with it, and the poll is what it was before.
          if (status === "closed") tell({ type: "closed" });
        },
      );
    },
    rehearse(on) {
      add(
        (until, signal) => (on ? api.beginRehearsal : api.endRehearsal)(poll, key, { until }, signal),
        (frame) => {
          if (on) audience.begun(frame.run);
          take(frame);
          // The socket may have told of it before.
          audience.follow(state.stage, state.poll?.code);
        },
      );
    },
    forgetRefusal: () => tell({ type: "refusal", refusal: null }),
    stop() {
      stopped = true;
      clearTimeout(retry);
      audience.stop();
      live.close();
    },
  };
}
