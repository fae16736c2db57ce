/** `components.schemas`: made from what validates; what the service sends stands beside it. */
import type { JsonSchema } from "@valibot/to-json-schema";
import * as v from "valibot";
import { definitionSchema } from "../../poll/definition.ts";
import { type QuestionType, questionRules } from "../../questions/registry.ts";
import { frameSchemas, moderationEntries, stageEntries, timelyEntries } from "../../shared/client-frames.ts";
import type { ErrorCode } from "../../shared/protocol.ts";
import { accountSchemas } from "./account-schemas.ts";
import { jsonSchemaOf } from "./convert.ts";
import { inLanguages } from "./in-languages.ts";
import { array, mapOf, object, tallySchema } from "./tallies.ts";

export const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const types: QuestionType[] = typesOf(questionRules);
const text = { type: "string" };
const flag = { type: "boolean" };
const count = { type: "integer", minimum: 0 };
const run = { type: "integer", description: "From 1; below 0 in a rehearsal." };
const rehearsal = { const: true, description: "There in a rehearsal, which leaves nothing." };
const madeUp = { type: "boolean", description: "A made-up attendee, let into a rehearsal alone." };
const length = { type: "number", minimum: 0 };
const milliseconds = { type: "number", minimum: 0 };
const time = { type: "string", format: "date-time" };
const status = { type: "string", enum: ["draft", "live", "closed"] };

function typesOf<T extends string>(rules: Record<T, unknown>): T[] {
  const names: T[] = [];
  for (const name in rules) names.push(name);
  return names;
}

/** `ChoiceQuestion`, `ScaleAnswer`, `WordsTally`. */
export function schemaName(type: QuestionType, part: "Question" | "Answer" | "Tally"): string {
  return type.charAt(0).toUpperCase() + type.slice(1) + part;
}

/** What may be sent as a poll, and what it is made of. */
export function definitionSchemas(): Record<string, object> {
  return {
    Definition: inLanguages(jsonSchemaOf(definitionSchema)),
    TextByLanguage: {
      ...mapOf(
        text,
        "By language tag, the definition's own `language` among them. Frames and results have one language.",
      ),
      minProperties: 1,
    },
    Question: {
      oneOf: types.map((type) => ref(schemaName(type, "Question"))),
      discriminator: {
        propertyName: "type",
        mapping: Object.fromEntries(types.map((type) => [type, ref(schemaName(type, "Question")).$ref])),
      },
    },
    ...Object.fromEntries(types.map((type) => [schemaName(type, "Question"), questionSchemaOf(type)])),
  };
}

export function componentSchemas(): Record<string, object> {
  const definition = inLanguages(jsonSchemaOf(definitionSchema));
  return {
    ...definitionSchemas(),
    Answer: { anyOf: [...types.map((type) => ref(schemaName(type, "Answer"))), { type: "null" }] },
    Tally: { anyOf: types.map((type) => ref(schemaName(type, "Tally"))) },
    ...Object.fromEntries(types.flatMap(schemasOfType)),
    StageCommand: jsonSchemaOf(v.strictObject(stageEntries)),
    ModerationCommand: jsonSchemaOf(v.strictObject(moderationEntries)),
    Timely: jsonSchemaOf(v.strictObject(timelyEntries)),
    Join: { ...object({ code: text, rehearsal: madeUp }, ["rehearsal"]), additionalProperties: false },
    Publish: { ...object({ ballots: flag }, ["ballots"]), additionalProperties: false },
    Publication: { ...object({ ballots: flag }), additionalProperties: false },
    ...accountSchemas(),
    ...sent(definition),
    ...frames(),
  };
}

function questionSchemaOf(type: QuestionType): object {
  return inLanguages(jsonSchemaOf(questionRules[type].definition));
}

function schemasOfType(type: QuestionType): [string, object][] {
  const { answerShape } = questionRules[type];
  return [
    [schemaName(type, "Answer"), jsonSchemaOf(answerShape)],
    [schemaName(type, "Tally"), tallySchema(type)],
  ];
}

const merged = array(object({ word: text, into: text }));

/** What presenters see of a question besides its tally. */
function moderationList(): object {
  const entry = { entry: text, text, count, at: time };
  return object({
    hidden: array(object({ ...entry, by: { enum: ["moderator", "list"] } }, ["count", "at"])),
    waiting: array(object(entry, ["count", "at"])),
    merged,
  });
}

function sent({ properties = {}, required = [] }: JsonSchema): Record<string, object> {
  const fieldError = object({ path: text, message: text, rule: text }, ["rule"]);
  return {
    Created: object({
      id: text,
      code: text,
      organiserKey: text,
      presenterKey: text,
      links: object({ vote: text, present: text, organise: text, results: text }),
    }),
    Poll: {
      type: "object",
      properties: { ...properties, id: text, code: text, status, run: count },
      required: [...required, "id", "code", "status", "run"],
    },
    Checked: object({ errors: array(fieldError) }),
    Joined: object({
      poll: object({ id: text, title: text, language: text }),
      token: text,
      live: { type: "string", format: "uri" },
    }),
    Moderation: object({ question: text, hidden: array(text), shown: array(text), merged }),
    ModerationList: moderationList(),
    Run: object({ run: count, status }),
    Runs: object({ runs: array(object({ run: count, status, closedAt: time }, ["closedAt"])), ballots: flag }),
    Published: object({ key: text, ballots: flag, links: object({ results: text }) }),
    PublicationState: object({ published: flag, ballots: flag }),
    Health: object({ status: { const: "ok" } }),
    Results: object(
      {
        poll: text,
        run,
        rehearsal,
        title: text,
        status,
        generatedAt: time,
        closedAt: time,
        ballotsErasedAt: {
          ...time,
          description:
            "There once the results are all that is kept: the run's ballots were erased, or did not come along in an account's zip.",
        },
        joined: count,
        language: text,
        blockList: flag,
        sharedDevice: { const: true, description: "There where several attendees might answer on one phone." },
        openedAt: time,
        questions: array(
          object(
            {
              id: text,
              type: { type: "string", enum: types },
              text,
              answered: count,
              tally: ref("Tally"),
              cloud: ref("WordCloud"),
              secondRound: object({ answered: count, tally: ref("Tally"), cloud: ref("WordCloud") }, ["cloud"]),
              definition: ref("Question"),
              cleared: { ...count, description: "How often its answers were cleared; there where they were." },
            },
            ["cleared", "cloud", "secondRound"],
          ),
        ),
        chain: array(object({ shard: count, casts: count, head: text })),
        origin: {
          ...object({ poll: text, importedAt: time }),
          description: "There where the results came in from an account's zip; its chain begins with that poll's id.",
        },
      },
      ["origin", "ballotsErasedAt", "blockList", "chain", "sharedDevice", "openedAt", "closedAt", "rehearsal"],
    ),
    Receipts: object({
      run,
      shard: count,
      attendee: text,
      receipts: array(object({ question: text, answer: text, castAt: time, number: count, digest: text, salt: text })),
    }),
    WordCloud: object({
      width: count,
      height: count,
      words: array(object({ word: text, x: count, y: count, size: length, width: length, colour: count })),
      rest: count,
    }),
    Problem: object(
      { type: text, title: text, status: { type: "integer" }, detail: text, errors: array(fieldError), now: time },
      ["errors", "now"],
    ),
  };
}

const common = { seq: count, run };

function frames(): Record<string, object> {
  const frame = (type: string, properties: Record<string, object>, optional: readonly string[] = []) =>
    object({ type: { const: type }, ...properties }, optional);
  return {
    AnswerFrame: jsonSchemaOf(frameSchemas.answer),
    StageCommandFrame: jsonSchemaOf(frameSchemas.stage),
    ModerationCommandFrame: jsonSchemaOf(frameSchemas.moderate),
    GotFrame: jsonSchemaOf(frameSchemas.got),
    StageFrame: frame(
      "stage",
      {
        ...common,
        rehearsal,
        title: text,
        question: { anyOf: [ref("Question"), { type: "null" }] },
        voting: { enum: ["open", "locked"] },
        results: { enum: ["shown", "hidden"] },
        rightAnswer: {
          enum: ["shown", "hidden"],
          description:
            "There where the question has a right answer: for presenters always, for attendees once it is shown.",
        },
        closesAt: time,
        answer: ref("Answer"),
        status,
        language: text,
        sharedDevice: { const: true, description: "Attendees only: others may answer on the same phone." },
        languages: {
          ...array(text),
          description: "There where texts are given in more than one; the poll's own is first.",
        },
        untranslated: {
          ...array(text),
          description: "Texts of the frame that are given in the poll's own language alone; there where any is.",
        },
        round: count,
        asking: text,
        rounds: count,
        restorableUntil: time,
        revision: count,
        joined: count,
        present: count,
        now: time,
        ackP95: milliseconds,
      },
      [
        "rehearsal",
        "rightAnswer",
        "closesAt",
        "answer",
        "sharedDevice",
        "languages",
        "untranslated",
        "round",
        "asking",
        "rounds",
        "restorableUntil",
        "revision",
        "joined",
        "present",
        "now",
        "ackP95",
      ],
    ),
    TallyFrame: frame(
      "tally",
      {
        ...common,
        question: text,
        answered: count,
        present: count,
        tally: ref("Tally"),
        cloud: ref("WordCloud"),
        joined: count,
        moderation: ref("ModerationList"),
        ackP95: milliseconds,
        otherRound: object({ round: count, answered: count, tally: ref("Tally"), cloud: ref("WordCloud") }, ["cloud"]),
      },
      ["cloud", "joined", "moderation", "otherRound"],
    ),
    PresenceFrame: frame("presence", { ...common, joined: count, present: count, ackP95: milliseconds }, ["ackP95"]),
    AckFrame: frame("ack", { ref: text }),
    ErrorFrame: frame("error", { ref: text, code: { type: "string", enum: errorCodes }, message: text }, ["ref"]),
  };
}

const errorCodes = [
  "invalid",
  "locked",
  "not-on-stage",
  "unchangeable",
  "too-fast",
  "too-large",
  "too-late",
  "forbidden",
  "unknown",
] as const satisfies readonly ErrorCode[];
