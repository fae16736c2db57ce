/** Ready polls to begin with, each with a glimpse of what is in it. Those in the reader's language stand first. */
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { languageName } from "./language-name.ts";
import { type Template, templates } from "./templates/templates.ts";

type TemplateListProps = {
  t: Translate<OrganiseCatalogue>;
  language: string;
  onChoose(definition: Template["definition"]): void;
};

export function TemplateList({ t, language, onChoose }: TemplateListProps) {
  const isOwn = ({ definition }: Template) => definition.language === language;
  const listed = [...templates.filter(isOwn), ...templates.filter((template) => !isOwn(template))];
  return (
    <>
      <p id="templates-title">{t("list.templates")}</p>
      <ul class="templates" aria-labelledby="templates-title">
        {listed.map(({ id, definition }) => (
          <li key={id}>
            <button
              type="button"
              class="button quiet"
              lang={definition.language}
              aria-describedby={`glimpse-${id}`}
              onClick={() => onChoose(definition)}
            >
              {t("list.template", {
                title: definition.title,
                language: languageName(definition.language, language),
              })}
            </button>
            <p class="hint glimpse" id={`glimpse-${id}`}>
              {t("list.glimpse", { n: definition.questions.length })}{" "}
              <span lang={definition.language}>{definition.questions.map(({ text }) => text).join(" · ")}</span>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
