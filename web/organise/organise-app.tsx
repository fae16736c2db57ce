/** The organiser's page: the list of polls, a new one, or one that is there. */
import { useEffect, useRef, useState } from "preact/hooks";
import { accountKey, type CreatedPoll, keyFromFragment } from "../connection/api.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import { translator } from "../messages/translate.ts";
import { focusHeading } from "../ui/focus-heading.ts";
import type { OrganiseState } from "../ui/page-state.ts";
import { AccountHome } from "./account/account-home.tsx";
import { AccountPage } from "./account/account-page.tsx";
import type { AccountTexts } from "./account/account-texts.ts";
import { TakePage } from "./account/take-page.tsx";
import { useAccount } from "./account/use-account.ts";
import { links } from "./links.ts";
import { NewPoll } from "./new-poll.tsx";
import { PollList } from "./poll-list.tsx";
import { PollPage } from "./poll-page.tsx";
import { rememberedPoll, rememberPoll } from "./remembered-polls.ts";

/** The list's fragment while a new poll is written, so that a reload and the back button do what they should. */
const newHash = "#new";
const accountHash = "#account";

type OrganiseAppProps = { state: OrganiseState; storage: JsonStorage };

export function OrganiseApp({ state, storage }: OrganiseAppProps) {
  const { language } = state;
  const translate = translator(state.messages, language);
  const t: AccountTexts = (key, params) => translate(key, params);
  const account = useAccount();
  const [poll, setPoll] = useState(state.poll);
  const [fresh, setFresh] = useState(false);
  const [hash, setHash] = useState(location.hash);
  /** A key that the poll no longer has: the account may open it all the same. */
  const [wrongKey, setWrongKey] = useState<string | null>(null);
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
  const isFirst = useRef(true);
  useEffect(() => {
    scrollTo(0, 0);
    if (!isFirst.current) focusHeading();
    isFirst.current = false;
  }, [poll, hash === newHash, hash === accountHash]);

  const go = (address: string, id: string | null) => {
    history.replaceState(null, "", address);
    path.current = location.pathname;
    setPoll(id);
    setHash(location.hash);
  };
  const onCreated = ({ id, organiserKey, presenterKey }: CreatedPoll) => {
    rememberPoll(storage, { id, title: "", organiserKey, presenterKey, when: new Date().toISOString() });
    setFresh(true);
    go(links.organise("", id, organiserKey), id);
  };

  const shared = { t, language, storage };
  if (poll === null) {
    if (hash === newHash) return <NewPoll {...shared} onCreated={onCreated} />;
    if (hash === accountHash) return <AccountPage t={t} language={language} account={account} />;
    const token = new URLSearchParams(hash.slice(1)).get("take");
    if (token !== null) return <TakePage t={t} token={token} account={account} />;
    return (
      <PollList
        {...shared}
        account={<AccountHome {...shared} account={account} />}
        signedIn={account.state.phase === "in"}
        onNew={() => location.assign(newHash)}
      />
    );
  }
  const given = keyFromFragment(hash) ?? rememberedPoll(storage, poll)?.organiserKey ?? accountKey;
  const key = given === wrongKey ? accountKey : given;
  return (
    <PollPage
      key={`${poll} ${key}`}
      {...shared}
      id={poll}
      organiserKey={key}
      fresh={fresh}
      hadWrongKey={wrongKey !== null}
      onWrongKey={() => setWrongKey(key)}
      onKey={(newKey) => go(links.organise("", poll, newKey), poll)}
      keeping={state.keeping}
      onDeleted={() => go("/organise", null)}
    />
  );
}
