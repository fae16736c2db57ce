/** Where a hand-over's link leads: whoever is signed in takes the poll. */
import { useState } from "preact/hooks";
import { accountApi } from "../../connection/account-api.ts";
import { accountKey, Problem } from "../../connection/api.ts";
import { links } from "../links.ts";
import { NoticePage } from "../notice-page.tsx";
import type { AccountTexts } from "./account-texts.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SignIn } from "./sign-in.tsx";
import type { AccountInPage } from "./use-account.ts";

export function TakePage({ t, token, account }: { t: AccountTexts; token: string; account: AccountInPage }) {
  const [told, setTold] = useState("");
  const { state } = account;
  const take = async () => {
    setTold("");
    try {
      const id = await accountApi.take(token);
      location.assign(links.organise("", id, accountKey));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 401) account.left();
      else setTold(t(error.status === 404 ? "take.gone" : "share.failed"));
    }
  };
  return (
    <NoticePage title={t("take.title")} text={t("take.about")}>
      {state.phase === "out" ? (
        <>
          <p>{t("take.signIn")}</p>
          <SignIn t={t} account={account} />
        </>
      ) : null}
      {state.phase === "in" ? (
        <>
          {state.codes === null ? null : <RecoveryCodes t={t} codes={state.codes} onSaved={account.codesSaved} />}
          <button type="button" class="button" onClick={() => void take()}>
            {t("take.do")}
          </button>
        </>
      ) : null}
      <p class="told" role="status">
        {told}
      </p>
      <a href="/organise">{t("page.back")}</a>
    </NoticePage>
  );
}
