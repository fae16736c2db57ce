/** The links for one person that nobody has used yet. */
import type { HandOverInfo } from "../../connection/account-api.ts";
import { type AccountTexts, formatDay } from "./account-texts.ts";

type OpenHandOversProps = { t: AccountTexts; language: string; offers: HandOverInfo[]; onRevoke(id: string): void };

export function OpenHandOvers({ t, language, offers, onRevoke }: OpenHandOversProps) {
  if (offers.length === 0) return null;
  return (
    <div class="link">
      <h3>{t("share.open")}</h3>
      <ul class="polls">
        {offers.map(({ id, leave, createdAt, until }) => {
          const what = t(leave ? "share.over" : "share.with");
          const when = t("share.openWhen", {
            made: formatDay(createdAt, language),
            until: formatDay(until, language),
          });
          return (
            <li key={id}>
              <span class="name">{what}</span>
              <span class="hint">{when}</span>
              <button
                type="button"
                class="text-button"
                aria-label={`${t("share.takeBack")}: ${what}. ${when}`}
                onClick={() => onRevoke(id)}
              >
                {t("share.takeBack")}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
