/** The question that is being written as the service would show it by now. What is missing or wrong yet is made good. Pure. */
import type { Question } from "../../../worker/questions/registry.ts";
import { limits } from "../../../worker/shared/limits.ts";
import type { DraftItem, DraftNumber } from "../../questions/draft.ts";
import type { DraftQuestion } from "../../questions/editors.ts";

/** What stands where no text has been written. */
export type Placeholders = { question: string; item(n: number): string };

export function previewQuestion(draft: DraftQuestion, placeholders: Placeholders): Question {
  const { key, text, changeable, skippable, resultsHidden, resultsOnPhones } = draft;
  const common = {
    id: key,
    text: text.trim() === "" ? placeholders.question : text,
    changeable,
    skippable,
    resultsHidden,
    resultsOnPhones,
  };
  const items = (list: readonly DraftItem[], most: number) =>
    list.slice(0, most).map((item, index) => ({
      id: item.key,
      text: item.text.trim() === "" ? placeholders.item(index + 1) : item.text,
    }));
  switch (draft.type) {
    case "choice": {
      const { type, allowOther, randomOrder } = draft;
      const options = items(draft.options, limits.choiceOptions.max);
      const most = Math.max(1, options.length + (allowOther ? 1 : 0));
      return { ...common, type, options, allowOther, randomOrder, maxChoices: within(draft.maxChoices, 1, most, 1) };
    }
    case "words":
      return { ...common, type: draft.type, maxWords: within(draft.maxWords, 1, limits.maxWords, 3) };
    case "text": {
      const { type, approveFirst } = draft;
      return { ...common, type, approveFirst, maxLength: within(draft.maxLength, 1, limits.textLength, 250) };
    }
    case "scale": {
      const { type, minLabel, maxLabel } = draft;
      const min = within(draft.min, -limits.scaleValue, limits.scaleValue - 1, 1);
      const max = within(draft.max, min + 1, Math.min(limits.scaleValue, min + limits.scaleSteps - 1), min + 4);
      return {
        ...common,
        type,
        statements: items(draft.statements, limits.statements.max),
        min,
        max,
        minLabel,
        maxLabel,
      };
    }
    case "ranking":
      return { ...common, type: draft.type, options: items(draft.options, limits.rankedOptions.max) };
    case "points": {
      const options = items(draft.options, limits.rankedOptions.max);
      return { ...common, type: draft.type, options, total: within(draft.total, 1, limits.pointsTotal, 100) };
    }
    case "number": {
      const { type, unit, min: least, max: most } = draft;
      const min = least ?? 0;
      const max = most !== null && most > min ? most : min + 100;
      const { rightValue } = draft;
      const isRight = typeof rightValue === "number" && rightValue >= min && rightValue <= max;
      return { ...common, type, unit, min, max, ...(isRight ? { rightValue } : {}) };
    }
    case "grid": {
      const { type, xLabels, yLabels } = draft;
      return { ...common, type, items: items(draft.items, limits.gridItems.max), xLabels, yLabels };
    }
  }
}

/** As a whole number from `min` to `max`, `otherwise` where there is none. */
function within(value: DraftNumber, min: number, max: number, otherwise: number): number {
  return Math.round(Math.min(max, Math.max(min, value ?? otherwise)));
}
