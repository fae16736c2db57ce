/** What is no answer, for each type: as JSON over the socket and as a form without a script. Nothing of it is counted. */
import { describe, expect, test } from "vitest";
import type { QuestionType } from "../../worker/questions/registry.ts";
import { askedAlone, ballotsOf, fullQuestions, goodAnswers, goodForms } from "./every-type.ts";
import { openPage } from "./plain-browser.ts";

/** No answer of any type. */
const never = ["null", "true", "0", "1e400", '""', '"a"', "[]", "[[]]", "{}", '[{"text":"a"}]', '{"__proto__":{}}'];

const long = (length: number) => "å".repeat(length);

const wrong: Record<QuestionType, string[]> = {
  choice: [
    ...['{"choices":null}', '{"choices":"1"}', '{"choices":{"0":"1"}}', '{"choices":[]}', '["1"]'],
    ...['{"choices":["1","1"]}', '{"choices":["1","2","3"]}', '{"choices":["4"]}', '{"choices":["1","__proto__"]}'],
    ...['{"choices":[1]}', '{"choices":[1e400]}', '{"choices":[null]}', '{"choices":[["1"]]}', '{"choices":[""]}'],
    ...['{"choices":[],"other":""}', '{"choices":[],"other":"!"}', '{"choices":["1","2"],"other":"x"}'],
    ...['{"choices":["1"],"other":null}', '{"choices":["1"],"other":["x"]}', '{"other":"x"}'],
    ...['{"choices":["1"],"text":"x"}', '{"choices":["1"],"__proto__":{}}', '{"choices":["1"],"constructor":1}'],
  ],
  words: [
    ...[
      '{"words":[]}',
      '{"words":"a"}',
      '{"words":{"0":"a"}}',
      '{"words":null}',
      '{"words":["a","b","c","d","e","f"]}',
    ],
    ...['{"words":[1]}', '{"words":[null]}', '{"words":[["a"]]}', '{"words":["a",""]}', '{"words":[" "]}'],
    ...['{"words":["…!"]}', '{"words":["\\u200b"]}', `{"words":["${long(41)}"]}`, '{"words":["a"],"__proto__":1}'],
  ],
  text: [
    ...['{"text":""}', '{"text":" \\n\\t "}', '{"text":"\\u200b"}', `{"text":"${long(101)}"}`, '{"text":null}'],
    ...['{"text":1}', '{"text":1e400}', '{"text":["a"]}', '{"text":{"a":"a"}}', '{"text":"a","__proto__":1}'],
  ],
  scale: [
    ...['{"ratings":{}}', '{"ratings":null}', '{"ratings":[1,2]}', '{"ratings":{"1":1}}', '{"ratings":{"1":null}}'],
    ...['{"ratings":{"1":1,"2":3}}', '{"ratings":{"1":-3,"2":1}}', '{"ratings":{"1":1.5,"2":1}}'],
    ...['{"ratings":{"1":"1","2":1}}', '{"ratings":{"1":1e400,"2":1}}', '{"ratings":{"1":[1],"2":1}}'],
    ...['{"ratings":{"1":true,"2":1}}', '{"ratings":{"1":1,"2":1,"3":1}}', '{"ratings":{"1":1,"2":1,"__proto__":1}}'],
    '{"ratings":{"1":1,"2":1},"__proto__":{}}',
  ],
  ranking: [
    ...['{"order":[]}', '{"order":null}', '{"order":"1"}', '{"order":{"0":"1","1":"2","2":"3"}}', '{"order":["1"]}'],
    ...['{"order":["1","2"]}', '{"order":["1","2","2"]}', '{"order":["1","2","4"]}', '{"order":["1","2","__proto__"]}'],
    ...['{"order":["1","2","3","1"]}', '{"order":["1","2","3","4"]}', '{"order":[1,2,3]}', '{"order":["1","2",null]}'],
    ...['{"order":["1","2",["3"]]}', '{"order":[["1","2","3"]]}', '{"order":["1","2","3"],"__proto__":1}'],
  ],
  points: [
    ...['{"points":{}}', '{"points":null}', '{"points":[10,0,0]}', '{"points":{"1":10}}', '{"points":{"1":5,"2":5}}'],
    ...['{"points":{"1":5,"2":5,"3":1}}', '{"points":{"1":5,"2":4,"3":0}}', '{"points":{"1":0,"2":0,"3":0}}'],
    ...['{"points":{"1":11,"2":-1,"3":0}}', '{"points":{"1":5.5,"2":4.5,"3":0}}', '{"points":{"1":1e400,"2":0,"3":0}}'],
    ...['{"points":{"1":1e400,"2":-1e400,"3":10}}', '{"points":{"1":"10","2":0,"3":0}}'],
    ...['{"points":{"1":10,"2":null,"3":0}}', '{"points":{"1":10,"2":[],"3":0}}', '{"points":{"1":10,"2":0,"4":0}}'],
    ...['{"points":{"1":10,"2":0,"3":0,"4":0}}', '{"points":{"1":10,"2":0,"3":0,"__proto__":0}}'],
    '{"points":{"1":10,"2":0,"3":0},"__proto__":{}}',
  ],
  number: [
    ...['{"value":null}', '{"value":"1"}', '{"value":""}', '{"value":true}', '{"value":[1]}', '{"value":{"value":1}}'],
    ...['{"value":0.49}', '{"value":1000.001}', '{"value":-1}', '{"value":1e400}', '{"value":-1e400}', '{"value":-0}'],
    ...['{"value":1,"unit":"km"}', '{"value":1,"__proto__":1}'],
  ],
  grid: [
    ...[
      '{"items":{}}',
      '{"items":null}',
      '{"items":[null,null]}',
      '{"items":{"1":null}}',
      '{"items":{"1":1,"2":null}}',
    ],
    ...['{"items":{"1":{"x":11,"y":1},"2":null}}', '{"items":{"1":{"x":1,"y":-0.1},"2":null}}'],
    ...['{"items":{"1":{"x":1},"2":null}}', '{"items":{"1":{"x":1,"y":null},"2":null}}'],
    ...['{"items":{"1":{"x":1,"y":1e400},"2":null}}', '{"items":{"1":{"x":"1","y":1},"2":null}}'],
    ...['{"items":{"1":[1,1],"2":null}}', '{"items":{"1":{"x":1,"y":1,"z":1},"2":null}}'],
    ...['{"items":{"1":{"x":1,"y":1,"__proto__":1},"2":null}}', '{"items":{"1":null,"2":null,"3":null}}'],
    ...['{"items":{"1":null,"__proto__":null}}', '{"items":{"1":null,"2":null,"__proto__":{"x":1,"y":1}}}'],
  ],
};

describe("over the socket", () => {
  test.each(Object.values(fullQuestions))(
    "what is no answer to a $type is invalid, and not counted",
    async ({ type }) => {
      const poll = await askedAlone(type);
      const attendee = await poll.attendeeAt(type);
      for (const json of [...never, ...wrong[type]]) {
        const ref = crypto.randomUUID();
        attendee.send(`{"type":"answer","ref":"${ref}","question":"${type}","answer":${json}}`);
        expect(await attendee.reply(ref), json).toMatchObject({ type: "error", code: "invalid" });
      }
      expect(await poll.tally(type)).toMatchObject({ answered: 0 });
      expect(await ballotsOf(poll)).toEqual([]);
      // It was not the attendee, nor the question.
      expect(await attendee.answer(type, goodAnswers[type])).toBe("ack");
      expect(await ballotsOf(poll)).toEqual([goodAnswers[type]]);
    },
  );
});

/** The fields of a good form with those of one name exchanged for others, or taken away. */
function exchanged(type: QuestionType, name: string, ...values: string[]): [string, string][] {
  const fields: [string, string][] = goodForms[type];
  return [...fields.filter(([field]) => field !== name), ...values.map((value): [string, string] => [name, value])];
}

const numbers = ["", " ", "x", "1e400", "NaN", "Infinity", "0x1", "1;2", "[1]"];

const wrongForms: Record<QuestionType, [string, string][][]> = {
  choice: [
    ...[["4"], [""], ["1", "1"], ["1", "2", "3"], ["1", "2", "~"], ["1", "__proto__"]].map((choices) =>
      exchanged("choice", "choice", ...choices),
    ),
    ...[[], [""], ["\u200b"], ["…!"], [long(101)]].map((others) => exchanged("choice", "other", ...others)),
  ],
  words: [[], ["", " "], ["…!"], ["\u200b"], ["ok", long(41)], ["a", "b", "c", "d", "e", "f"]].map((words) =>
    exchanged("words", "word", ...words),
  ),
  text: [[], [""], [" \r\n "], ["\u200b"], [long(101)]].map((texts) => exchanged("text", "text", ...texts)),
  scale: [[], ["3"], ["-3"], ["1.5"], ["here"], ["null"], ...numbers.map((value) => [value])].map((ratings) =>
    exchanged("scale", "rating.1", ...ratings),
  ),
  ranking: [[], ["1"], ["1", "2"], ["1", "2", "2"], ["1", "2", "4"], ["1", "2", "3", "3"], ["1", "2", "__proto__"]].map(
    (order) => exchanged("ranking", "order", ...order),
  ),
  points: [[], ["5"], ["7"], ["-6"], ["6.0"], ["6,0"], ["+6"], ...numbers.map((value) => [value])].map((points) =>
    exchanged("points", "points.1", ...points),
  ),
  number: [[], ["0"], ["1001"], ["-12"], ["1,2,3"], ["12 km"], ...numbers.map((value) => [value])].map((values) =>
    exchanged("number", "number", ...values),
  ),
  grid: [
    ...[[], ["11"], ["-1"], ...numbers.map((value) => [value])].map((values) => exchanged("grid", "x.1", ...values)),
    ...[[], ["there"], [""]].map((values) => exchanged("grid", "at.1", ...values)),
  ],
};

describe("without a script", () => {
  test.each(Object.values(fullQuestions))("what is no answer to a $type is told, and not counted", async ({ type }) => {
    const poll = await askedAlone(type);
    const { post } = await openPage(poll);
    const send = (fields: [string, string][]) => post([["asking", `${type}~1.0`], ...fields]);
    for (const fields of [[], ...wrongForms[type]]) {
      const response = await send(fields);
      expect(response.status, JSON.stringify(fields)).toBe(422);
      expect(await response.text()).toMatch(/<p id="status"[^>]*>[^<]{10}/);
    }
    expect(await poll.tally(type)).toMatchObject({ answered: 0 });
    expect(await ballotsOf(poll)).toEqual([]);
    expect((await send(goodForms[type])).status).toBe(303);
  });
});
