import { expect, test } from "vitest";
import {
  aliasesOfQuestion,
  aliasesOfRun,
  moderate,
  moderationState,
  type RunModeration,
  recounted,
  withChange,
} from "../../worker/poll/moderation.ts";
import { limits } from "../../worker/shared/limits.ts";
import type { ModerationCommand } from "../../worker/shared/protocol.ts";
import { choice, text, words } from "../questions/questions.ts";

const definition = { title: "Träff", language: "sv", settings: { blockList: true }, questions: [choice, words, text] };
const none: RunModeration = new Map();
const textId = "0123456789abcdef0123";

const command = (action: ModerationCommand["action"], entry: string, into?: string): ModerationCommand => ({
  question: words.id,
  action,
  entry,
  into,
});

function after(...commands: ModerationCommand[]): RunModeration {
  return commands.reduce((run, next) => {
    const change = moderate(run, next, definition);
    if (!change.ok) throw new Error(`refused: ${JSON.stringify(change.error)}`);
    return change.value === undefined ? run : withChange(run, change.value);
  }, none);
}

function refusal(run: RunModeration, next: ModerationCommand) {
  const change = moderate(run, next, definition);
  return change.ok ? undefined : change.error;
}

test("a word is named in any spelling", () => {
  expect(moderationState(after(command("hide", "HÖRA!")), words.id)).toEqual({
    question: words.id,
    hidden: ["höra"],
    shown: [],
    merged: [],
  });
});

test("saying it again changes nothing", () => {
  const twice = [command("hide", "höra"), command("merge", "a", "b")];
  for (const next of twice) expect(moderate(after(next), next, definition)).toEqual({ ok: true, value: undefined });
  for (const next of [command("restore", "höra"), command("unmerge", "a")]) {
    expect(moderate(none, next, definition)).toEqual({ ok: true, value: undefined });
  }
});

test("the last word counts", () => {
  const state = moderationState(
    after(command("hide", "a"), command("show", "a"), command("merge", "b", "c"), command("merge", "b", "D")),
    words.id,
  );
  expect(state).toMatchObject({ hidden: [], shown: ["a"], merged: [{ word: "b", into: "D" }] });
});

test.each<[string, ModerationCommand]>([
  ["question", { ...command("hide", "a"), question: "nope" }],
  ["question", { ...command("hide", "a"), question: choice.id }],
  ["entry", command("hide", "...")],
  ["entry", { ...command("hide", "Hej"), question: text.id }],
  ["entry", { ...command("hide", "__proto__"), question: text.id }],
  ["action", { ...command("merge", textId, textId), question: text.id }],
  ["action", { ...command("unmerge", textId), question: text.id }],
  ["into", command("merge", "a")],
  ["into", command("merge", "a", "!")],
  ["into", command("merge", "a", "A!")],
  ["into", command("merge", "a", "x".repeat(41))],
  ["into", command("hide", "a", "b")],
])("names %s where it is wrong: %j", (path, next) => {
  expect(refusal(none, next)).toMatchObject({ reason: "fields", errors: [{ path }] });
});

test("merges never go round", () => {
  const chain = after(command("merge", "a", "b"), command("merge", "b", "c"));
  expect(refusal(chain, command("merge", "c", "a"))).toMatchObject({ reason: "state" });
  expect(refusal(chain, command("merge", "b", "a"))).toMatchObject({ reason: "state" });
  expect(aliasesOfRun(chain, definition)).toEqual([
    {
      question: words.id,
      pairs: [
        { key: "a", into: "c" },
        { key: "b", into: "c" },
      ],
    },
  ]);
  // Turned round at the end of the chain it is fine: what hung on the old link is let go.
  expect(refusal(chain, command("merge", "a", "c"))).toBeUndefined();
});

test("a listed word is merged with none until it is shown", () => {
  expect(refusal(none, command("merge", "röv", "bak"))).toMatchObject({ reason: "state" });
  expect(refusal(none, command("merge", "bak", "röv"))).toMatchObject({ reason: "state" });
  expect(refusal(after(command("show", "röv")), command("merge", "bak", "röv"))).toBeUndefined();
});

test("there is an end to how much is kept", () => {
  const full: RunModeration = new Map([
    [
      words.id,
      {
        verdicts: new Map(Array.from({ length: limits.verdicts }, (_, n) => [`v${n}`, "hidden" as const])),
        merges: new Map(
          Array.from({ length: limits.merges }, (_, n) => [`m${n}`, { into: "x", form: `m${n}`, intoForm: "x" }]),
        ),
      },
    ],
  ]);
  expect(refusal(full, command("hide", "en till"))).toMatchObject({ reason: "state" });
  expect(refusal(full, command("merge", "en till", "x"))).toMatchObject({ reason: "state" });
  for (const next of [
    command("restore", "v1"),
    command("show", "v1"),
    command("unmerge", "m1"),
    command("merge", "m1", "y"),
  ]) {
    expect(refusal(full, next)).toBeUndefined();
  }
});

test("shards are told of merges that count, and count anew where these differ", () => {
  const before = aliasesOfRun(after(command("merge", "a", "b")), definition);
  const hidden = aliasesOfRun(after(command("merge", "a", "b"), command("hide", "a")), definition);
  expect(aliasesOfQuestion(before, words.id)).toEqual(new Map([["a", "b"]]));
  expect(aliasesOfQuestion(before, "__proto__")).toEqual(new Map());
  expect(hidden).toEqual([]);
  expect(recounted(before, hidden)).toEqual([words.id]);
  expect(recounted(before, before)).toEqual([]);
});
