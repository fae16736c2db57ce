/** Where a hand-over's link leads: whoever is signed in takes the poll. */
import { accountApi } from "../../connection/account-api.ts";
import { accountKey, problemOf } from "../../connection/api.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { useAction } from "../../ui/use-action.ts";
import { links } from "../links.ts";
import { NoticePage } from "../notice-page.tsx";
import type { AccountTexts } from "./account-texts.ts";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SignIn } from "./sign-in.tsx";
import type { AccountInPage } from "./use-account.ts";

export function TakePage({ t, token, account }: { t: AccountTexts; token: string; account: AccountInPage }) {
  const { state } = account;
  const { busy, told, act } = useAction((error) => {
    const { status } = problemOf(error);
    if (status !== 401) return t(status === 404 ? "take.gone" : "share.failed");
    account.left();
    return "";
  });
  const take = async () => {
    const id = await accountApi.take(token);
    location.assign(links.organise("", id, accountKey));
    return "";
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
          <BusyButton class="button" busy={busy} onClick={() => void act(take)}>
            {t("take.do")}
          </BusyButton>
        </>
      ) : null}
      <p class="told" role="status">
        {told}
      </p>
      <a href="/organise">{t("page.back")}</a>
    </NoticePage>
  );
}
