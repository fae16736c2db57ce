import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moderate, moderationOf, type RunModeration, withChange } from "../../worker/poll/moderation.ts";
import { aliasesOf, type Moderation, unmoderated } from "../../worker/questions/moderation.ts";
import {
  type Ballot,
  inspectTally,
  mergeTallies,
  type ShownTally,
  showTally,
  tallyOf,
} from "../../worker/questions/tally.ts";
import type { ModerationCommand } from "../../worker/shared/protocol.ts";
import { wordKey } from "../../worker/shared/text.ts";
import { swedish, text, words } from "./questions.ts";

const definition = { title: "Träff", language: "sv", settings: { blockList: true }, questions: [words, text] };
const spellings = ["samverkan", "Samverkan", "samarbete", "SAMARBETE!", "hora", "höra", "röv", "__proto__", "dialog"];
const spelling = fc.constantFrom(...spellings);

/** Answers of attendees who are in no other shard. */
const ballots = (shard: string) =>
  fc
    .array(fc.option(fc.uniqueArray(spelling, { minLength: 1, maxLength: 3 }), { nil: null }), { maxLength: 6 })
    .map((answers) =>
      answers.map((list, index): Ballot => {
        return { attendee: `${shard}${index}`, answer: list === null ? null : { words: list }, at: index };
      }),
    );

const command = fc.record({
  question: fc.constant(words.id),
  action: fc.constantFrom("hide", "show", "restore", "merge", "unmerge"),
  entry: spelling,
  into: fc.option(spelling, { nil: undefined }),
});

/** What a run of commands has decided; those that are refused change nothing. */
function decided(commands: readonly ModerationCommand[], before: RunModeration = new Map()): RunModeration {
  return commands.reduce((run, next) => {
    const change = moderate(run, next, definition);
    return change.ok && change.value !== undefined ? withChange(run, change.value) : run;
  }, before);
}

const moderation = fc
  .array(command, { maxLength: 8 })
  .map((commands): Moderation => moderationOf(decided(commands), words.id));

function countedBy(list: Moderation, given: readonly Ballot[]): ShownTally {
  const aliases = aliasesOf(list, swedish);
  return showTally(tallyOf(words, given, swedish, aliases), words, swedish, list);
}

function wordsIn(tally: ShownTally) {
  if (!("words" in tally)) throw new Error("not a words tally");
  return tally;
}

describe("words under moderation", () => {
  test("counting in shards and merging is counting all at once", () => {
    fc.assert(
      fc.property(moderation, ballots("a"), ballots("b"), ballots("c"), (list, ...shards) => {
        const aliases = aliasesOf(list, swedish);
        const partial = shards.map((own) => tallyOf(words, own, swedish, aliases));
        for (const order of [partial, partial.toReversed()]) {
          expect(showTally(mergeTallies(words, order), words, swedish, list)).toEqual(countedBy(list, shards.flat()));
        }
      }),
    );
  });

  test("no word counts more attendees than have answered, whatever is merged", () => {
    fc.assert(
      fc.property(moderation, ballots("a"), (list, given) => {
        const tally = wordsIn(countedBy(list, given));
        for (const { count, variants } of tally.words) {
          expect(count).toBeLessThanOrEqual(tally.answered);
          expect(Object.values(variants).reduce((sum, n) => sum + n, 0)).toBe(count);
        }
      }),
    );
  });

  test("a merged word counts exactly those attendees who gave any of its words", () => {
    fc.assert(
      fc.property(ballots("a"), (given) => {
        const merge = { question: words.id, action: "merge", entry: "samarbete", into: "samverkan" } as const;
        const tally = wordsIn(countedBy(moderationOf(decided([merge]), words.id), given));
        const either = given.filter(
          ({ answer }) =>
            answer !== null && "words" in answer && answer.words.some((word) => /^sam(verkan|arbete)/i.test(word)),
        );
        const found = tally.words.find(({ word }) => /^samverkan/i.test(word));
        expect(found?.count ?? 0).toBe(either.length);
        expect(tally.words.some(({ word }) => /^samarbete/i.test(word))).toBe(false);
      }),
    );
  });

  test("restoring what was hidden, and undoing a merge, leave all as it was", () => {
    fc.assert(
      fc.property(
        fc.array(command, { maxLength: 6 }),
        spelling,
        spelling,
        ballots("a"),
        (commands, one, two, given) => {
          const before = decided(commands);
          const list = moderationOf(before, words.id);
          const key = wordKey(one, swedish.language);
          if (!list.verdicts.has(key)) {
            const after = decided(
              [
                { question: words.id, action: "hide", entry: one },
                { question: words.id, action: "restore", entry: one },
              ],
              before,
            );
            expect(countedBy(moderationOf(after, words.id), given)).toEqual(countedBy(list, given));
          }
          if (!list.merges.has(key)) {
            const after = decided(
              [
                { question: words.id, action: "merge", entry: one, into: two },
                { question: words.id, action: "unmerge", entry: one },
              ],
              before,
            );
            expect(countedBy(moderationOf(after, words.id), given)).toEqual(countedBy(list, given));
          }
        },
      ),
    );
  });

  test("what is hidden stands nowhere in what everybody sees, and presenters see it all", () => {
    fc.assert(
      fc.property(moderation, ballots("a"), (list, given) => {
        const tally = tallyOf(words, given, swedish, aliasesOf(list, swedish));
        const shown = wordsIn(showTally(tally, words, swedish, list));
        const inspected = inspectTally(tally, words, swedish, list);
        expect(inspected.tally).toEqual(shown);
        const hidden = inspected.moderation?.hidden ?? [];
        const publicly = new Set([
          ...shown.words.flatMap(({ word, variants }) => [word, ...Object.keys(variants)]),
          ...(shown.merged ?? []).flatMap(({ word, into }) => [word, into]),
        ]);
        for (const { text: word } of hidden) expect(publicly.has(word)).toBe(false);
        expect(hidden.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(shown.hidden);
      }),
    );
  });
});

const given = (...answers: string[][]): Ballot[] =>
  answers.map((list, index) => ({ attendee: `x${index}`, answer: { words: list }, at: index }));
const after = (...commands: Omit<ModerationCommand, "question">[]) =>
  moderationOf(decided(commands.map((next) => ({ question: words.id, ...next }))), words.id);

test("a merged word bears the name of the one that it is merged into, also where that is rarer or nobody gave it", () => {
  const list = after({ action: "merge", entry: "samarbete", into: "samverkan" });
  expect(countedBy(list, given(["samarbete"], ["Samarbete"], ["samverkan", "samarbete"]))).toEqual({
    answered: 3,
    skipped: 0,
    hidden: 0,
    words: [{ word: "samverkan", count: 3, variants: { Samarbete: 1, samarbete: 1, samverkan: 1 } }],
    merged: [{ word: "Samarbete", into: "samverkan" }],
  });
  const unwritten = after({ action: "merge", entry: "samarbete", into: "Att göra saker ihop" });
  expect(countedBy(unwritten, given(["samarbete"]))).toMatchObject({
    words: [{ word: "Att göra saker ihop", count: 1 }],
    merged: [{ word: "samarbete", into: "Att göra saker ihop" }],
  });
});

test("a merge that nobody's words meet is not told of", () => {
  expect(countedBy(after({ action: "merge", entry: "a", into: "b" }), given(["b"]))).not.toHaveProperty("merged");
});

test("merges follow each other, and a hidden link takes what hangs on it along", () => {
  const chain = [
    { action: "merge", entry: "a", into: "b" },
    { action: "merge", entry: "b", into: "c" },
  ] as const;
  const ballotsOfAll = given(["a", "b", "c"], ["a"]);
  expect(countedBy(after(...chain), ballotsOfAll)).toMatchObject({ words: [{ word: "c", count: 2 }] });
  expect(countedBy(after(...chain, { action: "hide", entry: "b" }), ballotsOfAll)).toMatchObject({
    hidden: 2,
    words: [{ word: "c", count: 1 }],
  });
});

test("a listed word that is allowed by hand is shown, and hidden again", () => {
  const once = given(["röv"]);
  expect(countedBy(unmoderated, once)).toMatchObject({ hidden: 1, words: [] });
  expect(countedBy(after({ action: "show", entry: "RÖV" }), once)).toMatchObject({
    hidden: 0,
    words: [{ word: "röv" }],
  });
});

test("hidden words are counted where the block list is off, and without any the tally is as it was", () => {
  const off = { ...swedish, blockList: false };
  const tally = tallyOf(words, given(["kaffe"]), off);
  expect(showTally(tally, words, off, unmoderated)).not.toHaveProperty("hidden");
  expect(showTally(tally, words, off, after({ action: "hide", entry: "kaffe" }))).toMatchObject({ hidden: 1 });
});

describe("texts under moderation", () => {
  const written = (...texts: string[]): Ballot[] =>
    texts.map((entry, index) => ({ attendee: `x${index}`, answer: { text: entry }, at: index }));
  const seen = (question: typeof text, list: Moderation, ...texts: string[]) =>
    inspectTally(tallyOf(question, written(...texts), swedish), question, swedish, list);
  const idOf = (entry: string) => {
    const { tally } = seen(text, unmoderated, entry);
    return ("entries" in tally && tally.entries[0]?.id) || "";
  };
  const verdict = (value: "hidden" | "shown", ...ids: string[]): Moderation => ({
    verdicts: new Map(ids.map((id) => [id, value])),
    merges: new Map(),
  });
  const first = idOf("Hej");

  test("everybody's tally has the contract's shape while nothing is held back", () => {
    expect(showTally(tallyOf(text, written("Hej"), swedish), text, swedish)).toEqual({
      answered: 1,
      skipped: 0,
      entries: [{ text: "Hej", at: "1970-01-01T00:00:00.000Z" }],
    });
  });

  test("a hidden text is counted, and told to presenters alone", () => {
    const tally = tallyOf(text, written("Hej", "Hå"), swedish);
    const list = verdict("hidden", first);
    expect(showTally(tally, text, swedish, list)).toMatchObject({ answered: 2, hidden: 1, entries: [{ text: "Hå" }] });
    expect(inspectTally(tally, text, swedish, list)).toMatchObject({
      tally: { entries: [{ text: "Hå", id: expect.any(String) }] },
      moderation: { hidden: [{ entry: first, text: "Hej", by: "moderator" }], waiting: [], merged: [] },
    });
  });

  test("a text with a listed word is hidden by the list until it is shown by hand", () => {
    const id = seen(text, unmoderated, "vilken röv").moderation?.hidden[0]?.entry ?? "";
    expect(seen(text, unmoderated, "vilken röv")).toMatchObject({
      tally: { entries: [], hidden: 1, answered: 1 },
      moderation: { hidden: [{ text: "vilken röv", by: "list" }] },
    });
    expect(seen(text, verdict("shown", id), "vilken röv").tally).toMatchObject({ entries: [{ text: "vilken röv" }] });
  });

  test("where texts are approved first, each waits until it is", () => {
    const question = { ...text, approveFirst: true };
    expect(seen(question, unmoderated, "Hej", "Hå")).toMatchObject({
      tally: { entries: [], waiting: 2, answered: 2 },
      moderation: { waiting: [{ entry: first, text: "Hej" }, { text: "Hå" }], hidden: [] },
    });
    expect(seen(question, verdict("shown", first), "Hej", "Hå").tally).toMatchObject({
      entries: [{ text: "Hej" }],
      waiting: 1,
    });
  });

  test("ids hold for a text as long as it stands, and for no other text or attendee", () => {
    const ids = (...texts: string[]) => {
      const { tally } = seen(text, unmoderated, ...texts);
      return "entries" in tally ? tally.entries.map(({ id }) => id) : [];
    };
    expect(ids("Hej", "Hej", "Hej!")).toEqual(ids("Hej", "Hej", "Hej!"));
    expect(new Set(ids("Hej", "Hej", "Hej!")).size).toBe(3);
    expect(ids("Hej")).not.toEqual(ids("Hej!"));
    expect(ids("Hej")[0]).toMatch(/^[0-9a-f]{20}$/);
  });
});
