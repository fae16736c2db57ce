/** The phone loads a form with its question and results with a tally; tests have them all from the start. */
import { loadForm } from "../../../web/questions/forms.ts";
import { loadResults } from "../../../web/vote/results-part.ts";
import { questionTypes } from "../question-types.ts";

for (const type of questionTypes) await loadForm(type);
await loadResults();
