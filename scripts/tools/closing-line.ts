/** The counts that end a test run. */
export interface Counts {
  passed: number;
  failed: number;
}

/** Reads vitest's JSON report; a file that could not be loaded counts as one failed test. */
export function countTests(report: unknown): Counts {
  const passed = numberAt(report, "numPassedTests");
  const failed = numberAt(report, "numFailedTests");
  const files = typeof report === "object" && report !== null && "testResults" in report ? report.testResults : [];
  const unloaded = (Array.isArray(files) ? files : []).filter(isUnloaded).length;
  return { passed, failed: failed + unloaded };
}

/** The last line of `npm test`, `npm run check` and .ci/run. */
export function closingLine({ passed, failed }: Counts): string {
  return `${passed} passed, ${failed} failed`;
}

function isUnloaded(file: unknown): boolean {
  if (typeof file !== "object" || file === null) return false;
  if (!("status" in file) || file.status !== "failed" || !("assertionResults" in file)) return false;
  const tests: unknown[] = Array.isArray(file.assertionResults) ? file.assertionResults : [];
  return !tests.some((one) => typeof one === "object" && one !== null && "status" in one && one.status === "failed");
}

function numberAt(value: unknown, key: string): number {
  if (typeof value !== "object" || value === null) return 0;
  const found: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return typeof found === "number" ? found : 0;
}
