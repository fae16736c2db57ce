/**
 * A tally counted again from the ballots, by the service's own rules. What moderators and the block list have done is taken
 * from the tally itself, which tells what is shown, what is merged, and how much is hidden, but not what.
 */
import { aliasesOf, type Merge, type Moderation, unmoderated, type Verdict } from "../questions/moderation.ts";
import { moderableOf, type Question, type TallyView } from "../questions/registry.ts";
import type { PollContext } from "../questions/rules.ts";
import { type Ballot, type ShownTally, showTally, type Tally, tallyOf } from "../questions/tally.ts";
import type { WordsView } from "../questions/words/rules.ts";
import { canonicalJson } from "../shared/canonical.ts";
import { isPlainObject } from "../shared/plain-object.ts";
import { wordKey } from "../shared/text.ts";

/** Whether `told` is what the ballots come to. */
export function isTallyOf(told: ShownTally, question: Question, ballots: Iterable<Ballot>, language: string): boolean {
  const context: PollContext = { language, blockList: false };
  const merges = toldMerges(told, language);
  const tally = tallyOf(question, ballots, context, aliasesOf({ ...unmoderated, merges }, context));
  const verdicts = toldVerdicts(told, tally, question, context, merges);
  const counted = showTally(tally, question, context, { merges, verdicts });
  return canonicalJson(withoutHidden(counted)) === canonicalJson(withoutHidden(told)) && hiddenFits(counted, told);
}

/** Where the view lists words that people have written. */
function wordsIn(view: TallyView): WordsView | undefined {
  if ("words" in view) return view;
  return "other" in view ? view.other : undefined;
}

function toldMerges(told: TallyView, language: string): Map<string, Merge> {
  const merged = wordsIn(told)?.merged ?? [];
  return new Map(
    merged.map(({ word, into }) => [
      wordKey(word, language),
      { into: wordKey(into, language), form: word, intoForm: into },
    ]),
  );
}

/** Whatever the tally doesn't show is hidden. */
function toldVerdicts(
  told: TallyView,
  tally: Tally,
  question: Question,
  context: PollContext,
  merges: Moderation["merges"],
): Map<string, Verdict> {
  const everything = moderableOf(question)?.inspect(tally.parts, question, context, { ...unmoderated, merges }).view;
  const verdicts = new Map<string, Verdict>();
  if (everything === undefined) return verdicts;
  const shown = new Set(wordsIn(told)?.words.map(({ word }) => wordKey(word, context.language)));
  for (const { word } of wordsIn(everything)?.words ?? []) {
    const key = wordKey(word, context.language);
    verdicts.set(key, shown.has(key) ? "shown" : "hidden");
  }
  if ("entries" in everything && "entries" in told) {
    const texts = told.entries.map(({ text, at }) => `${at} ${text}`);
    const left = new Map<string, number>();
    for (const text of texts) left.set(text, (left.get(text) ?? 0) + 1);
    for (const { id = "", text, at } of everything.entries) {
      const times = left.get(`${at} ${text}`) ?? 0;
      verdicts.set(id, times > 0 ? "shown" : "hidden");
      left.set(`${at} ${text}`, times - 1);
    }
  }
  return verdicts;
}

/**
 * Hidden words may be merged with each other, which the tally doesn't tell: whoever wrote two of them counts once there, and
 * twice here.
 */
function hiddenFits(counted: ShownTally, told: ShownTally): boolean {
  const [here, there] = [hiddenIn(counted), hiddenIn(told)];
  return here === there || ("words" in told && there > 0 && here > there);
}

/** Words or texts that are not shown, waiting ones too. */
function hiddenIn(tally: ShownTally): number {
  const waiting = "waiting" in tally ? (tally.waiting ?? 0) : 0;
  const hidden = "hidden" in tally ? (tally.hidden ?? 0) : 0;
  return waiting + hidden + (wordsIn(tally)?.hidden ?? 0) * ("words" in tally ? 0 : 1);
}

function withoutHidden(tally: ShownTally): unknown {
  const copy: Record<string, unknown> = JSON.parse(JSON.stringify(tally));
  delete copy.hidden;
  delete copy.waiting;
  if (isPlainObject(copy.other)) delete copy.other.hidden;
  return copy;
}
