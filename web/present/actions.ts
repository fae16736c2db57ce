/** What a presenter can do, by which keys, and what it asks of the service. Pure. */
import type { StageCommand } from "../../worker/shared/protocol.ts";
import { takesModeration } from "./moderation/entries.ts";
import type { Presentation } from "./presentation.ts";

/** Carried out by one command. */
export type StageAction = "next" | "previous" | "lobby" | "lock" | "results" | "round" | "rightAnswer" | "restore";
/** Opens a dialog, which may ask for a command. */
export type DialogAction =
  | "goto"
  | "countdown"
  | "clear"
  | "health"
  | "looks"
  | "remote"
  | "picture"
  | "moderate"
  | "close"
  | "help";
/** Concerns this screen alone. */
export type ScreenAction = "table" | "qr" | "join" | "fullscreen";
export type Action = StageAction | DialogAction | ScreenAction;

/**
 * `KeyboardEvent.key` of each action, in the order of the list that shows them; letters in either case. Arrows, Page Up,
 * Page Down and Space are what presentation remotes send.
 */
export const keysOf = {
  next: ["ArrowRight", "ArrowDown", "PageDown", " "],
  previous: ["ArrowLeft", "ArrowUp", "PageUp"],
  goto: ["g"],
  lobby: ["Home"],
  lock: ["l"],
  results: ["r"],
  rightAnswer: ["a"],
  round: ["d"],
  countdown: ["c"],
  clear: ["x"],
  restore: ["u"],
  table: ["t"],
  picture: ["s"],
  moderate: ["m"],
  qr: ["q"],
  join: ["j"],
  health: ["h"],
  looks: ["v"],
  remote: ["p"],
  fullscreen: ["f"],
  close: ["e"],
  help: ["?"],
} as const satisfies Record<Action, readonly string[]>;

export const actions: readonly Action[] = namesOf(keysOf);

function namesOf<T extends string>(keys: Record<T, unknown>): T[] {
  const names: T[] = [];
  for (const name in keys) names.push(name);
  return names;
}

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">;

/** Undefined for keys that mean nothing here, and for the browser's own combinations. */
export function actionOfKey({ key, ctrlKey, altKey, metaKey }: KeyPress): Action | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  return actions.find((action) => keysOf[action].some((own) => own === wanted));
}

type Known = Pick<Presentation, "poll" | "stage">;

/** Place of the question on stage among the poll's; -1 in the lobby. */
export function placeOf({ poll, stage }: Known): number {
  return poll?.questions.findIndex(({ id }) => id === stage?.question?.id) ?? -1;
}

/** Whether the action has a meaning now. */
export function isPossible(action: Action, state: Known): boolean {
  const { stage } = state;
  const live = stage !== null && state.poll !== null && stage.status !== "closed";
  switch (action) {
    case "next":
    case "previous":
    case "lobby":
    case "lock":
    case "results":
    case "round":
    case "rightAnswer":
    case "restore":
      return commandFor(action, state) !== undefined;
    case "goto":
    case "qr":
    case "join":
      return live;
    case "countdown":
    case "clear":
      return live && stage.question !== null;
    case "moderate":
      return live && stage.question !== null && takesModeration(stage.question);
    case "table":
    case "picture":
      return live && stage.question !== null && stage.results === "shown";
    case "close":
      // A rehearsal has an end of its own.
      return live && stage.status === "live" && stage.rehearsal !== true;
    case "health":
    case "looks":
    case "remote":
    case "fullscreen":
    case "help":
      return true;
  }
}

/** The command that carries out the action now, or undefined where it has no meaning. */
export function commandFor(action: StageAction, state: Known): StageCommand | undefined {
  const { poll, stage } = state;
  if (poll === null || stage === null || stage.status === "closed") return undefined;
  const place = placeOf(state);
  switch (action) {
    case "next": {
      const next = poll.questions[place + 1];
      return next === undefined ? undefined : { question: next.id };
    }
    case "previous": {
      if (stage.question === null) return undefined;
      return { question: poll.questions[place - 1]?.id ?? null };
    }
    case "lobby":
      return stage.question === null ? undefined : { question: null };
    case "lock":
      return stage.question === null ? undefined : { voting: stage.voting === "open" ? "locked" : "open" };
    case "round":
      return stage.question === null ? undefined : { round: stage.round === 2 ? 1 : 2 };
    case "results":
      return stage.question === null ? undefined : { results: stage.results === "shown" ? "hidden" : "shown" };
    case "rightAnswer":
      if (stage.rightAnswer === undefined) return undefined;
      // It is shown among the guesses.
      return stage.rightAnswer === "shown" ? { rightAnswer: "hidden" } : { rightAnswer: "shown", results: "shown" };
    case "restore":
      return stage.restorableUntil === undefined ? undefined : { answers: "restore" };
  }
}

/** Whether the last question is on stage: what comes next is to close the poll. */
export function isAtEnd(state: Known): boolean {
  return placeOf(state) !== -1 && !isPossible("next", state) && isPossible("close", state);
}

/** Whether the question on stage is of a kind that the action is for; where it is, the button stays, possible or not. */
export function isOffered(action: Action, state: Known): boolean {
  const { stage } = state;
  if (action === "rightAnswer") return stage?.rightAnswer !== undefined;
  return action !== "moderate" || isPossible(action, state);
}
