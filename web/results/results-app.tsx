/** The page of results: fetches a run, or says why there is none. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Results } from "../../worker/poll/results.ts";
import { formatDate } from "../charts/figures.ts";
import { accountKey, api, keyFromFragment, type Problem, problemOf, type RunList } from "../connection/api.ts";
import { jsonStorage } from "../connection/json-storage.ts";
import { rememberedKey } from "../connection/presenter-key.ts";
import { translator } from "../messages/translate.ts";
import { links } from "../organise/links.ts";
import { rememberedPoll } from "../organise/remembered-polls.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { focusHeading } from "../ui/focus-heading.ts";
import type { ResultsPageState } from "../ui/page-state.ts";
import { ComparisonDocument } from "./comparison-document.tsx";
import { ResultsDocument } from "./results-document.tsx";
import type { Texts } from "./results-texts.ts";

type Trouble = "missing" | "wrong" | "gone" | "draft" | "trouble";
type View =
  | { phase: "loading" }
  | { phase: "trouble"; trouble: Trouble }
  | { phase: "shown"; results: Results; list: RunList }
  | { phase: "compared"; before: Results; after: Results; list: RunList };

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
      const list = await api.runs(id, key);
      // By its number: the latest may be a rehearsal.
      const latest = list.runs.at(-1);
      if (latest === undefined) return setView({ phase: "trouble", trouble: "draft" });
      const results = await api.results(id, key, run ?? latest.run);
      keepInAddress(null);
      setView({ phase: "shown", results, list });
      // A closed run's are as old as its end, and no other when they are fetched again.
      if (results.status === "live")
        setTold(t("results.refreshed", { when: formatDate(results.generatedAt, language) }));
    } catch (error) {
      const problem = problemOf(error);
      // What is on the page stays, where there is something: it is still true of the time it tells.
      if ((view.phase === "shown" || view.phase === "compared") && problem.status === 0)
        setTold(t("results.trouble.text"));
      else {
        const trouble = troubleOf(problem);
        setView({ phase: "trouble", trouble: trouble === "wrong" && key === accountKey ? "missing" : trouble });
      }
    } finally {
      setBusy(false);
    }
  };
  const compare = async (first: number, second: number) => {
    setBusy(true);
    setTold("");
    try {
      const [list, before, after] = await Promise.all([
        api.runs(id, key),
        api.results(id, key, first),
        api.results(id, key, second),
      ]);
      keepInAddress([first, second]);
      setView({ phase: "compared", before, after, list });
    } catch (error) {
      problemOf(error);
      if (view.phase === "loading") return load();
      setTold(t("results.trouble.text"));
    } finally {
      setBusy(false);
    }
  };
  useEffect(() => {
    const onHash = () => setKey(keyOf(id));
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, []);
  useEffect(() => {
    const runs = comparedInAddress();
    void (runs === null ? load() : compare(...runs));
  }, [key]);
  const phaseBefore = useRef(view.phase);
  useEffect(() => {
    const isOther = view.phase !== phaseBefore.current && phaseBefore.current !== "loading";
    phaseBefore.current = view.phase;
    if (isOther) focusHeading();
  }, [view.phase]);
  useEffect(() => {
    if (view.phase === "shown") document.title = view.results.title;
    if (view.phase === "compared") document.title = view.after.title;
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
            <BusyButton class="button" busy={busy} onClick={() => void load()}>
              {t("results.trouble.retry")}
            </BusyButton>
          ) : null}
        </main>
      );
    case "compared":
      return (
        <ComparisonDocument
          t={t}
          language={language}
          before={view.before}
          after={view.after}
          runs={closedRuns(view.list)}
          busy={busy}
          told={told}
          onRuns={(before, after) => void compare(before, after)}
          onBack={() => void load(view.after.run)}
        />
      );
    case "shown":
      return (
        <ResultsDocument
          t={t}
          language={language}
          id={id}
          accessKey={key}
          results={view.results}
          runs={view.list.runs.map(({ run }) => run)}
          ballots={view.list.ballots}
          organise={organiseLink(id, key)}
          comparable={closedRuns(view.list).length > 1}
          busy={busy}
          told={told}
          onRun={(run) => void load(run)}
          onRefresh={() => void load(view.results.run)}
          onCompare={() => {
            const [before, after] = closedRuns(view.list).slice(-2);
            if (before !== undefined && after !== undefined) void compare(before, after);
          }}
        />
      );
  }
}

/** `?compare=1,2`: two runs side by side can be linked to, and come back when the page is loaded anew. */
function comparedInAddress(): [number, number] | null {
  const [, first, second] =
    /^(\d{1,6}),(\d{1,6})$/.exec(new URLSearchParams(location.search).get("compare") ?? "") ?? [];
  return first === undefined || second === undefined ? null : [Number(first), Number(second)];
}

function keepInAddress(runs: [number, number] | null): void {
  const address = new URL(location.href);
  if (runs === null) address.searchParams.delete("compare");
  else address.searchParams.set("compare", runs.join());
  history.replaceState(history.state, "", address);
}

function closedRuns({ runs }: RunList): number[] {
  return runs.filter(({ status }) => status === "closed").map(({ run }) => run);
}

/**
 * Whoever comes from the stage has the key in this tab's memory: links there are for the whole room to see. Without one the
 * account counts of whoever is signed in.
 */
function keyOf(poll: string): string {
  return keyFromFragment(location.hash) ?? rememberedKey(poll) ?? accountKey;
}

/** Whether a key is the organiser's only the browser that has opened the poll with it can tell. */
function organiseLink(poll: string, key: string): string | null {
  const known = rememberedPoll(
    jsonStorage(() => localStorage),
    poll,
  );
  return known?.organiserKey === key || key === accountKey ? links.organise("", poll, key) : null;
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
