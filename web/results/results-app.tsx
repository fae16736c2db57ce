/** The page of results: fetches a run, or says why there is none. */
import { useEffect, useState } from "preact/hooks";
import type { Results } from "../../worker/poll/results.ts";
import { formatDate } from "../charts/figures.ts";
import { accountKey, api, keyFromFragment, Problem } from "../connection/api.ts";
import { rememberedKey } from "../connection/presenter-key.ts";
import { translator } from "../messages/translate.ts";
import type { ResultsPageState } from "../ui/page-state.ts";
import { ResultsDocument } from "./results-document.tsx";
import type { Texts } from "./results-texts.ts";

type Trouble = "missing" | "wrong" | "gone" | "draft" | "trouble";
type View =
  | { phase: "loading" }
  | { phase: "trouble"; trouble: Trouble }
  | { phase: "shown"; results: Results; runs: number; presenter: boolean };

export function ResultsApp({ state }: { state: ResultsPageState }) {
  const { poll: id, language } = state;
  const translate = translator(state.messages, language);
  const t: Texts = (name, params) => translate(name, params);
  const [key, setKey] = useState(() => keyOf(id));
  const [view, setView] = useState<View>({ phase: "loading" });
  const [busy, setBusy] = useState(false);
  const [told, setTold] = useState("");

  /** `run` undefined: the latest. */
  const load = async (run?: number) => {
    setBusy(true);
    setTold("");
    try {
      const poll = await api.poll(id, key);
      if (poll.status === "draft") return setView({ phase: "trouble", trouble: "draft" });
      // By its number: the latest may be a rehearsal.
      const results = await api.results(id, key, run ?? poll.run);
      setView({ phase: "shown", results, runs: poll.run, presenter: poll.role === "presenter" });
      setTold(t("results.refreshed", { when: formatDate(results.generatedAt, language) }));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      // What is on the page stays, where there is something: it is still true of the time it tells.
      if (view.phase === "shown" && error.status === 0) setTold(t("results.trouble.text"));
      else {
        const trouble = troubleOf(error);
        setView({ phase: "trouble", trouble: trouble === "wrong" && key === accountKey ? "missing" : trouble });
      }
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    const onHash = () => setKey(keyOf(id));
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, []);
  useEffect(() => void load(), [key]);
  useEffect(() => {
    if (view.phase === "shown") document.title = view.results.title;
  }, [view]);

  switch (view.phase) {
    case "loading":
      return (
        <main class="results">
          <p role="status">{t("results.loading")}</p>
        </main>
      );
    case "trouble":
      return (
        <main class="notice-page">
          <h1>{t(`results.${view.trouble}.title`)}</h1>
          <p>{t(`results.${view.trouble}.text`)}</p>
          {view.trouble === "trouble" || view.trouble === "draft" ? (
            <button type="button" class="button" disabled={busy} onClick={() => void load()}>
              {t("results.trouble.retry")}
            </button>
          ) : null}
        </main>
      );
    case "shown":
      return (
        <ResultsDocument
          t={t}
          language={language}
          id={id}
          accessKey={key}
          results={view.results}
          runs={view.runs}
          presenter={view.presenter}
          busy={busy}
          told={told}
          onRun={(run) => void load(run)}
          onRefresh={() => void load(view.results.run)}
        />
      );
  }
}

/**
 * Whoever comes from the stage has the key in this tab's memory: links there are for the whole room to see. Without one the
 * account counts of whoever is signed in.
 */
function keyOf(poll: string): string {
  return keyFromFragment(location.hash) ?? rememberedKey(poll) ?? accountKey;
}

function troubleOf({ status }: Problem): Trouble {
  switch (status) {
    case 401:
    case 403:
      return "wrong";
    case 404:
      return "gone";
    default:
      return "trouble";
  }
}
