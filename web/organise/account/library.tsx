/** The polls of the account, wherever they were made. */
import { useEffect, useState } from "preact/hooks";
import { accountApi, type LibraryPoll } from "../../connection/account-api.ts";
import { Problem, problemOf } from "../../connection/api.ts";
import type { JsonStorage } from "../../connection/json-storage.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { type RememberedPoll, rememberedPolls } from "../remembered-polls.ts";
import type { AccountTexts } from "./account-texts.ts";
import { LibraryRow } from "./library-row.tsx";
import { found, shelves } from "./library-view.ts";
import { NameDialog } from "./name-dialog.tsx";
import type { AccountInPage } from "./use-account.ts";

type LibraryProps = { t: AccountTexts; language: string; storage: JsonStorage; account: AccountInPage };

type Asking = { about: "folder" | "leave"; poll: LibraryPoll } | { about: "rename"; folder: string };

export function Library({ t, language, storage, account }: LibraryProps) {
  const [polls, setPolls] = useState<LibraryPoll[] | null>(null);
  const [failed, setFailed] = useState(false);
  const [search, setSearch] = useState("");
  const [asking, setAsking] = useState<Asking | null>(null);
  const [told, setTold] = useState("");

  /** Carries it out, if anything, and lists anew. */
  const act = async (action: () => Promise<void> = async () => undefined) => {
    setAsking(null);
    setFailed(false);
    try {
      await action();
      setPolls(await accountApi.polls());
    } catch (error) {
      if (problemOf(error).status === 401) account.left();
      else setFailed(true);
    }
  };
  useEffect(() => void act(), []);

  const elsewhere = polls === null ? [] : ofBrowserAlone(rememberedPolls(storage), polls);
  const addElsewhere = () =>
    act(async () => {
      const added = await Promise.all(elsewhere.map(({ id, organiserKey }) => isAdded(id, organiserKey)));
      const failures = added.filter((one) => !one).length;
      const parts = [t("library.added", { n: added.length - failures })];
      if (failures > 0) parts.push(t("library.notAdded", { n: failures }));
      setTold(parts.join(" "));
    });

  const shown = found(polls ?? [], search, language);
  const folders = shelves(polls ?? [], language).flatMap(({ folder }) => folder ?? []);
  return (
    <section class="library" aria-labelledby="library-title">
      <h2 id="library-title">{t("library.title")}</h2>
      {polls === null && !failed ? <p role="status">{t("library.loading")}</p> : null}
      {failed ? (
        <p class="notice" role="alert">
          {t("library.trouble")}{" "}
          <button type="button" class="text-button" onClick={() => void act()}>
            {t("library.retry")}
          </button>
        </p>
      ) : null}
      {polls?.length === 0 ? <p class="hint">{t("library.empty")}</p> : null}
      {polls === null || polls.length === 0 ? null : (
        <div class="form-row">
          <label for="library-search">{t("library.search")}</label>
          <input
            id="library-search"
            class="field"
            type="search"
            value={search}
            onInput={(event) => setSearch(event.currentTarget.value)}
          />
          <p class="hint" role="status">
            {search.trim() === "" ? "" : t("library.found", { n: shown.length })}
          </p>
        </div>
      )}
      {shelves(shown, language).map(({ folder, polls: inside }) => (
        <div key={folder ?? ""} class="shelf">
          {folder === null ? (
            folders.length === 0 ? null : (
              <h3>{t("library.noFolder")}</h3>
            )
          ) : (
            <div class="shelf-title">
              <h3>{folder}</h3>
              <button
                type="button"
                class="text-button"
                aria-label={t("library.renameFolderOf", { name: folder })}
                onClick={() => setAsking({ about: "rename", folder })}
              >
                {t("library.renameFolder")}
              </button>
            </div>
          )}
          <ul class="polls">
            {inside.map((poll) => (
              <LibraryRow
                key={poll.id}
                t={t}
                language={language}
                poll={poll}
                onFolder={() => setAsking({ about: "folder", poll })}
                onLeave={() => setAsking({ about: "leave", poll })}
              />
            ))}
          </ul>
        </div>
      ))}
      {elsewhere.length === 0 ? null : (
        <p>
          <button type="button" class="button quiet" onClick={() => void addElsewhere()}>
            {t("library.addBrowser", { n: elsewhere.length })}
          </button>
        </p>
      )}
      <p class="told" role="status">
        {told}
      </p>
      <div class="buttons">
        <a class="button quiet" href="#account">
          {t("library.settings")}
        </a>
        <button
          type="button"
          class="button quiet"
          onClick={() =>
            void act(async () => {
              await accountApi.signOut();
              account.left();
            })
          }
        >
          {t("library.signOut")}
        </button>
      </div>
      {asking === null ? null : dialogOf(asking)}
    </section>
  );

  function dialogOf(asked: Asking) {
    const onCancel = () => setAsking(null);
    const shared = { t, label: t("folder.label"), known: folders, mayBeEmpty: true, onCancel };
    switch (asked.about) {
      case "folder":
        return (
          <NameDialog
            {...shared}
            title={t("folder.title", { title: asked.poll.title })}
            hint={t("folder.hint")}
            value={asked.poll.folder ?? ""}
            onSave={(name) => void act(() => accountApi.move(asked.poll.id, name === "" ? null : name))}
          />
        );
      case "rename":
        return (
          <NameDialog
            {...shared}
            title={t("folder.rename")}
            hint={t("folder.renameHint")}
            value={asked.folder}
            onSave={(name) => void act(() => accountApi.renameFolder(asked.folder, name === "" ? null : name))}
          />
        );
      case "leave":
        return (
          <ConfirmDialog
            title={t("library.leaveAsk")}
            text={t("library.leaveAbout", { title: asked.poll.title })}
            cancel={t("dialog.cancel")}
            confirm={t("library.leave")}
            onCancel={onCancel}
            onConfirm={() => void act(() => accountApi.leave(asked.poll.id))}
          />
        );
      default:
        return asked satisfies never;
    }
  }
}

function ofBrowserAlone(remembered: readonly RememberedPoll[], polls: readonly LibraryPoll[]): RememberedPoll[] {
  const organised = new Set(polls.filter(({ role }) => role === "organiser").map(({ id }) => id));
  return remembered.filter(({ id }) => !organised.has(id));
}

/** False where the poll is gone, or its key is another by now. */
async function isAdded(id: string, key: string): Promise<boolean> {
  try {
    await accountApi.addPoll(id, key);
    return true;
  } catch (error) {
    if (error instanceof Problem && [403, 404, 409].includes(error.status)) return false;
    throw error;
  }
}
