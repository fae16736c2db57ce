import type { Finding, Report } from "../../worker/verify/findings.ts";

/** What was checked, and whether it holds; the findings come after it. */
export function summary({ of, ballots, casts, tallies, findings }: Report, ms: number): string {
  const what = of === undefined ? [] : [`${of.title}, run ${of.run} (${of.status}) of poll ${of.poll}`];
  const checked = `${ballots} ballots, ${casts} entries of the chain, ${tallies} tallies, in ${Math.round(ms)} ms`;
  const heads = of?.chain.map(({ shard, casts: n, head }) => `  shard ${shard}: ${n} entries, head ${head}`) ?? [];
  if (findings.length > 0)
    return [...what, checked, `NOT AS IT SHOULD BE: ${differences(findings.length)}.`].join("\n");
  return [
    ...what,
    checked,
    "All is as it should be: these are the ballots that were cast, all of them and no others, and the tallies are theirs.",
    "This holds as long as these are the heads and the fingerprint of the questions that were told when the run was closed:",
    ...heads,
    `  questions: ${of?.asked ?? ""}`,
  ].join("\n");
}

function differences(count: number): string {
  return count === 1 ? "1 difference" : `${count} differences`;
}

export function inWords(finding: Finding): string {
  switch (finding.kind) {
    case "unreadable":
      return `${finding.file}${finding.line === undefined ? "" : `, line ${finding.line}`}: this is not such a file`;
    case "other-run":
      return `${finding.file}, line ${finding.line}: is of another run`;
    case "contradiction":
      return `results.json: ${finding.place} is not what another place of it, or the ballots, say`;
    case "no-chain":
      return "results.json: has no chain; these results are of before there were any";
    case "altered":
      return `ballots.csv, line ${finding.line}: is not what was cast (chain.csv, line ${finding.chainLine})`;
    case "added":
      return `ballots.csv, line ${finding.line}: no such ballot was cast`;
    case "removed":
      return `ballots.csv, line ${finding.line}: a ballot is missing here (chain.csv, line ${finding.chainLine})`;
    case "moved":
      return `ballots.csv, line ${finding.line}: stands in another place than it was cast in`;
    case "wrong-entry":
      return `chain.csv, line ${finding.chainLine}: can't stand here`;
    case "other-head":
      return `chain.csv: the chain of shard ${finding.shard} doesn't end as results.json says`;
    case "other-length":
      return `chain.csv: the chain of shard ${finding.shard} has ${finding.found} entries, and results.json says ${finding.told}`;
    case "invalid":
      return `ballots.csv, line ${finding.line}: the answer is none that the question takes`;
    case "no-question":
      return `ballots.csv, line ${finding.line}: results.json has no such question`;
    case "tally":
      return `results.json: the tally of question ${finding.question}, round ${finding.round}, is not what the ballots come to`;
  }
}
