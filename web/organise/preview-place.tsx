/** Where the open question is shown as it will look. What draws it is loaded with the first question that is opened. */
import { useEffect, useState } from "preact/hooks";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import type { DraftQuestion } from "../questions/editors.ts";
import type { DraftSettings } from "./draft.ts";
import type { PreviewComponent } from "./preview/preview.tsx";

type PreviewPlaceProps = {
  t: Translate<OrganiseCatalogue>;
  question: DraftQuestion;
  title: string;
  settings: DraftSettings;
  pollLanguage: string;
  language: string;
};

let loaded: PreviewComponent | undefined;

export function PreviewPlace({ t, ...shown }: PreviewPlaceProps) {
  const [Preview, setPreview] = useState<PreviewComponent | undefined>(() => loaded);
  useEffect(() => {
    if (Preview !== undefined) return;
    import("./preview/preview.tsx").then(
      (module) => {
        loaded = module.Preview;
        setPreview(() => module.Preview);
      },
      // Without a line there is no look; the form is all that is needed.
      () => undefined,
    );
  }, []);
  return (
    <section class="preview" aria-labelledby="preview-title">
      <h2 id="preview-title">{t("preview.title")}</h2>
      <p class="hint">{t("preview.about")}</p>
      {Preview === undefined ? null : <Preview t={t} {...shown} />}
    </section>
  );
}
