import { useState } from "preact/hooks";
import { accountApi, type PasskeyInfo } from "../../connection/account-api.ts";
import { problemOf } from "../../connection/api.ts";
import { useAction } from "../../ui/use-action.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { type AccountTexts, formatDay } from "./account-texts.ts";
import { AddPasskey } from "./add-passkey.tsx";
import { NameDialog } from "./name-dialog.tsx";

type PasskeyListProps = { t: AccountTexts; language: string; passkeys: PasskeyInfo[]; onChanged(): void };

export function PasskeyList({ t, language, passkeys, onChanged }: PasskeyListProps) {
  const [asking, setAsking] = useState<{ about: "name" | "remove"; passkey: PasskeyInfo } | null>(null);
  const { told, act } = useAction((error) => t(problemOf(error).status === 409 ? "settings.lastWay" : "share.failed"));
  const nameOf = ({ name }: PasskeyInfo) => (name === "" ? t("settings.passkeyUnnamed") : name);
  const change = async (work: () => Promise<void>) => {
    setAsking(null);
    await act(async () => {
      await work();
      return "";
    });
    onChanged();
  };
  return (
    <>
      <ul class="polls">
        {passkeys.map((passkey) => (
          <li key={passkey.id}>
            <span class="name">{nameOf(passkey)}</span>
            <span class="hint">
              {t("settings.passkeyUsed", {
                made: formatDay(passkey.createdAt, language),
                used: formatDay(passkey.usedAt, language),
              })}
            </span>
            <span class="buttons">
              <button
                type="button"
                class="text-button"
                aria-label={t("settings.renameOf", { name: nameOf(passkey) })}
                onClick={() => setAsking({ about: "name", passkey })}
              >
                {t("settings.rename")}
              </button>
              <button
                type="button"
                class="text-button"
                aria-label={t("settings.removeOf", { name: nameOf(passkey) })}
                onClick={() => setAsking({ about: "remove", passkey })}
              >
                {t("settings.remove")}
              </button>
            </span>
          </li>
        ))}
      </ul>
      <p class="told" role="alert">
        {told}
      </p>
      <AddPasskey t={t} onAdded={onChanged} />
      {asking?.about === "name" ? (
        <NameDialog
          t={t}
          title={t("settings.renameTitle")}
          label={t("settings.name")}
          value={asking.passkey.name}
          onCancel={() => setAsking(null)}
          onSave={(name) => void change(() => accountApi.renamePasskey(asking.passkey.id, name))}
        />
      ) : null}
      {asking?.about === "remove" ? (
        <ConfirmDialog
          title={t("settings.removeAsk")}
          text={t("settings.removeAbout", { name: nameOf(asking.passkey) })}
          cancel={t("dialog.cancel")}
          confirm={t("settings.remove")}
          onCancel={() => setAsking(null)}
          onConfirm={() => void change(() => accountApi.removePasskey(asking.passkey.id))}
        />
      ) : null}
    </>
  );
}
