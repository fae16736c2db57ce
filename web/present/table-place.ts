import type { Question } from "../../worker/questions/registry.ts";

/** What a question's picture and table have together, of the stage's font size. */
export type Room = { width: number; height: number };

/** The parts of the room that are the picture's: beside a table, beside a wide one, over one. */
const parts = { beside: { width: 0.58 }, wide: { width: 0.4 }, under: { height: 0.45 } } as const;
/** Rows of a scale that still have room over their table. */
const fewRows = 3;
/** Characters that a row of a wide table has room for on a line or two, and a label beside its point. */
const shortText = 30;

export type TablePlace = keyof typeof parts | "alone";

/**
 * Where a question's table stands on the stage, so that nobody has to scroll sideways and the picture stays legible: beside
 * it, in the wider part of the screen, or under it. Where both don't fit, the table takes the picture's place.
 */
export function tablePlace(question: Question, rounds: number, room: Room): TablePlace {
  const place = preferred(question);
  if (place === "alone") return place;
  const [width, height] =
    place === "under" ? [room.width, room.height * parts.under.height] : [room.width * parts[place].width, room.height];
  const least = leastRoom(question);
  return width / rounds >= least.width && height >= least.height ? place : "alone";
}

function preferred(question: Question): TablePlace {
  if (question.type === "grid") {
    return question.items.every(({ text }) => text.length <= shortText) ? "wide" : "alone";
  }
  if (question.type !== "scale") return "beside";
  return question.statements.length <= fewRows ? "under" : "alone";
}

/** What the picture of one round is still legible in. */
function leastRoom(question: Question): Room {
  switch (question.type) {
    case "choice":
    case "points":
      return { width: 20, height: 6 + question.options.length };
    case "words":
    case "text":
      return { width: 20, height: 10 };
    case "number":
      return { width: 24, height: 14 };
    case "ranking":
      return { width: 37, height: 6 + question.options.length * 2.5 };
    case "grid":
      return { width: 26, height: 20 };
    case "scale":
      return { width: 45, height: 7 + question.statements.length * 2.5 };
  }
}
