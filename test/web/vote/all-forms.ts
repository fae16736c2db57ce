/** The phone loads a form with its question; tests have them all from the start. */
import { loadForm } from "../../../web/questions/forms.ts";
import { questionTypes } from "../question-types.ts";

for (const type of questionTypes) await loadForm(type);
