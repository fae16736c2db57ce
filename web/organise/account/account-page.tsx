/** The account itself: its passkeys, codes, sessions and files, and its end. */
import { useEffect, useState } from "preact/hooks";
import { type AccountInfo, accountApi } from "../../connection/account-api.ts";
import { problemOf } from "../../connection/api.ts";
import { useAction } from "../../ui/use-action.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { AccountFiles } from "./account-files.tsx";
import type { AccountTexts } from "./account-texts.ts";
import { PasskeyList } from "./passkey-list.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SignIn } from "./sign-in.tsx";
import type { AccountInPage } from "./use-account.ts";

type AccountPageProps = { t: AccountTexts; language: string; account: AccountInPage };
type Asking = "codes" | "everywhere" | "keep" | "delete";

export function AccountPage({ t, language, account }: AccountPageProps) {
  const { phase } = account.state;
  const [info, setInfo] = useState<AccountInfo | null>(null);
  const [name, setName] = useState("");
  const [codes, setCodes] = useState<string[] | null>(null);
  const [asking, setAsking] = useState<Asking | null>(null);
  const { told, act } = useAction((error) => {
    if (problemOf(error).status !== 401) return t("share.failed");
    account.left();
    return "";
  });

  const refresh = () =>
    act(async () => {
      const fresh = await accountApi.info();
      setInfo(fresh);
      setName(fresh.name);
      return "";
    });
  useEffect(() => {
    if (phase === "in") void refresh();
  }, [phase]);

  const leave = (action: () => Promise<void>) =>
    act(async () => {
      await action();
      account.left();
      location.assign("/organise");
      return "";
    });
  const confirmed: Record<Asking, () => Promise<void>> = {
    codes: () =>
      act(async () => {
        setCodes(await accountApi.newRecoveryCodes());
        setInfo(await accountApi.info());
        return "";
      }),
    everywhere: () => leave(accountApi.signOutEverywhere),
    keep: () => leave(() => accountApi.erase("keep")),
    delete: () => leave(() => accountApi.erase("delete")),
  };

  return (
    <main class="account-page">
      <p>
        <a href="/organise">{t("settings.back")}</a>
      </p>
      <h1>{t("settings.title")}</h1>
      {phase === "out" ? <SignIn t={t} account={account} /> : null}
      {account.state.phase === "in" && account.state.codes !== null ? (
        <RecoveryCodes t={t} codes={account.state.codes} onSaved={account.codesSaved} />
      ) : null}
      {codes === null ? null : <RecoveryCodes t={t} codes={codes} onSaved={() => setCodes(null)} />}
      <p class="told" role="status">
        {told}
      </p>
      {phase === "out" ? null : info === null ? (
        <p>{t("settings.loading")}</p>
      ) : (
        <>
          <section aria-labelledby="passkeys-title">
            <h2 id="passkeys-title">{t("settings.passkeys")}</h2>
            <p class="hint">{t("settings.passkeysAbout")}</p>
            <PasskeyList t={t} language={language} passkeys={info.passkeys} onChanged={() => void refresh()} />
          </section>
          <section aria-labelledby="recovery-title">
            <h2 id="recovery-title">{t("settings.codes")}</h2>
            <p>{t("settings.codesLeft", { n: info.recoveryCodesLeft })}</p>
            <button type="button" class="button quiet" onClick={() => setAsking("codes")}>
              {t("settings.newCodes")}
            </button>
          </section>
          <section aria-labelledby="sessions-title">
            <h2 id="sessions-title">{t("settings.sessions")}</h2>
            <p>{t("settings.sessionsAbout", { n: info.sessions })}</p>
            <button type="button" class="button quiet" onClick={() => setAsking("everywhere")}>
              {t("settings.everywhere")}
            </button>
          </section>
          <form
            class="form-row"
            onSubmit={(event) => {
              event.preventDefault();
              void act(async () => {
                await accountApi.rename(name);
                return t("settings.saved");
              });
            }}
          >
            <label for="settings-name">{t("settings.name")}</label>
            <p class="hint" id="settings-name-hint">
              {t("settings.nameHint")}
            </p>
            <input
              id="settings-name"
              class="field"
              type="text"
              maxLength={60}
              autocomplete="nickname"
              aria-describedby="settings-name-hint"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
            <button type="submit" class="button quiet">
              {t("settings.saveName")}
            </button>
          </form>
          <AccountFiles t={t} onSignedOut={account.left} />
          <section aria-labelledby="delete-title">
            <h2 id="delete-title">{t("settings.delete")}</h2>
            <p class="hint">{t("settings.deleteAbout")}</p>
            <div class="buttons">
              <button type="button" class="button quiet danger" onClick={() => setAsking("keep")}>
                {t("settings.deleteKeep")}
              </button>
              <button type="button" class="button quiet danger" onClick={() => setAsking("delete")}>
                {t("settings.deleteAll")}
              </button>
            </div>
          </section>
        </>
      )}
      {asking === null ? null : (
        <ConfirmDialog
          {...questionOf(asking)}
          cancel={t("dialog.cancel")}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            void confirmed[asking]();
          }}
        />
      )}
    </main>
  );

  function questionOf(asked: Asking): { title: string; text: string; confirm: string } {
    switch (asked) {
      case "codes":
        return {
          title: t("settings.newCodesAsk"),
          text: t("settings.newCodesAbout"),
          confirm: t("settings.newCodes"),
        };
      case "everywhere":
        return {
          title: t("settings.everywhereAsk"),
          text: t("settings.everywhereAbout"),
          confirm: t("settings.everywhere"),
        };
      case "keep":
        return { title: t("settings.deleteAsk"), text: t("settings.deleteKeepAbout"), confirm: t("settings.deleteDo") };
      case "delete":
        return { title: t("settings.deleteAsk"), text: t("settings.deleteAllAbout"), confirm: t("settings.deleteDo") };
      default:
        return asked satisfies never;
    }
  }
}
