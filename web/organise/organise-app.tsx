/** The organiser's page: the list of polls, a new one, or one that is there. */
import { useEffect, useRef, useState } from "preact/hooks";
import { type CreatedPoll, keyFromFragment } from "../connection/api.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import { type Translate, translator } from "../messages/translate.ts";
import type { OrganiseState } from "../ui/page-state.ts";
import { links } from "./links.ts";
import { NewPoll } from "./new-poll.tsx";
import { NoticePage } from "./notice-page.tsx";
import { PollList } from "./poll-list.tsx";
import { PollPage } from "./poll-page.tsx";
import { rememberedPoll, rememberPoll } from "./remembered-polls.ts";
import { dropDraft } from "./stored-draft.ts";

/** The list's fragment while a new poll is written, so that a reload and the back button do what they should. */
const newHash = "#new";

type OrganiseAppProps = { state: OrganiseState; storage: JsonStorage };

export function OrganiseApp({ state, storage }: OrganiseAppProps) {
  const { language } = state;
  const translate = translator(state.messages, language);
  const t: Translate<OrganiseCatalogue> = (key, params) => translate(key, params);
  const [poll, setPoll] = useState(state.poll);
  const [fresh, setFresh] = useState(false);
  const [hash, setHash] = useState(location.hash);
  const path = useRef(location.pathname);
  useEffect(() => {
    const onHash = () => setHash(location.hash);
    // Back from a poll just created to the list: the address is another page's, and the browser has not loaded it.
    const onPop = () => (location.pathname === path.current ? undefined : location.reload());
    addEventListener("hashchange", onHash);
    addEventListener("popstate", onPop);
    return () => {
      removeEventListener("hashchange", onHash);
      removeEventListener("popstate", onPop);
    };
  }, []);
  useEffect(() => document.querySelector("h1")?.scrollIntoView(), [poll, hash === newHash]);

  const go = (address: string, id: string | null) => {
    history.replaceState(null, "", address);
    path.current = location.pathname;
    setPoll(id);
    setHash(location.hash);
  };
  const onCreated = ({ id, organiserKey, presenterKey }: CreatedPoll) => {
    dropDraft(storage, null);
    rememberPoll(storage, { id, title: "", organiserKey, presenterKey, when: new Date().toISOString() });
    setFresh(true);
    go(links.organise("", id, organiserKey), id);
  };

  const shared = { t, language, storage };
  if (poll === null) {
    if (hash === newHash) return <NewPoll {...shared} onCreated={onCreated} />;
    return <PollList {...shared} onNew={() => location.assign(newHash)} />;
  }
  const key = keyFromFragment(hash) ?? rememberedPoll(storage, poll)?.organiserKey;
  if (key === undefined) {
    return (
      <NoticePage title={t("missing.title")} text={t("missing.text")}>
        <a href="/organise">{t("page.back")}</a>
      </NoticePage>
    );
  }
  return (
    <PollPage
      key={`${poll} ${key}`}
      {...shared}
      id={poll}
      organiserKey={key}
      fresh={fresh}
      keeping={state.keeping}
      onDeleted={() => go("/organise", null)}
    />
  );
}
