import { useEffect, useRef, useState } from "preact/hooks";
import { accountKey } from "../connection/api.ts";
import { resultsLink } from "../connection/presenter-key.ts";
import type { ChartsCatalogue } from "../messages/charts.en.ts";
import type { PresentCatalogue } from "../messages/present.en.ts";
import type { Translate } from "../messages/translate.ts";
import { AccessPage } from "./access-page.tsx";
import { beginning, type Presentation } from "./presentation.ts";
import { type PresenterSession, startSession } from "./presenter-session.ts";
import { Remote } from "./remote.tsx";
import { Stage } from "./stage.tsx";

export type StageTexts = Translate<PresentCatalogue & ChartsCatalogue>;

type PresentPageProps = { poll: string; presenterKey: string; remote: boolean; t: StageTexts; language: string };

export function PresentPage({ poll, presenterKey, remote, t, language }: PresentPageProps) {
  const [state, setState] = useState<Presentation>(beginning);
  const session = useRef<PresenterSession | null>(null);
  useEffect(() => {
    const started = startSession({ poll, key: presenterKey, origin: location.origin }, setState);
    session.current = started;
    return () => started.stop();
  }, [poll, presenterKey]);

  if (state.access !== "granted") {
    const noKey = state.access === "wrong-key" && presenterKey === accountKey;
    return <AccessPage problem={noKey ? "no-key" : state.access} t={t} />;
  }
  const View = remote ? Remote : Stage;
  return (
    <View
      state={state}
      site={{ origin: location.origin, host: location.host }}
      resultsLink={resultsLink(poll, presenterKey)}
      remoteLink={remoteLink(presenterKey)}
      onAct={(action) => session.current?.act(action)}
      onModerate={(command) => session.current?.moderate(command)}
      onSend={(command) => session.current?.send(command)}
      onClosePoll={() => session.current?.closePoll()}
      onRehearse={(on) => session.current?.rehearse(on)}
      onForgetRefusal={() => session.current?.forgetRefusal()}
      t={t}
      language={language}
    />
  );
}

/** This page's address in its other form, with the key in the fragment, which no server sees. */
function remoteLink(key: string): string {
  const link = new URL(location.href);
  link.searchParams.delete("remote");
  link.search = [...link.search.slice(1).split("&").filter(Boolean), "remote"].join("&");
  link.hash = key === accountKey ? "" : new URLSearchParams({ key }).toString();
  return link.href;
}
