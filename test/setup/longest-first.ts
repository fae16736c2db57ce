import { BaseSequencer, type TestSpecification } from "vitest/node";

/** What waits longest, longest first: begun last, one of these would run on alone when all else is done. */
const longest = [
  "end-to-end/accessibility",
  "faults/broken-network",
  "end-to-end/phone-without-network",
  "end-to-end/closing-poll",
  "end-to-end/rehearsal",
];

/** The order of a group's files where no earlier run on this machine says how long each takes, as in CI. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => groupOf(a) - groupOf(b) || rankOf(a) - rankOf(b));
  }
}

function groupOf(file: TestSpecification): number {
  return file.project.config.sequence.groupOrder;
}

function rankOf(file: TestSpecification): number {
  const rank = longest.findIndex((name) => file.moduleId.endsWith(`/${name}.test.ts`));
  return rank === -1 ? longest.length : rank;
}
