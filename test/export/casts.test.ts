import { expect, test } from "vitest";
import { ballotsOf, type CastRow } from "../../worker/export/casts.ts";

const ballot = (answer: string) => ({ attendee: "anna", answer, castAt: 0, salt: "" });
const cast = (number: number, replaces: number | null, rest: Partial<CastRow> = {}): CastRow => ({
  run: 1,
  shard: 0,
  number,
  asking: "colour~1.0",
  replaces,
  digest: "",
  ...rest,
});

async function answersIn(...casts: CastRow[]): Promise<string[]> {
  const answers: string[] = [];
  async function* read() {
    yield* casts;
  }
  for await (const { answer } of ballotsOf(read())) answers.push(answer);
  return answers;
}

test("a ballot that is changed while a live run is read is given out once", async () => {
  const first = cast(1, null, { ballot: ballot("red") });
  expect(await answersIn(first, cast(2, 1, { ballot: ballot("blue") }))).toEqual(["red"]);
  expect(await answersIn(first, cast(2, 1), cast(3, 2, { ballot: ballot("green") }))).toEqual(["red"]);
});

test("one that was changed before it was given out comes as it is now", async () => {
  expect(await answersIn(cast(1, null), cast(2, 1, { ballot: ballot("blue") }))).toEqual(["blue"]);
});

test("numbers of another shard are other casts", async () => {
  const other = cast(2, 1, { shard: 1, ballot: ballot("blue") });
  expect(await answersIn(cast(1, null, { ballot: ballot("red") }), other)).toEqual(["red", "blue"]);
});
