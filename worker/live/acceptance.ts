/** Whether an answer may be stored, decided from the stage alone. Pure. */
import { type GenericSchema, safeParse } from "valibot";
import { askingName, askingOf, ballotKey } from "../poll/asking.ts";
import { type Definition, questionById } from "../poll/definition.ts";
import { type Stage, votingAt } from "../poll/stage.ts";
import { type Answer, type Question, rulesOf } from "../questions/registry.ts";
import { fieldErrors } from "../shared/field-errors.ts";
import type { ErrorCode } from "../shared/protocol.ts";
import { ok, type Result, refuse } from "../shared/result.ts";

export type Refused = { code: ErrorCode; message: string };

/** The question on stage with what accepts its answers, built once a stage and not once an answer. */
export type OnStage = {
  question: Question;
  /** The names that an answer may give it: the question's id, and this asking of it. */
  names: readonly [string, string];
  /** What the ballots are kept under. */
  key: string;
  schema: GenericSchema<unknown, Answer>;
};

export function findOnStage(stage: Stage, definition: Definition): OnStage | undefined {
  if ((stage.phase !== "question" && stage.phase !== "closed") || stage.question === null) return undefined;
  const question = questionById(definition, stage.question);
  if (question === undefined) return undefined;
  const asking = askingOf(stage.asked, question.id, stage.round);
  return {
    question,
    names: [question.id, askingName(asking)],
    key: ballotKey(asking),
    schema: rulesOf(question.type).answerSchema(question),
  };
}

/** `hasCast`: whether the attendee has answered the question already. */
export function acceptAnswer(
  onStage: OnStage | undefined,
  stage: Stage,
  { question: name, answer }: { question: string; answer: unknown },
  hasCast: () => boolean,
  now: number,
): Result<Answer | null, Refused> {
  if (onStage === undefined || !onStage.names.includes(name)) {
    return refuse({ code: "not-on-stage", message: "question: is not on stage" });
  }
  const parsed = parseAnswer(onStage, answer);
  if (!parsed.ok) return refuse({ code: "invalid", message: parsed.error });
  if (stage.phase !== "question" || votingAt(stage.voting, now) === "locked") {
    return refuse({ code: "locked", message: "Voting is locked." });
  }
  if (!onStage.question.changeable && hasCast()) {
    return refuse({ code: "unchangeable", message: "An answer to this question can't be changed." });
  }
  return parsed;
}

function parseAnswer({ question, schema }: OnStage, answer: unknown): Result<Answer | null, string> {
  if (answer === null) return question.skippable ? ok(null) : refuse("answer: this question can't be skipped");
  const parsed = safeParse(schema, answer, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [error] = fieldErrors(parsed.issues);
  return refuse(`${["answer", error?.path].filter(Boolean).join(".")}: ${error?.message}`);
}
