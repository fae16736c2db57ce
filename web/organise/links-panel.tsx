/** The join code and the links. */
import { formatCode } from "../../worker/shared/codes.ts";
import { accountKey } from "../connection/api.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { isLoopback } from "../ui/loopback.ts";
import { CopyLink } from "./copy-link.tsx";
import { JoinQr } from "./join-qr.tsx";
import { links } from "./links.ts";
import { onWideScreen } from "./wide-screen.ts";

type LinksPanelProps = {
  t: Translate<OrganiseCatalogue>;
  origin: string;
  id: string;
  code: string;
  organiserKey: string;
  presenterKey: string | undefined;
  /** The code is good. */
  open: boolean;
  /** Results may be shown in slides. */
  embeddable: boolean;
  /** Just created: the links stand open, and it is said that now is the time to save them. */
  fresh: boolean;
};

export function LinksPanel(props: LinksPanelProps) {
  const { t, origin, id, code, organiserKey, presenterKey, open, embeddable, fresh } = props;
  const join = links.join(origin, code);
  return (
    <details class="links" open={fresh || onWideScreen()}>
      <summary>
        <h2>{t("links.title")}</h2>
      </summary>
      {organiserKey === accountKey ? (
        <p class="hint">{t("links.byAccount")}</p>
      ) : (
        <p class="notice">{t(fresh ? "links.once" : "links.only")}</p>
      )}
      {open ? (
        <>
          <div class="join">
            <div>
              <p class="hint">{t("links.code")}</p>
              <p class="code">{formatCode(code)}</p>
            </div>
            <JoinQr address={join} label={t("links.qr", { address: join })} />
          </div>
          <CopyLink t={t} name={t("links.join")} about={t("links.joinAbout")} address={join} />
          {isLoopback(new URL(origin).hostname) && <p class="notice">{t("links.onlyHere")}</p>}
        </>
      ) : (
        <p class="hint">{t("links.closed", { code: formatCode(code) })}</p>
      )}
      {presenterKey === undefined ? (
        <p class="hint">{t("links.presentUnknown")}</p>
      ) : (
        <CopyLink
          t={t}
          name={t("links.present")}
          about={t("links.presentAbout")}
          address={links.present(origin, id, presenterKey)}
        />
      )}
      {organiserKey === accountKey ? null : (
        <>
          <CopyLink
            t={t}
            name={t("links.organise")}
            about={t("links.organiseAbout")}
            address={links.organise(origin, id, organiserKey)}
          />
          <CopyLink
            t={t}
            name={t("links.results")}
            about={t("links.resultsAbout")}
            address={links.results(origin, id, organiserKey)}
          />
        </>
      )}
      {embeddable && (
        <CopyLink t={t} name={t("links.embed")} about={t("links.embedAbout")} address={links.embed(origin, id)} />
      )}
    </details>
  );
}
