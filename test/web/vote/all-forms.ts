/** The phone loads a form with its question and results with a tally; tests have them all from the start. */
import { loadForm } from "../../../web/questions/forms.ts";
import { loadResults } from "../../../web/vote/results-part.ts";

for (const type of ["choice", "words", "text", "scale", "ranking", "points", "number", "grid"] as const)
  await loadForm(type);
await loadResults();
