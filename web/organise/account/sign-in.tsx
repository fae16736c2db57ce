/** The ways into an account: a passkey, a new one, a recovery code. */
import { useState } from "preact/hooks";
import { accountApi } from "../../connection/account-api.ts";
import { Problem } from "../../connection/api.ts";
import type { AccountTexts } from "./account-texts.ts";
import { deviceName, makeAccount, passkeysWork, signInByPasskey, troubleOf } from "./passkey.ts";
import type { AccountInPage } from "./use-account.ts";

type SignInProps = { t: AccountTexts; account: AccountInPage };

export function SignIn({ t, account }: SignInProps) {
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [codeTold, setCodeTold] = useState("");

  const attempt = async (action: () => Promise<void>, tell: (error: unknown) => void) => {
    setBusy(true);
    setTold("");
    setCodeTold("");
    try {
      await action();
    } catch (error) {
      tell(error);
    } finally {
      setBusy(false);
    }
  };
  const tell = (error: unknown) => setTold(t(`account.trouble.${troubleOf(error)}`));
  const signIn = () => attempt(async () => account.entered(await signInByPasskey()), tell);
  const create = () =>
    attempt(async () => {
      const { recoveryCodes, ...who } = await makeAccount(name, deviceName());
      account.entered(who, { codes: recoveryCodes });
    }, tell);
  const recover = () =>
    attempt(
      async () => account.entered(await accountApi.recover(code), { recovered: true }),
      (error) =>
        setCodeTold(
          error instanceof Problem && error.status === 401
            ? t("account.codeWrong")
            : t(`account.trouble.${troubleOf(error)}`),
        ),
    );

  return (
    <div class="sign-in">
      {passkeysWork() ? (
        <>
          <p>
            <button type="button" class="button quiet" disabled={busy} onClick={() => void signIn()}>
              {t("account.signIn")}
            </button>
          </p>
          <details>
            <summary>{t("account.create")}</summary>
            <form
              class="form-row"
              onSubmit={(event) => {
                event.preventDefault();
                void create();
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
              <button type="submit" class="button quiet" disabled={busy}>
                {t("account.createDo")}
              </button>
            </form>
          </details>
        </>
      ) : (
        <p class="hint">{t("account.unsupported")}</p>
      )}
      <p class="told" role="status">
        {told}
      </p>
      <details>
        <summary>{t("account.recover")}</summary>
        <form
          class="form-row"
          onSubmit={(event) => {
            event.preventDefault();
            void recover();
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
            {codeTold}
          </p>
          <button type="submit" class="button quiet" disabled={busy}>
            {t("account.recoverDo")}
          </button>
        </form>
      </details>
    </div>
  );
}
