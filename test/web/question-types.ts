import { isQuestionType, questionRules } from "../../worker/questions/registry.ts";

/** Every type that has rules, so that tests of the pages pass none over. */
export const questionTypes = Object.keys(questionRules).filter(isQuestionType);
