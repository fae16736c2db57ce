/** How high a picture has to be for its rows to be read; a frame that is lower is scrolled. Pure. */
import type { Question } from "../../worker/questions/registry.ts";

/** In em; heads, axes and what is said under the picture are in it. */
export function leastHeight(question: Question): number {
  switch (question.type) {
    case "choice":
    case "points":
      return (question.options.length + 1) * 1.3 + 2;
    case "ranking":
      return question.options.length * 2 + 4;
    case "scale":
      return question.statements.length * 2 + 6;
    case "grid":
      return 16;
    case "number":
      return 12;
    case "words":
    case "text":
      return 8;
  }
}
