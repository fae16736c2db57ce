/** The one parser for what comes over a socket: size first, then shape. It never throws. */
import * as v from "valibot";
import { fieldErrors } from "./field-errors.ts";
import { limits } from "./limits.ts";
import type { ClientFrame, ErrorCode, ErrorFrame } from "./protocol.ts";
import { ok, type Result, refuse } from "./result.ts";

const refSchema = v.pipe(
  v.string("must be a string"),
  v.minLength(1, "is empty"),
  v.maxLength(limits.refLength, `is longer than ${limits.refLength}`),
);

/** Of ISO 8601's times those that every `Date.parse` reads. */
const timestamp =
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,3})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** What a command may say that has no other fields. */
export const timelyEntries = {
  until: v.optional(
    v.pipe(v.string("must be a string"), v.regex(timestamp, "must be a time such as 2026-11-24T12:00:00.000Z")),
  ),
};

/** The fields of a stage command, shared by the HTTP call and the presenter's frame. */
export const stageEntries = {
  question: v.optional(v.nullable(v.string("must be a question's id or null"))),
  voting: v.optional(v.picklist(["open", "locked"], "must be open or locked")),
  results: v.optional(v.picklist(["shown", "hidden"], "must be shown or hidden")),
  rightAnswer: v.optional(v.picklist(["shown", "hidden"], "must be shown or hidden")),
  seconds: v.optional(
    v.pipe(
      v.number("must be a number"),
      v.integer("must be a whole number"),
      v.minValue(1, "must be at least 1"),
      v.maxValue(limits.countdownSeconds, `must be at most ${limits.countdownSeconds}`),
    ),
  ),
  round: v.optional(
    v.pipe(
      v.number("must be a number"),
      v.integer("must be a whole number"),
      v.minValue(1, "must be at least 1"),
      v.maxValue(limits.rounds, `must be at most ${limits.rounds}`),
    ),
  ),
  answers: v.optional(v.picklist(["clear", "restore"], "must be clear or restore")),
  ...timelyEntries,
};

/** The fields of a moderator's command, shared in the same way. */
export const moderationEntries = {
  question: v.string("must be a question's id"),
  action: v.picklist(["hide", "show", "restore", "merge", "unmerge"], "must be hide, show, restore, merge or unmerge"),
  entry: v.string("must be a word or a text's id"),
  into: v.optional(v.string("must be a word")),
  ...timelyEntries,
};

/** `answer` is checked by its question's rules later; here it only has to be there. */
export const frameSchemas = {
  answer: v.strictObject({
    type: v.literal("answer"),
    ref: refSchema,
    question: v.string("must be a question's id"),
    answer: v.unknown(),
  }),
  stage: v.strictObject({ type: v.literal("stage"), ref: refSchema, ...stageEntries }),
  moderate: v.strictObject({ type: v.literal("moderate"), ref: refSchema, ...moderationEntries }),
  got: v.strictObject({ type: v.literal("got"), seq: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
} as const satisfies Record<ClientFrame["type"], v.GenericSchema<unknown, ClientFrame>>;

export function parseClientFrame(raw: string): Result<ClientFrame, ErrorFrame> {
  if (exceedsBytes(raw, limits.frameBytes)) {
    return refuse(errorFrame("too-large", `A frame holds at most ${limits.frameBytes} bytes.`));
  }
  let input: unknown;
  try {
    input = JSON.parse(raw);
  } catch {
    return refuse(errorFrame("invalid", "A frame is one JSON object."));
  }
  if (typeof input !== "object" || input === null || Array.isArray(input)) {
    return refuse(errorFrame("invalid", "A frame is one JSON object."));
  }
  const ref = "ref" in input && v.is(refSchema, input.ref) ? input.ref : undefined;
  const type = "type" in input ? input.type : undefined;
  if (typeof type !== "string") return refuse(errorFrame("invalid", "type: must be a string", ref));
  if (!isFrameType(type)) return refuse(errorFrame("unknown", "type: is not known here", ref));
  if (type === "answer" && !("answer" in input)) return refuse(errorFrame("invalid", "answer: is missing", ref));
  const parsed = v.safeParse<v.GenericSchema<unknown, ClientFrame>>(frameSchemas[type], input, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [error] = fieldErrors(parsed.issues);
  return refuse(errorFrame("invalid", `${error?.path}: ${error?.message}`, ref));
}

function isFrameType(type: string): type is ClientFrame["type"] {
  return Object.hasOwn(frameSchemas, type);
}

/** What a refusal quotes of a peer's own text is cut: refusals must not be larger than what they refuse. */
const longestMessage = 200;

export function errorFrame(code: ErrorCode, said: string, ref?: string): ErrorFrame {
  const message = said.length > longestMessage ? `${said.slice(0, longestMessage).toWellFormed()}…` : said;
  return ref === undefined ? { type: "error", code, message } : { type: "error", ref, code, message };
}

/** Whether `text` takes more than `max` bytes of UTF-8; the whole is only measured where it might. */
export function exceedsBytes(text: string, max: number): boolean {
  if (text.length > max) return true;
  return text.length * 3 > max && utf8Length(text) > max;
}

function utf8Length(text: string): number {
  let bytes = 0;
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
