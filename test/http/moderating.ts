/** Polls whose answers can be moderated, and a moderator's hand on them. */
import { expect } from "vitest";
import type { ModerationCommand } from "../../worker/shared/protocol.ts";
import type { FrameOf, LiveLine } from "./live-line.ts";
import { createPoll, type TestPoll } from "./poll-client.ts";

export const moderable = {
  title: "Ord",
  language: "sv",
  questions: [
    { id: "w", type: "words", text: "Tre ord?", resultsOnPhones: true },
    { id: "t", type: "text", text: "Vad?", resultsOnPhones: true },
    { id: "a", type: "text", text: "Vad mer?", resultsOnPhones: true, approveFirst: true },
    { id: "c", type: "choice", text: "Vilken?", options: [{ text: "A" }, { text: "B" }] },
  ],
};

export async function pollAt(question: string): Promise<TestPoll> {
  const poll = await createPoll(moderable);
  await poll.stage({ question });
  return poll;
}

export function moderate(poll: TestPoll, command: ModerationCommand, key = poll.presenterKey): Promise<Response> {
  return poll.call("POST", "/moderation", { key, body: command });
}

export async function answerAll(poll: TestPoll, question: string, answers: object[]): Promise<LiveLine[]> {
  const lines = [];
  for (const answer of answers) {
    const line = await poll.attendee();
    expect(await line.answer(question, answer)).toBe("ack");
    lines.push(line);
  }
  return lines;
}

type Words = { word: string; count: number }[];

export function wordsOf({ tally }: FrameOf<"tally">): [string, number][] {
  const { words }: { words: Words } = "words" in tally ? tally : { words: [] };
  return words.map(({ word, count }) => [word, count]);
}

export function textsOf({ tally }: FrameOf<"tally">): string[] {
  return "entries" in tally ? tally.entries.map(({ text }) => text) : [];
}

export const shows = (word: string) => (frame: FrameOf<"tally">) => wordsOf(frame).some(([own]) => own === word);
