/** What results.json says of itself: whether it agrees, and a fingerprint of what was asked. Pure. */
import { is } from "valibot";
import { publicResults, type QuestionResult, type Results } from "../poll/results.ts";
import { isQuestionType, rulesOf } from "../questions/registry.ts";
import type { ShownTally } from "../questions/tally.ts";
import { canonicalJson } from "../shared/canonical.ts";
import type { CloudPicture } from "../shared/cloud-picture.ts";
import { sha256Hex } from "../shared/sha256.ts";
import { wordKey } from "../shared/text.ts";

/** Whether each question is one that its type's rules know: what can be counted at all. */
export function areQuestions({ questions }: Results): boolean {
  return questions.every(
    ({ definition }) => isQuestionType(definition.type) && is(rulesOf(definition.type).definition, definition),
  );
}

/**
 * Places of results.json that say something else than another place of it, or than the ballots: pages and files show the one
 * or the other. `attendees`: how many have a ballot.
 */
export function contradictions({ joined, language, questions }: Results, attendees: number): string[] {
  const ids = questions.map(({ id }) => id);
  return [
    ...(attendees > joined ? ["joined"] : []),
    ...questions.flatMap((question, index) => {
      const places = ids.indexOf(question.id) === index ? placesIn(question, language) : ["id"];
      return places.map((place) => `questions.${index}.${place}`);
    }),
  ];
}

function placesIn(result: QuestionResult, language: string): string[] {
  const { definition, secondRound } = result;
  return [
    ...(["id", "type", "text"] as const).filter((name) => result[name] !== definition[name]),
    ...roundPlaces(result, language),
    ...(secondRound === undefined ? [] : roundPlaces(secondRound, language).map((place) => `secondRound.${place}`)),
  ];
}

type Round = { answered: number; tally: ShownTally; cloud?: CloudPicture };

function roundPlaces({ answered, tally, cloud }: Round, language: string): string[] {
  const words = new Set("words" in tally ? tally.words.map(({ word }) => wordKey(word, language)) : []);
  const isInvented = cloud?.words.some(({ word }) => !words.has(wordKey(word, language))) ?? false;
  return [...(answered === tally.answered ? [] : ["answered"]), ...(isInvented ? ["cloud"] : [])];
}

/**
 * Of the title and the questions with all that they are made of, without notes, which readers of results don't get: no chain
 * binds what an option is called. docs/VERIFYING.md has the text that is hashed.
 */
export function askedDigest(results: Results): string {
  const { title, language, questions } = publicResults(results);
  return sha256Hex(canonicalJson({ title, language, questions: questions.map(({ definition }) => definition) }));
}
