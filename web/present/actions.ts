/** What a presenter can do, by which keys, and what it asks of the service. Pure. */
import type { StageCommand } from "../../worker/shared/protocol.ts";
import type { Presentation } from "./presentation.ts";

export type StageAction = "next" | "previous" | "lobby" | "lock" | "results" | "round" | "rightAnswer";
export type Action = StageAction | "table" | "picture" | "fullscreen" | "help";

/** `KeyboardEvent.key` of each action; letters in either case. Page Up and Page Down are what presentation remotes send. */
export const keysOf = {
  next: ["ArrowRight", "PageDown", " "],
  previous: ["ArrowLeft", "PageUp"],
  lock: ["l"],
  results: ["r"],
  round: ["d"],
  rightAnswer: ["a"],
  table: ["t"],
  picture: ["s"],
  fullscreen: ["f"],
  help: ["?"],
} as const satisfies Partial<Record<Action, readonly string[]>>;

export type KeyedAction = keyof typeof keysOf;
export const keyedActions: readonly KeyedAction[] = [
  "next",
  "previous",
  "lock",
  "results",
  "round",
  "rightAnswer",
  "table",
  "picture",
  "fullscreen",
  "help",
];

type KeyPress = Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">;

/** Undefined for keys that mean nothing here, and for the browser's own combinations. */
export function actionOfKey({ key, ctrlKey, altKey, metaKey }: KeyPress): KeyedAction | undefined {
  if (ctrlKey || altKey || metaKey) return undefined;
  const wanted = key.length === 1 ? key.toLowerCase() : key;
  return keyedActions.find((action) => keysOf[action].some((own) => own === wanted));
}

/** Place of the question on stage among the poll's; -1 in the lobby. */
export function placeOf({ poll, stage }: Pick<Presentation, "poll" | "stage">): number {
  return poll?.questions.findIndex(({ id }) => id === stage?.question?.id) ?? -1;
}

/** The command that carries out the action now, or undefined where it has no meaning. */
export function commandFor(action: StageAction, state: Pick<Presentation, "poll" | "stage">): StageCommand | undefined {
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
  }
}
