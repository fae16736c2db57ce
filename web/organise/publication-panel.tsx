/** Makes the results public, says what that means, hands out their link and takes it back. */
import { useEffect, useRef, useState } from "preact/hooks";
import { api, type PublicationState, problemOf } from "../connection/api.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { SwitchField } from "../questions/editor-fields.tsx";
import { BusyButton } from "../ui/busy-button.tsx";
import { useAction } from "../ui/use-action.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { CopyLink } from "./copy-link.tsx";
import { problemText } from "./error-text.ts";
import { links } from "./links.ts";
import { rememberedPoll, rememberReaderKey } from "./remembered-polls.ts";

type PublicationPanelProps = {
  t: Translate<OrganiseCatalogue>;
  storage: JsonStorage;
  id: string;
  organiserKey: string;
};

type Asking = "revoke" | "renew" | null;

export function PublicationPanel({ t, storage, id, organiserKey }: PublicationPanelProps) {
  const [state, setState] = useState<PublicationState | null>(null);
  const [readerKey, setReaderKey] = useState<string | null>(null);
  const [withBallots, setWithBallots] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const { busy, told, act } = useAction((error) => problemText(problemOf(error), t));

  const look = async () => {
    const found = await api.publication(id, organiserKey);
    setReaderKey(found.published ? await goodKey(id, rememberedPoll(storage, id)?.readerKey) : null);
    setWithBallots(found.ballots);
    setState(found);
    return "";
  };
  const publish = async () => {
    const { key, ballots } = await api.publish(id, organiserKey, withBallots);
    rememberReaderKey(storage, id, key);
    setReaderKey(key);
    setState({ published: true, ballots });
    return t("publish.done");
  };
  const change = async (ballots: boolean) => {
    setState(await api.changePublication(id, organiserKey, ballots));
    setWithBallots(ballots);
    return t(ballots ? "publish.ballotsPublic" : "publish.ballotsPrivate");
  };
  const revoke = async () => {
    await api.revokePublication(id, organiserKey);
    setReaderKey(null);
    setState({ published: false, ballots: false });
    setWithBallots(false);
    return t("publish.revoked");
  };
  useEffect(() => void act(look), [id, organiserKey]);

  const published = state?.published === true;
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is another now, or none.
  const acted = (work: () => Promise<string>) => act(work).then(() => heading.current?.focus());
  const form = { t, errorAt: () => undefined };
  return (
    <section class="publication" aria-labelledby="publication-title">
      <h2 id="publication-title" ref={heading} tabIndex={-1}>
        {t("publish.title")}
      </h2>
      <p class="hint">{t(published ? "publish.isPublic" : "publish.about")}</p>
      {published && readerKey !== null && (
        <CopyLink
          t={t}
          name={t("publish.link")}
          about={t("publish.linkAbout")}
          address={links.results(location.origin, id, readerKey)}
        />
      )}
      {published && readerKey === null && <p class="hint">{t("publish.unknown")}</p>}
      <SwitchField
        form={form}
        path="publication.ballots"
        label={t("publish.ballots")}
        hint={t("publish.ballotsAbout")}
        checked={withBallots}
        onInput={(checked) => (published ? void act(() => change(checked)) : setWithBallots(checked))}
      />
      <div class="buttons">
        {published ? (
          <>
            {readerKey === null && (
              <BusyButton class="button quiet" busy={busy} onClick={() => setAsking("renew")}>
                {t("publish.renew")}
              </BusyButton>
            )}
            <BusyButton class="button quiet danger" busy={busy} onClick={() => setAsking("revoke")}>
              {t("publish.revoke")}
            </BusyButton>
          </>
        ) : (
          <BusyButton class="button quiet" busy={state === null || busy} onClick={() => void acted(publish)}>
            {t("publish.do")}
          </BusyButton>
        )}
      </div>
      <p class="told" role="status">
        {told}
      </p>
      {asking === null ? null : (
        <ConfirmDialog
          title={t(`publish.${asking}Ask`)}
          text={t(`publish.${asking}About`)}
          cancel={t("dialog.cancel")}
          confirm={t(`publish.${asking}`)}
          onConfirm={() => {
            setAsking(null);
            void acted(asking === "revoke" ? revoke : publish);
          }}
          onCancel={() => setAsking(null)}
        />
      )}
    </section>
  );
}

/** The key that this browser knows, where no later one has taken its place. */
async function goodKey(id: string, key: string | undefined): Promise<string | null> {
  if (key === undefined) return null;
  return api.runs(id, key).then(
    () => key,
    () => null,
  );
}
