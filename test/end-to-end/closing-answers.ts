/** What the hall answers to the closing poll: people by number, with Swedish letters and everyone's own spelling. */
import type { Answer, Question } from "../../worker/questions/registry.ts";

const words = [
  "Gemenskap",
  "Möten",
  "Åsikter",
  "Öppenhet",
  "Ägarskap",
  "Nätverk",
  "Samverkan",
  "Lärande",
  "Höra",
  "Får",
  "Far",
  "Kafé",
  "Förändring",
  "Glädje",
  "Närhet",
  "Språng",
];

const spellings = [
  (word: string) => word,
  (word: string) => word.toLowerCase(),
  (word: string) => ` ${word}!`,
  (word: string) => word.toUpperCase().normalize("NFD"),
  (word: string) => `”${word}”`,
];

const texts = [
  "Hur når vi småföretagen i Västerås?",
  "=SUM(A1) – räkna på öre och kronor",
  '"Prissättning", offert och avtal',
  "Mer tid för frågor\noch för fika på eftermiddagen",
  "- ärenden som fastnar",
];

/**
 * How seven people rank four options, by the places these have in the question; the next seven do as they did. Worked by
 * hand for 105 people, of whom each row is 15: [points, firsts, mean rank].
 */
const orders = [
  [2, 0, 3, 1],
  [2, 0, 3, 1],
  [2, 0, 3, 1],
  [0, 2, 1, 3],
  [0, 2, 1, 3],
  [1, 3, 0, 2],
  [3, 2, 0, 1],
];
export const rankedBy105 = [
  // 45 × 2 + 30 × 3 + 15 × 1 + 15 × 1 points; ranks 45 × 2 + 30 × 1 + 15 × 3 + 15 × 3 = 210
  [210, 30, 2],
  // 30 × 1 + 15 × 3; ranks 45 × 4 + 30 × 3 + 15 × 1 + 15 × 4 = 345
  [75, 15, 3.29],
  // 45 × 3 + 30 × 2 + 15 × 2; ranks 45 × 1 + 30 × 2 + 15 × 4 + 15 × 2 = 195
  [225, 45, 1.86],
  // 45 × 1 + 15 × 2 + 15 × 3; ranks 45 × 3 + 30 × 4 + 15 × 2 + 15 × 1 = 300
  [120, 15, 2.86],
];

/** Null for who lets the question pass. */
export function answerOf(question: Question, person: number): Answer | null {
  switch (question.type) {
    case "words":
      return { words: [0, 1, 2].map((place) => spelled(person, place)).slice(0, 1 + (person % 3)) };
    case "choice": {
      const first = skewed(person, 3, question.options.length);
      const second = (first + 1 + (person % 3)) % question.options.length;
      const chosen = person % 4 === 0 ? [first] : [first, second];
      return { choices: chosen.flatMap((place) => question.options[place]?.id ?? []) };
    }
    case "scale": {
      const ratings = question.statements.map(({ id }, place): [string, number | null] => {
        const skips = (person + place) % 9 === 4;
        return [id, skips ? null : question.max - skewed(person, place, question.max - question.min + 1)];
      });
      return { ratings: Object.fromEntries(ratings) };
    }
    case "ranking": {
      const places = new Set([...(orders[person % orders.length] ?? []), ...question.options.keys()]);
      return { order: [...places].flatMap((place) => question.options[place]?.id ?? []) };
    }
    case "points": {
      let left = question.total;
      const points = question.options.map(({ id }, place, { length }): [string, number] => {
        const given = place === length - 1 ? left : skewed(person, place, left + 1);
        left -= given;
        return [id, given];
      });
      return { points: Object.fromEntries(points) };
    }
    case "number":
      return { value: question.min + skewed(person, 5, 1000) * ((question.max - question.min) / 1000) };
    case "grid": {
      const places = question.items.map(({ id }, place): [string, { x: number; y: number } | null] => {
        const skips = (person + place) % 9 === 4;
        return [id, skips ? null : { x: skewed(person, place, 21) / 2, y: skewed(person, place + 3, 21) / 2 }];
      });
      return { items: Object.fromEntries(places) };
    }
    case "text":
      return person % 3 === 0 ? null : { text: texts[person % texts.length] ?? "" };
  }
}

/** From 0 to `size` - 1, the small ones more often, and the same for the same person and place each time. */
function skewed(person: number, place: number, size: number): number {
  const spread = ((person * 37 + place * 53) % 101) / 101;
  return Math.floor(spread * spread * size);
}

function spelled(person: number, place: number): string {
  const spell = spellings[(person + place) % spellings.length];
  const word = words[skewed(person, place * 2, words.length)];
  return spell === undefined || word === undefined ? "" : spell(word);
}
