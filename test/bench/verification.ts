/** What it costs to put casts on their chain, and to check a large run's files. */
import { emptyChain, seal } from "../../worker/poll/cast-chain.ts";
import type { Definition } from "../../worker/poll/definition.ts";
import { verify } from "../../worker/verify/verify.ts";
import { choice, text, words } from "../questions/questions.ts";
import { type Act, SealedRun } from "../verify/sealed-run.ts";

/** Of one cast, and of the check of 10,000 ballots. */
export type VerificationTimes = { sealUs: number; checkMs: number };

const definition: Definition = {
  title: "Mätning",
  language: "sv",
  settings: { blockList: true },
  questions: [choice, words, text],
};
const people = 3334;
const groups = 200;
const inGroup = 100;

export async function timeVerification(): Promise<VerificationTimes> {
  const acts = Array.from({ length: people }, (_, person): Act[] => {
    const who = { shard: person % 10, attendee: `AbCdEfGhIjKl${String(person).padStart(4, "0")}` };
    return [
      { ...who, key: "c", answer: { choices: ["a"] } },
      { ...who, key: "w", answer: { words: ["höra", `ord ${person % 300}`] } },
      { ...who, key: "t", answer: { text: `text ${person}` } },
    ];
  });
  const files = await new SealedRun(definition, 10, acts.flat()).files();
  // The shortest of three: what makes one slower is the machine's other work.
  const checks = [1, 2, 3].map(() => {
    const start = performance.now();
    const { findings } = verify(files);
    if (findings.length > 0) throw new Error(`the check found ${JSON.stringify(findings[0])}`);
    return performance.now() - start;
  });
  return { sealUs: timeSealing(), checkMs: Math.min(...checks) };
}

function timeSealing(): number {
  const casts = Array.from({ length: inGroup }, (_, person) => ({
    key: "question",
    attendee: `AbCdEfGhIjKl${String(person).padStart(4, "0")}`,
    answer: JSON.stringify({ choices: ["option12"] }),
    at: Date.UTC(2026, 10, 24) + person,
  }));
  let { chain } = seal(emptyChain("poll", 1, 0), casts, () => undefined, salt);
  const times = Array.from({ length: groups }, () => {
    const start = performance.now();
    chain = seal(chain, casts, () => undefined, salt).chain;
    return performance.now() - start;
  });
  return (times.toSorted((a, b) => a - b)[groups / 2] ?? 0) * (1000 / inGroup);
}

function salt(): string {
  return "0123456789abcdef01234567";
}
