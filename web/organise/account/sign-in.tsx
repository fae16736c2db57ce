/** The ways into an account: a passkey, a new one, a recovery code. */
import { useState } from "preact/hooks";
import { accountApi } from "../../connection/account-api.ts";
import { Problem } from "../../connection/api.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { useAction } from "../../ui/use-action.ts";
import type { AccountTexts } from "./account-texts.ts";
import { NoPasskeys } from "./no-passkeys.tsx";
import { deviceName, makeAccount, passkeysWork, signInByPasskey, troubleOf } from "./passkey.ts";
import type { AccountInPage } from "./use-account.ts";

type SignInProps = { t: AccountTexts; account: AccountInPage };

export function SignIn({ t, account }: SignInProps) {
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const trouble = (error: unknown) => t(`account.trouble.${troubleOf(error)}`);
  const byPasskey = useAction(trouble);
  const byCode = useAction((error) =>
    error instanceof Problem && error.status === 401 ? t("account.codeWrong") : trouble(error),
  );
  const busy = byPasskey.busy || byCode.busy;

  const signIn = async () => {
    byCode.tell("");
    account.entered(await signInByPasskey());
    return "";
  };
  const create = async () => {
    byCode.tell("");
    const { recoveryCodes, ...who } = await makeAccount(name, deviceName());
    account.entered(who, { codes: recoveryCodes });
    return "";
  };
  const recover = async () => {
    byPasskey.tell("");
    account.entered(await accountApi.recover(code), { recovered: true });
    return "";
  };

  return (
    <div class="sign-in">
      {passkeysWork() ? (
        <>
          <p>
            <BusyButton class="button quiet" busy={busy} onClick={() => void byPasskey.act(signIn)}>
              {t("account.signIn")}
            </BusyButton>
          </p>
          <details>
            <summary>{t("account.create")}</summary>
            <form
              class="form-row"
              onSubmit={(event) => {
                event.preventDefault();
                void byPasskey.act(create);
              }}
            >
              <label for="account-name">{t("account.name")}</label>
              <p class="hint" id="account-name-hint">
                {t("account.nameHint")}
              </p>
              <input
                id="account-name"
                class="field"
                type="text"
                maxLength={60}
                autocomplete="username"
                aria-describedby="account-name-hint"
                value={name}
                onInput={(event) => setName(event.currentTarget.value)}
              />
              <BusyButton type="submit" class="button quiet" busy={busy}>
                {t("account.createDo")}
              </BusyButton>
            </form>
          </details>
        </>
      ) : (
        <NoPasskeys t={t} />
      )}
      <p class="told" role="status">
        {byPasskey.told}
      </p>
      <details>
        <summary>{t("account.recover")}</summary>
        <form
          class="form-row"
          onSubmit={(event) => {
            event.preventDefault();
            void byCode.act(recover);
          }}
        >
          <label for="recovery-code">{t("account.code")}</label>
          <p class="hint" id="recovery-code-hint">
            {t("account.codeHint")}
          </p>
          <input
            id="recovery-code"
            class="field"
            type="text"
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={64}
            required
            aria-describedby="recovery-code-hint recovery-code-told"
            value={code}
            onInput={(event) => setCode(event.currentTarget.value)}
          />
          <p class="field-error" id="recovery-code-told" role="alert">
            {byCode.told}
          </p>
          <BusyButton type="submit" class="button quiet" busy={busy}>
            {t("account.recoverDo")}
          </BusyButton>
        </form>
      </details>
    </div>
  );
}
