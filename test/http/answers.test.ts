import { describe, expect, test } from "vitest";
import type { LiveLine } from "./live-line.ts";
import { choiceQuestion, createPoll, pollOnStage, sampleDefinition } from "./poll-client.ts";

/** The answer as JSON text, for what no object can say. */
async function answerRaw(line: LiveLine, question: string, json: string): Promise<string> {
  const ref = crypto.randomUUID();
  line.send(`{"type":"answer","ref":"${ref}","question":"${question}","answer":${json}}`);
  const reply = await line.reply(ref);
  return reply.type === "ack" ? "ack" : reply.code;
}

describe("what counts as an answer", () => {
  const right: [string, string[]][] = [
    ["colour", ['{"choices":["red"]}']],
    [
      "words",
      [
        `{"words":["${"å".repeat(40)}"]}`,
        '{"words":["👨‍👩‍👧‍👦","Å"]}',
        '{"words":["a","A","a!"]}',
        `{"words":["${"👩‍🚀".repeat(40)}"]}`,
      ],
    ],
    ["text", [`{"text":"${"å".repeat(250)}"}`, '{"text":"</script><img src=x onerror=alert(1)>"}']],
    ["scale", ['{"ratings":{"food":1,"talks":5}}', '{"ratings":{"talks":null,"food":null}}']],
  ];

  test.each(right)("%s takes what the contract allows", async (question, answers) => {
    const poll = await createPoll();
    await poll.stage({ question });
    for (const answer of answers)
      expect(await answerRaw(await poll.attendeeAt(question), question, answer), answer).toBe("ack");
    expect((await poll.tally(question))?.answered).toBe(answers.length);
  });

  test("up to maxChoices options are taken", async () => {
    const poll = await pollOnStage({ maxChoices: 2 });
    const attendee = await poll.attendeeAt("colour");
    expect(await attendee.answer("colour", { choices: ["blue", "red"] })).toBe("ack");
    expect(await poll.tally("colour")).toEqual({ answered: 1, counts: { red: 1, blue: 1 } });
  });
});

test("ids may be names that objects have by themselves", async () => {
  const ids = ["__proto__", "constructor", "toString"];
  const items = ids.map((id) => ({ id, text: id }));
  const poll = await createPoll({
    ...sampleDefinition,
    questions: [
      choiceQuestion({ id: "__proto__", options: items }),
      { id: "toString", type: "scale", text: "?", statements: items },
    ],
  });
  await poll.stage({ question: "__proto__" });
  const attendee = await poll.attendeeAt("__proto__");
  expect(await answerRaw(attendee, "__proto__", '{"choices":["__proto__"]}')).toBe("ack");
  await poll.stage({ question: "toString" });
  await attendee.next("stage", { where: ({ question }) => question?.id === "toString" });
  expect(await answerRaw(attendee, "toString", '{"ratings":{"__proto__":1,"constructor":null,"toString":3}}')).toBe(
    "ack",
  );
  await poll.close();
  const counted = { counts: { 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 }, skipped: 0, mean: null, median: null };
  const choices: unknown = JSON.parse('{"__proto__":1,"constructor":0,"toString":0}');
  expect(await poll.tally("__proto__")).toEqual({ answered: 1, counts: choices });
  expect(Object.keys((await poll.results()).questions[0]?.definition ?? {})).toContain("options");
  expect(await poll.tally("toString")).toMatchObject({
    statements: {
      constructor: { ...counted, skipped: 1 },
      toString: { ...counted, counts: { ...counted.counts, 3: 1 }, mean: 3, median: 3 },
    },
  });
  const csv = await (await poll.call("GET", "/ballots.csv")).text();
  expect(csv).toContain('"{""ratings"":{""__proto__"":1,""constructor"":null,""toString"":3}}"');
});

test("half a character, which UTF-8 can't say, is told the same way live and closed", async () => {
  const poll = await createPoll();
  await poll.stage({ question: "text" });
  const reply = await answerRaw(await poll.attendeeAt("text"), "text", '{"text":"a\\ud800b"}');
  expect(["ack", "invalid"]).toContain(reply);
  const live = await poll.tally("text");
  await poll.close();
  expect(await poll.tally("text")).toEqual(live);
});

test("a ref comes back letter by letter", async () => {
  const poll = await pollOnStage();
  const attendee = await poll.attendeeAt("colour");
  const refs = ['"', "\\", "å 👩‍🚀", "\u2028", "</script>", "__proto__", "0", "a".repeat(64)];
  for (const ref of refs) expect(await attendee.answer("colour", { choices: ["red"] }, ref), ref).toBe("ack");
  expect(await attendee.answer("colour", { choices: ["blue"] }, "__proto__")).toBe("ack");
  expect(await poll.tally("colour")).toEqual({ answered: 1, counts: { red: 1, blue: 0 } });
});
