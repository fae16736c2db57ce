import type { LibraryPoll } from "../../connection/account-api.ts";
import { accountKey } from "../../connection/api.ts";
import { links } from "../links.ts";
import { type AccountTexts, formatDay } from "./account-texts.ts";

type LibraryRowProps = {
  t: AccountTexts;
  language: string;
  poll: LibraryPoll;
  onFolder(): void;
  onLeave(): void;
};

/** One poll of the library. Its links hold no key: they open for whoever is signed in. */
export function LibraryRow({ t, language, poll, onFolder, onLeave }: LibraryRowProps) {
  const { id, title, status, run, role, others } = poll;
  const present = links.present("", id, accountKey);
  const changed = t("library.changed", {
    status: t(`status.${status}`, { n: run }),
    when: formatDay(poll.updatedAt, language),
  });
  const parts = [
    changed,
    ...(role === "presenter" ? [t("library.presenter")] : []),
    ...(others > 0 ? [t("library.shared", { n: others })] : []),
  ];
  return (
    <li>
      <a class="name" href={role === "organiser" ? links.organise("", id, accountKey) : present} lang={poll.language}>
        {title}
      </a>
      <span class="hint">{parts.join(" · ")}</span>
      <span class="buttons">
        {role === "organiser" ? (
          <a href={present} aria-label={t("library.presentOf", { title })}>
            {t("library.present")}
          </a>
        ) : null}
        {status === "draft" ? null : (
          <a href={links.results("", id, accountKey)} aria-label={t("library.resultsOf", { title })}>
            {t("library.results")}
          </a>
        )}
        <button type="button" class="text-button" aria-label={t("library.folderOf", { title })} onClick={onFolder}>
          {t("library.folder")}
        </button>
        <button type="button" class="text-button" aria-label={t("library.leaveOf", { title })} onClick={onLeave}>
          {t("library.leave")}
        </button>
      </span>
    </li>
  );
}
