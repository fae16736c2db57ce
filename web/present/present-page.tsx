import { useEffect, useRef, useState } from "preact/hooks";
import type { ChartsCatalogue } from "../messages/charts.en.ts";
import type { PresentCatalogue } from "../messages/present.en.ts";
import type { Translate } from "../messages/translate.ts";
import { AccessPage } from "./access-page.tsx";
import { beginning, type Presentation } from "./presentation.ts";
import { type PresenterSession, startSession } from "./presenter-session.ts";
import { Stage } from "./stage.tsx";

export type StageTexts = Translate<PresentCatalogue & ChartsCatalogue>;

type PresentPageProps = { poll: string; presenterKey: string | null; t: StageTexts; language: string };

export function PresentPage({ poll, presenterKey, t, language }: PresentPageProps) {
  const [state, setState] = useState<Presentation>(beginning);
  const session = useRef<PresenterSession | null>(null);
  useEffect(() => {
    if (presenterKey === null) return undefined;
    const started = startSession({ poll, key: presenterKey, origin: location.origin }, setState);
    session.current = started;
    return () => started.stop();
  }, [poll, presenterKey]);

  if (presenterKey === null) return <AccessPage problem="no-key" t={t} />;
  if (state.access !== "granted") return <AccessPage problem={state.access} t={t} />;
  return (
    <Stage
      state={state}
      site={{ origin: location.origin, host: location.host }}
      resultsLink={`/results/${encodeURIComponent(poll)}#key=${encodeURIComponent(presenterKey)}`}
      onAct={(action) => session.current?.act(action)}
      onClosePoll={() => session.current?.closePoll()}
      onRehearse={(on) => session.current?.rehearse(on)}
      onForgetRefusal={() => session.current?.forgetRefusal()}
      t={t}
      language={language}
    />
  );
}
