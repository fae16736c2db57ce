/** A poll that has not been created yet. */
import { useRef, useState } from "preact/hooks";
import { api, type CreatedPoll, type Problem } from "../connection/api.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { newKey } from "../questions/new-key.ts";
import { emptyDraft, readDraft } from "./draft.ts";
import { PollEditor } from "./poll-editor.tsx";
import { draftCreated } from "./stored-draft.ts";
import { TemplateList } from "./template-list.tsx";
import { useDraft } from "./use-draft.ts";
import { onWideScreen } from "./wide-screen.ts";

type NewPollProps = {
  t: Translate<OrganiseCatalogue>;
  language: string;
  storage: JsonStorage;
  onCreated(poll: CreatedPoll): void;
};

export function NewPoll({ t, language, storage, onCreated }: NewPollProps) {
  const page = useDraft(null, { draft: emptyDraft(language), tag: null }, storage);
  const latest = useRef(page);
  latest.current = page;
  // A deployment may ask for a key of whoever creates polls; it is asked for once it has been missed.
  const [createKey, setCreateKey] = useState<string | null>(null);
  const [told, setTold] = useState("");

  const save = async (definition: object) => {
    const sent = latest.current;
    const created = await api.createPoll(definition, createKey);
    draftCreated(storage, created.id, sent, latest.current);
    onCreated(created);
    return { definition, tag: null };
  };
  const onProblem = (problem: Problem) => {
    if (problem.status !== 401 && problem.status !== 403) return;
    if (createKey !== null) setTold(t("save.createKeyWrong"));
    setCreateKey(createKey ?? "");
  };

  return (
    <main class="poll-page">
      <p>
        <a href="/organise">{t("page.back")}</a>
      </p>
      <h1>{t("page.new")}</h1>
      {createKey === null ? null : (
        <div class="form-row notice">
          <label for="create-key">{t("save.createKey")}</label>
          <p class="hint" id="create-key-hint">
            {t("save.createKeyHint")}
          </p>
          <input
            id="create-key"
            class="field"
            type="password"
            autocomplete="off"
            aria-describedby="create-key-hint create-key-told"
            value={createKey}
            onInput={(event) => setCreateKey(event.currentTarget.value)}
          />
          <p class="field-error" id="create-key-told" role="status">
            {told}
          </p>
        </div>
      )}
      {page.dirty || page.json !== null ? null : (
        <section class="start" aria-label={t("list.templates")}>
          <TemplateList
            t={t}
            language={language}
            onChoose={(definition) => page.write({ draft: readDraft(definition, language, newKey).draft })}
          />
        </section>
      )}
      <PollEditor
        t={t}
        language={language}
        page={page}
        firstOpen={onWideScreen() ? (page.draft.questions[0]?.key ?? null) : null}
        saveLabel={t("save.create")}
        byItself={false}
        theirs={null}
        save={save}
        onDecided={() => undefined}
        onProblem={onProblem}
      />
    </main>
  );
}
