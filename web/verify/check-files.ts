/**
 * The check of published results in the browser. The one place of the pages that loads the service's own counting, and only
 * when somebody asks for it.
 */
import type { Report } from "../../worker/verify/findings.ts";
import { type Files, verification } from "../../worker/verify/verify.ts";

/** How long the page may stand still before it draws again. */
const drawEveryMs = 50;

/** `progress` hears how far it has come, from 0 to 1. */
export async function checkFiles(files: Files, progress: (part: number) => void): Promise<Report> {
  const steps = verification(files);
  let drawnAt = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - drawnAt < drawEveryMs) continue;
    progress(step.value);
    await new Promise((drawn) => setTimeout(drawn));
    drawnAt = performance.now();
  }
}
