/** Answers that are nearly right: the JSON of a good one with a token or two exchanged, doubled or taken away. */
import fc from "fast-check";

const token = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|true|false|null|[[\]{}:,]/g;

/** What a hostile client may write in a token's place, among it what no object in memory can say. */
const junk = fc.constantFrom(
  ...["", "1e400", "-1e400", "1e-400", "-0", "0", "1", "-1", "1.5", "2.0", "9007199254740993", "1e21"],
  ...["null", "true", "[]", "[[]]", "{}", '""', '" "', '"a"', '"1"', '"__proto__"', '"constructor"', '"\\ud800"'],
  ...[
    `"${"å".repeat(50)}"`,
    '"NaN"',
    '{"__proto__":1}',
    '{"a":1}',
    '["a"]',
    '"x":1',
    '"__proto__":1',
    '"a":1',
    '"b":0',
    '"a",',
  ],
);
const change = fc.tuple(fc.nat(), fc.oneof(fc.record({ instead: junk }), fc.record({ before: junk }), fc.constant({})));
/** From one number to the next: their sum is as it was. */
const moved = fc.constantFrom(0, 0, 0, 0.5, 3, 1000);

/** JSON text, as it would stand in a frame. Some of it is a good answer still. */
export function spoiled(answers: fc.Arbitrary<unknown>): fc.Arbitrary<string> {
  return fc
    .tuple(answers, fc.array(change, { maxLength: 3 }), moved)
    .map(([answer, changes, amount]) => {
      const tokens = JSON.stringify(answer).match(token) ?? [];
      const [less, more] = [...tokens.keys()].filter((place) => /^-?\d/.test(tokens[place] ?? ""));
      if (less !== undefined && more !== undefined && amount > 0) {
        tokens[less] = String(Number(tokens[less]) - amount);
        tokens[more] = String(Number(tokens[more]) + amount);
      }
      for (const [at, how] of changes) {
        // Keys and values more often than what stands between them.
        const meant = [...tokens.keys()].filter((place) => /^["\dtfn-]/.test(tokens[place] ?? ""));
        const places = [...tokens.keys(), ...meant, ...meant, ...meant];
        const place = places[at % places.length] ?? 0;
        const was = tokens[place] ?? "";
        // Without a word of what: doubled, as in ["a","a"] or {"a":1,"a":1}.
        const now = "instead" in how ? how.instead : "before" in how ? `${how.before},${was}` : `${was},${was}`;
        tokens.splice(place, 1, now);
      }
      return tokens.join("");
    })
    .filter(isJson);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
