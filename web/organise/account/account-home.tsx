/** What the list of polls says of the account: the ways in, or what is in it. */
import type { JsonStorage } from "../../connection/json-storage.ts";
import type { AccountTexts } from "./account-texts.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { Library } from "./library.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";
import { SignIn } from "./sign-in.tsx";
import type { AccountInPage } from "./use-account.ts";

type AccountHomeProps = { t: AccountTexts; language: string; storage: JsonStorage; account: AccountInPage };

export function AccountHome({ t, language, storage, account }: AccountHomeProps) {
  const { state } = account;
  switch (state.phase) {
    case "asking":
      return null;
    case "out":
      return (
        <section class="account" aria-labelledby="account-title">
          <h2 id="account-title">{t("account.out.title")}</h2>
          <p class="hint">{t("account.out.about")}</p>
          <SignIn t={t} account={account} />
        </section>
      );
    case "in":
      return (
        <>
          {state.codes === null ? null : <RecoveryCodes t={t} codes={state.codes} onSaved={account.codesSaved} />}
          {state.recovered ? (
            <div class="notice account">
              <p>{t("account.recovered")}</p>
              <AddPasskey t={t} onAdded={() => undefined} />
            </div>
          ) : null}
          <Library t={t} language={language} storage={storage} account={account} />
        </>
      );
    default:
      return state satisfies never;
  }
}
