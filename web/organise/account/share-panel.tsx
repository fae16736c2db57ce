/** Who else may: links for one person's account, and keys made anew. */
import { useState } from "preact/hooks";
import { accountApi, type HandOverInfo } from "../../connection/account-api.ts";
import { api, problemOf } from "../../connection/api.ts";
import { useAction } from "../../ui/use-action.ts";
import { ConfirmDialog } from "../confirm-dialog.tsx";
import { CopyLink } from "../copy-link.tsx";
import { type AccountTexts, formatDay } from "./account-texts.ts";
import { OpenHandOvers } from "./open-hand-overs.tsx";

type SharePanelProps = {
  t: AccountTexts;
  language: string;
  id: string;
  organiserKey: string;
  /** The page goes on with what has been made. */
  onKey(role: "organiser" | "presenter", key: string): void;
};
type Offer = { link: string; until: string };

export function SharePanel({ t, language, id, organiserKey, onKey }: SharePanelProps) {
  const [offer, setOffer] = useState<Offer | null>(null);
  const [open, setOpen] = useState<HandOverInfo[]>([]);
  const [asking, setAsking] = useState<"organiser" | "presenter" | null>(null);
  const { told, act } = useAction((error) => {
    const { status } = problemOf(error);
    return t(status === 401 || status === 404 ? "share.signIn" : "share.failed");
  });
  const give = (leave: boolean) =>
    act(async () => {
      setOffer(null);
      setOffer(await accountApi.handOver(id, leave));
      setOpen(await accountApi.handOvers(id));
      return "";
    });
  const revoke = (handOver: string) =>
    act(async () => {
      await accountApi.revokeHandOver(id, handOver);
      setOffer(null);
      setOpen(await accountApi.handOvers(id));
      return t("share.takenBack");
    });
  // Without an account, or one that has the poll, there are none to be seen.
  const look = async () => {
    try {
      setOpen((await accountApi.session()) === null ? [] : await accountApi.handOvers(id));
    } catch (error) {
      problemOf(error);
      setOpen([]);
    }
  };
  const makeKey = (role: "organiser" | "presenter") =>
    act(async () => {
      const { key } = await api.newKey(id, organiserKey, role);
      onKey(role, key);
      if (role === "organiser") {
        setOffer(null);
        setOpen([]);
      }
      return t("share.made");
    });
  const ways = [
    { name: t("share.with"), about: t("share.withAbout"), leave: false },
    { name: t("share.over"), about: t("share.overAbout"), leave: true },
  ];
  return (
    <details class="links share" onToggle={(event) => event.currentTarget.open && void look()}>
      <summary>
        <h2>{t("share.title")}</h2>
      </summary>
      {ways.map(({ name, about, leave }) => (
        <div key={name} class="link">
          <h3>{name}</h3>
          <p class="hint">{about}</p>
          <button
            type="button"
            class="button quiet"
            aria-label={`${t("share.make")}: ${name}`}
            onClick={() => void give(leave)}
          >
            {t("share.make")}
          </button>
        </div>
      ))}
      {offer === null ? null : (
        <CopyLink
          t={t}
          name={t("share.link")}
          about={t("share.linkAbout", { until: formatDay(offer.until, language) })}
          address={offer.link}
        />
      )}
      <OpenHandOvers t={t} language={language} offers={open} onRevoke={(handOver) => void revoke(handOver)} />
      <div class="buttons">
        <button type="button" class="button quiet" onClick={() => setAsking("presenter")}>
          {t("share.newPresenter")}
        </button>
        <button type="button" class="button quiet danger" onClick={() => setAsking("organiser")}>
          {t("share.newOrganiser")}
        </button>
      </div>
      <p class="told" role="status">
        {told}
      </p>
      {asking === null ? null : (
        <ConfirmDialog
          title={t(asking === "presenter" ? "share.newPresenterAsk" : "share.newOrganiserAsk")}
          text={t(asking === "presenter" ? "share.newPresenterAbout" : "share.newOrganiserAbout")}
          cancel={t("dialog.cancel")}
          confirm={t("share.newDo")}
          onCancel={() => setAsking(null)}
          onConfirm={() => {
            setAsking(null);
            void makeKey(asking);
          }}
        />
      )}
    </details>
  );
}
