/** All that needs mending, each a link to its field. */
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { fieldId } from "../questions/editor-fields.tsx";

/** `place` and `text` in words; `path` names the field in the page. */
export type ShownError = { path: string; place: string; text: string };

type ErrorSummaryProps = {
  t: Translate<OrganiseCatalogue>;
  errors: ShownError[];
  onGo(path: string): void;
};

export function ErrorSummary({ t, errors, onGo }: ErrorSummaryProps) {
  if (errors.length === 0) return null;
  return (
    <section class="error-summary" aria-labelledby="errors-title">
      <h2 id="errors-title">{t("errors.title", { n: errors.length })}</h2>
      <ul>
        {errors.map(({ path, place, text }) => (
          <li key={`${path} ${text}`}>
            <a
              href={`#${fieldId(path)}`}
              onClick={(event) => {
                // The fragment is the key's; and the field may first have to be shown.
                event.preventDefault();
                onGo(path);
              }}
            >
              {place}: {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
