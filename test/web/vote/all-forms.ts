/** The phone loads a form with its question; tests have them all from the start. */
import { loadForm } from "../../../web/questions/forms.ts";

for (const type of ["choice", "words", "text", "scale", "ranking", "points", "number", "grid"] as const)
  await loadForm(type);
