/** The polls that this browser remembers, and the ways to a new one. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { JsonStorage } from "../connection/json-storage.ts";
import { newKey } from "../questions/new-key.ts";
import type { AccountTexts } from "./account/account-texts.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { type Draft, emptyDraft, readDraft } from "./draft.ts";
import { links } from "./links.ts";
import { forgetPoll, type RememberedPoll, rememberedPolls } from "./remembered-polls.ts";
import { storeDraft, storedDraft } from "./stored-draft.ts";
import { TemplateList } from "./template-list.tsx";

type PollListProps = {
  t: AccountTexts;
  language: string;
  storage: JsonStorage;
  /** What there is to say of the account: what is in it, or the ways in. */
  account: ComponentChildren;
  signedIn: boolean;
  /** Opens the form of a new poll with what is stored as its draft. */
  onNew(): void;
};

export function PollList({ t, language, storage, account, signedIn, onNew }: PollListProps) {
  const [polls, setPolls] = useState(() => rememberedPolls(storage));
  const [forgetting, setForgetting] = useState<RememberedPoll | null>(null);
  const [replacing, setReplacing] = useState<Draft | null>(null);
  const [draft] = useState(() => storedDraft(storage, null, language)?.draft);
  const nameOf = (title: string) => (title.trim() === "" ? t("draft.untitled") : title);

  const begin = (fresh: Draft) => {
    storeDraft(storage, null, { draft: fresh, json: null, tag: null });
    onNew();
  };
  const ask = (fresh: Draft) => (draft === undefined ? begin(fresh) : setReplacing(fresh));

  return (
    <main class="poll-list">
      <h1>{t("list.title")}</h1>
      {signedIn ? account : null}
      {polls.length === 0 ? (
        signedIn ? null : (
          <p class="hint">{t("list.empty")}</p>
        )
      ) : (
        <>
          {signedIn ? <h2>{t("library.browser")}</h2> : null}
          <ul class="polls">
            {polls.map((poll) => (
              <li key={poll.id}>
                <a class="name" href={links.organise("", poll.id, poll.organiserKey)}>
                  {nameOf(poll.title)}
                </a>
                <span class="hint">{t("list.when", { when: dateOf(poll.when, language) })}</span>
                <span class="buttons">
                  <a
                    href={links.results("", poll.id, poll.organiserKey)}
                    aria-label={t("list.resultsOf", { title: nameOf(poll.title) })}
                  >
                    {t("list.results")}
                  </a>
                  <button
                    type="button"
                    class="text-button"
                    aria-label={t("list.forgetOf", { title: nameOf(poll.title) })}
                    onClick={() => setForgetting(poll)}
                  >
                    {t("list.forget")}
                  </button>
                </span>
              </li>
            ))}
          </ul>
          <p class="hint">{t("list.about")}</p>
        </>
      )}
      <section aria-labelledby="start-title" class="start">
        <h2 id="start-title">{t("list.start")}</h2>
        <div class="buttons">
          {draft === undefined ? null : (
            <button type="button" class="button" onClick={onNew}>
              {draft.title.trim() === "" ? t("list.draft") : t("list.draftNamed", { title: draft.title })}
            </button>
          )}
          <button
            type="button"
            class={draft === undefined ? "button" : "button quiet"}
            onClick={() => ask(emptyDraft(language))}
          >
            {t("list.blank")}
          </button>
        </div>
        <TemplateList
          t={t}
          language={language}
          onChoose={(definition) => ask(readDraft(definition, language, newKey).draft)}
        />
      </section>
      {signedIn ? null : account}
      {forgetting === null ? null : (
        <ConfirmDialog
          title={t("list.forgetAsk")}
          text={t("list.forgetAbout", { title: nameOf(forgetting.title) })}
          cancel={t("dialog.cancel")}
          confirm={t("list.forget")}
          onCancel={() => setForgetting(null)}
          onConfirm={() => {
            forgetPoll(storage, forgetting.id);
            setPolls(rememberedPolls(storage));
            setForgetting(null);
          }}
        />
      )}
      {replacing === null ? null : (
        <ConfirmDialog
          title={t("list.replaceAsk")}
          text={t("list.replaceAbout", { title: nameOf(draft?.title ?? "") })}
          cancel={t("dialog.cancel")}
          confirm={t("list.replaceDo")}
          onCancel={() => setReplacing(null)}
          onConfirm={() => begin(replacing)}
        />
      )}
    </main>
  );
}

function dateOf(when: string, language: string): string {
  const date = new Date(when);
  return Number.isNaN(date.valueOf()) ? "" : new Intl.DateTimeFormat(language, { dateStyle: "medium" }).format(date);
}
