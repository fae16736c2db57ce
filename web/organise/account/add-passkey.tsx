import { BusyButton } from "../../ui/busy-button.tsx";
import { useAction } from "../../ui/use-action.ts";
import type { AccountTexts } from "./account-texts.ts";
import { NoPasskeys } from "./no-passkeys.tsx";
import { deviceName, makePasskey, passkeysWork, troubleOf } from "./passkey.ts";

/** Makes a passkey on this device, or on another that it asks, for who is signed in. */
export function AddPasskey({ t, onAdded }: { t: AccountTexts; onAdded(): void }) {
  const { busy, told, act } = useAction((error) => t(`account.trouble.${troubleOf(error)}`));
  if (!passkeysWork()) return <NoPasskeys t={t} />;
  const add = async () => {
    await makePasskey(deviceName());
    onAdded();
    return t("settings.passkeyAdded");
  };
  return (
    <>
      <p>
        <BusyButton class="button quiet" busy={busy} onClick={() => void act(add)}>
          {t("settings.addPasskey")}
        </BusyButton>
      </p>
      <p class="told" role="status">
        {told}
      </p>
    </>
  );
}
