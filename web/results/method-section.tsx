import type { Results } from "../../worker/poll/results.ts";
import { methodNote } from "./method-note.ts";
import type { Texts } from "./results-texts.ts";

type MethodNoteProps = { results: Results; t: Texts; language: string; when(iso: string): string };

export function MethodNote({ results, t, language, when }: MethodNoteProps) {
  return (
    <section class="method" aria-labelledby="method-title">
      <h2 id="method-title">{t("method.title")}</h2>
      <ul>
        {methodNote(results, { t, language, when }).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  );
}
