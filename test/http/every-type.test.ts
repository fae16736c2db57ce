import { describe, expect, test } from "vitest";
import { definitionSchema, parseDefinition } from "../../worker/poll/definition.ts";
import { questionRules } from "../../worker/questions/registry.ts";
import { isPlainObject } from "../../worker/shared/plain-object.ts";
import { readCsv } from "../export/csv-reader.ts";
import { askedAlone, ballotsOf, fullDefinition, fullQuestions, goodAnswers } from "./every-type.ts";
import { bodyOf, createPoll, type TestPoll } from "./poll-client.ts";

/** What `GET` tells, as a definition to be sent again. */
async function definitionOf(poll: TestPoll) {
  const { id, code, status, run, ...definition } = await poll.describe();
  expect([id, code]).toEqual([poll.id, poll.code]);
  return { definition, status, run };
}

/** The types of a type's fields, by the rules themselves. */
function fieldsOf(type: keyof typeof fullQuestions): [string, unknown][] {
  const schema: object = questionRules[type].definition;
  if (!("entries" in schema) || !isPlainObject(schema.entries)) throw new Error(`${type} is no object of fields`);
  return Object.entries(schema.entries);
}

describe("a poll with every type and every optional field", () => {
  test.each(Object.values(fullQuestions))("leaves out no field of a $type, and none is as by default", (question) => {
    const fields = fieldsOf(question.type);
    expect(Object.keys(question).sort()).toEqual(fields.map(([name]) => name).sort());
    const optional = fields.flatMap(([name, field]) =>
      isPlainObject(field) && field.type === "optional" && name !== "id" ? [name] : [],
    );
    for (const name of optional) {
      const others = Object.fromEntries(Object.entries(question).filter(([field]) => field !== name));
      const parsed = parseDefinition({ ...fullDefinition, questions: [others] }, () => "made");
      if (parsed.ok) expect(parsed.value.questions, name).not.toEqual([question]);
    }
  });

  test("leaves out no setting", () => {
    const { entries } = definitionSchema.entries.settings.wrapped;
    expect(Object.keys(fullDefinition.settings).sort()).toEqual(Object.keys(entries).sort());
  });

  test("is read as it was written, and created again from that it is the same poll", async () => {
    const poll = await createPoll(fullDefinition);
    const { definition } = await definitionOf(poll);
    expect(definition).toEqual(fullDefinition);
    for (const sent of [definition, await poll.describe()]) {
      const again = await createPoll(sent);
      expect(again.id).not.toBe(poll.id);
      expect(await definitionOf(again)).toEqual({ definition, status: "draft", run: 0 });
    }
  });

  test("is the same again where its ids were made by the service", async () => {
    const withoutIds: unknown = JSON.parse(
      JSON.stringify(fullDefinition, (key, value: unknown) => (key === "id" ? undefined : value)),
    );
    const { definition } = await definitionOf(await createPoll(Object(withoutIds)));
    expect((await definitionOf(await createPoll(definition))).definition).toEqual(definition);
  });

  test("replaced by what was read, nothing changes: not the draft, not the stage, no answer, no result", async () => {
    const draft = await createPoll(fullDefinition);
    const written = await draft.describe();
    expect(await bodyOf(draft.call("PUT", "", { body: (await definitionOf(draft)).definition }))).toEqual(written);
    expect(await draft.describe()).toEqual(written);

    const poll = await createPoll(fullDefinition);
    const attendee = await poll.attendee();
    for (const { id } of fullDefinition.questions) {
      await poll.stage({ question: id });
      expect(await attendee.answer(id, null)).toBe("ack");
    }
    const { definition, ...state } = await definitionOf(poll);
    const { generatedAt: _before, ...results } = await poll.results();
    await bodyOf(poll.call("PUT", "", { body: definition }));
    expect(await definitionOf(poll)).toEqual({ definition, ...state });
    const { generatedAt: _after, ...resultsAfter } = await poll.results();
    expect(resultsAfter).toEqual(results);
    expect(results.questions.map((question) => question.definition)).toEqual(fullDefinition.questions);
    expect(await (await poll.attendee()).next("stage")).toMatchObject({ question: { id: "grid" }, voting: "open" });
  });
});

describe("a skip", () => {
  test.each(Object.values(fullQuestions))(
    "of a $type is counted and changes no other figure",
    async ({ type, text }) => {
      const poll = await askedAlone(type, { skippable: true });
      expect(await (await poll.attendeeAt(type)).answer(type, goodAnswers[type])).toBe("ack");
      const before = await poll.tally(type);
      expect(before).toMatchObject({ answered: 1, skipped: 0 });
      const other = await poll.attendeeAt(type);
      expect(await other.answer(type, null)).toBe("ack");
      await poll.close();
      expect(await poll.tally(type)).toEqual({ ...before, skipped: 1 });
      expect((await ballotsOf(poll)).toSorted()).toEqual([goodAnswers[type], null]);
      const rows = readCsv(await (await poll.call("GET", "/results.csv")).text());
      const own = rows.filter(([, question]) => question === type);
      expect(own.slice(0, 2)).toEqual([
        ["1", type, type, text, "answered", "1"],
        ["1", type, type, text, "skipped", "1"],
      ]);
    },
  );

  test.each(Object.values(fullQuestions))("of a $type may become an answer, and an answer a skip", async ({ type }) => {
    const poll = await askedAlone(type, { skippable: true });
    const attendee = await poll.attendeeAt(type);
    const empty = await poll.tally(type);
    for (const answer of [null, goodAnswers[type]]) expect(await attendee.answer(type, answer)).toBe("ack");
    expect(await poll.tally(type)).toMatchObject({ answered: 1, skipped: 0 });
    expect(await attendee.answer(type, null)).toBe("ack");
    expect(await poll.tally(type)).toEqual({ ...empty, skipped: 1 });
  });
});
