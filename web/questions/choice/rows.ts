import type { ChoiceQuestion, ChoiceView } from "../../../worker/questions/choice/rules.ts";
import { ownValue } from "../../charts/own-value.ts";

/** Every option with how many chose it; last, where attendees may write something of their own, `other` with how many did. */
export function choiceRows(
  { options }: Pick<ChoiceQuestion, "options">,
  tally: ChoiceView,
  other: string,
): { name: string; value: number }[] {
  const rows = options.map(({ id, text }) => ({ name: text, value: ownValue(tally.counts, id) ?? 0 }));
  return tally.other === undefined ? rows : [...rows, { name: other, value: tally.other.count }];
}
