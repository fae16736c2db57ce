import { useState } from "preact/hooks";
import type { AccountTexts } from "./account-texts.ts";
import { deviceName, makePasskey, passkeysWork, troubleOf } from "./passkey.ts";

/** Makes a passkey on this device, or on another that it asks, for who is signed in. */
export function AddPasskey({ t, onAdded }: { t: AccountTexts; onAdded(): void }) {
  const [told, setTold] = useState("");
  const [busy, setBusy] = useState(false);
  if (!passkeysWork()) return <p class="hint">{t("account.unsupported")}</p>;
  const add = async () => {
    setBusy(true);
    setTold("");
    try {
      await makePasskey(deviceName());
      setTold(t("settings.passkeyAdded"));
      onAdded();
    } catch (error) {
      setTold(t(`account.trouble.${troubleOf(error)}`));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p>
        <button type="button" class="button quiet" disabled={busy} onClick={() => void add()}>
          {t("settings.addPasskey")}
        </button>
      </p>
      <p class="told" role="status">
        {told}
      </p>
    </>
  );
}
