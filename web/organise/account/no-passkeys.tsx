import { isLoopback } from "../../ui/loopback.ts";
import type { AccountTexts } from "./account-texts.ts";

/** Why there are no passkeys here, and where there are: browsers have them on this very machine, but by its name. */
export function NoPasskeys({ t }: { t: AccountTexts }) {
  const { hostname, href } = location;
  const named = new URL(href);
  named.hostname = "localhost";
  return (
    <p class="hint">
      {t("account.unsupported")}
      {isLoopback(hostname) && hostname !== "localhost" ? (
        <>
          {" "}
          {t("account.onThisMachine")} <a href={named.href}>{named.host}</a>
        </>
      ) : null}
    </p>
  );
}
