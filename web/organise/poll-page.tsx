/** A poll that is there: its links, its runs, and its questions to be changed. */
import { useEffect, useRef, useState } from "preact/hooks";
import { accountKey, api, Problem, problemOf, type StoredPoll } from "../connection/api.ts";
import type { JsonStorage } from "../connection/json-storage.ts";
import { newKey } from "../questions/new-key.ts";
import { focusHeading } from "../ui/focus-heading.ts";
import type { OrganiseState } from "../ui/page-state.ts";
import { useAction } from "../ui/use-action.ts";
import type { AccountTexts } from "./account/account-texts.ts";
import { SharePanel } from "./account/share-panel.tsx";
import { DataPanel } from "./data-panel.tsx";
import { isStoredAs, readDraft } from "./draft.ts";
import { problemText } from "./error-text.ts";
import { links } from "./links.ts";
import { LinksPanel } from "./links-panel.tsx";
import { NoticePage } from "./notice-page.tsx";
import { PollEditor } from "./poll-editor.tsx";
import { PublicationPanel } from "./publication-panel.tsx";
import { forgetPoll, rememberedPoll, rememberPoll } from "./remembered-polls.ts";
import { RunActions } from "./run-actions.tsx";
import { dropDraft } from "./stored-draft.ts";
import { useDraft } from "./use-draft.ts";
import type { SaveDefinition } from "./use-saving.ts";
import { onWideScreen } from "./wide-screen.ts";
import { draftIn, type SavedDraft } from "./written.ts";

type PollPageProps = {
  t: AccountTexts;
  language: string;
  storage: JsonStorage;
  id: string;
  organiserKey: string;
  /** Whether it was created just now, on this page. */
  fresh: boolean;
  /** A key was tried before, and was none of the poll's. */
  hadWrongKey: boolean;
  /** The key is none of the poll's: the account may still open it. */
  onWrongKey(): void;
  /** The organiser's key has been made anew. */
  onKey(key: string): void;
  keeping: OrganiseState["keeping"];
  onDeleted(): void;
};

/** Fetches the poll first: the form begins with what the service has. */
export function PollPage(props: PollPageProps) {
  const { t, id, organiserKey, storage, hadWrongKey, onWrongKey } = props;
  const [poll, setPoll] = useState<StoredPoll | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);

  const fetchPoll = async () => {
    setProblem(null);
    try {
      const fetched = await api.poll(id, organiserKey);
      // A presenter's key can read a poll, but every change with it would be refused.
      if (fetched.role !== "organiser") throw new Problem(403, "", []);
      rememberPoll(storage, { id, title: fetched.title, organiserKey, when: new Date().toISOString() });
      setPoll(fetched);
    } catch (error) {
      const refusal = problemOf(error);
      if (refusal.status === 401 && organiserKey !== accountKey) onWrongKey();
      else setProblem(refusal);
    }
  };
  useEffect(() => void fetchPoll(), [id, organiserKey]);

  const noKey = organiserKey === accountKey && !hadWrongKey;
  if (problem !== null) return <Refused t={t} problem={problem} noKey={noKey} onRetry={() => void fetchPoll()} />;
  if (poll === null) return <p class="loading">{t("page.loading")}</p>;
  return <LoadedPoll {...props} poll={poll} onPoll={setPoll} />;
}

type RefusedProps = { t: AccountTexts; problem: Problem; noKey: boolean; onRetry(): void };

function Refused({ t, problem, noKey, onRetry }: RefusedProps) {
  const list = <a href="/organise">{t("page.back")}</a>;
  switch (problem.status) {
    case 401:
    case 403:
      return (
        <NoticePage title={t(noKey ? "missing.title" : "wrong.title")} text={t(noKey ? "missing.text" : "wrong.text")}>
          {list}
        </NoticePage>
      );
    case 404:
      return (
        <NoticePage title={t("gone.title")} text={t("gone.text")}>
          {list}
        </NoticePage>
      );
    default:
      return (
        <NoticePage title={t("trouble.title")} text={problemText(problem, t)}>
          <button type="button" class="button" onClick={onRetry}>
            {t("trouble.retry")}
          </button>
        </NoticePage>
      );
  }
}

function LoadedPoll(props: PollPageProps & { poll: StoredPoll; onPoll(poll: StoredPoll): void }) {
  const { t, language, storage, id, organiserKey, fresh, keeping, onDeleted, onKey, poll, onPoll } = props;
  const [first] = useState<SavedDraft>(() => savedIn(poll));
  const page = useDraft(id, first, storage);
  // What was written before a reload may have begun with a definition that is no longer the service's.
  const [theirs, setTheirs] = useState<SavedDraft | null>(page.tag === first.tag ? null : first);
  const latest = useRef(page);
  latest.current = page;
  const { busy, told, tell, act } = useAction(async (error) => {
    const problem = problemOf(error);
    if (problem.status === 409) await refresh().catch(() => undefined);
    return problemText(problem, t);
  });
  const known = rememberedPoll(storage, id);
  useEffect(() => {
    document.title = poll.title;
  }, [poll.title]);
  useEffect(() => {
    if (fresh) focusHeading();
  }, []);

  /** The presenter may have gone on meanwhile, or somebody else have saved; what is written and not saved stays. */
  const refresh = async () => {
    const { tag } = latest.current;
    const fetched = await api.poll(id, organiserKey);
    onPoll(fetched);
    const { current } = latest;
    // Saved while this was on its way: the next time will tell.
    if (fetched.tag === tag || current.tag !== tag) return;
    if (!current.dirty) {
      current.replaced(savedIn(fetched));
      tell(t("conflict.updated"));
      return;
    }
    const mine = draftIn(current);
    if (mine === null || !isStoredAs(mine, definitionIn(fetched), newKey)) setTheirs(savedIn(fetched));
    else if (current.json === null) current.saved(mine, definitionIn(fetched), fetched.tag);
    else current.savedJson(current.json, savedIn(fetched));
  };
  useEffect(() => {
    const onVisible = () => {
      // Without contact the page keeps what it knows; the next action will say so.
      if (document.visibilityState === "visible") refresh().catch(() => undefined);
    };
    document.addEventListener("visibilitychange", onVisible);
    return () => document.removeEventListener("visibilitychange", onVisible);
  }, [id, organiserKey]);

  const start = async () => {
    const { run } = await api.startRun(id, organiserKey);
    await refresh();
    return t("actions.started", { n: run });
  };
  const close = async () => {
    await api.close(id, organiserKey);
    await refresh();
    return t("actions.closed");
  };
  const erase = async () => {
    await api.eraseBallots(id, organiserKey);
    return t("data.erased");
  };
  const remove = async () => {
    await api.deletePoll(id, organiserKey);
    forgetPoll(storage, id);
    dropDraft(storage, id);
    onDeleted();
    return "";
  };
  const save: SaveDefinition = async (definition, { tag, byItself }) => {
    try {
      return stored(await api.replacePoll(id, organiserKey, definition, { tag, whileDraft: byItself }));
    } catch (error) {
      const { status } = problemOf(error);
      if (status === 409) await refresh().catch(() => undefined);
      if (status !== 412) throw error;
      const fetched = await api.poll(id, organiserKey);
      // Sent before, and only the answer got lost.
      const sent = readDraft(definition, poll.language, newKey).draft;
      if (isStoredAs(sent, definitionIn(fetched), newKey)) return stored(fetched);
      onPoll(fetched);
      setTheirs(savedIn(fetched));
      throw error;
    }
  };
  const stored = (now: StoredPoll) => {
    rememberPoll(storage, { id, title: now.title, organiserKey, when: new Date().toISOString() });
    onPoll(now);
    return { definition: definitionIn(now), tag: now.tag };
  };

  const [newPresenterKey, setNewPresenterKey] = useState<string>();
  const presenterKey = newPresenterKey ?? known?.presenterKey;
  const takeKey = (role: "organiser" | "presenter", key: string) => {
    const made = role === "organiser" ? { organiserKey: key } : { organiserKey, presenterKey: key };
    rememberPoll(storage, { id, title: poll.title, when: new Date().toISOString(), ...made });
    if (role === "organiser") onKey(key);
    else setNewPresenterKey(key);
  };
  return (
    <main class="poll-page">
      <p>
        <a href="/organise">{t("page.back")}</a>
      </p>
      <header class="poll-header">
        <h1 lang={poll.language}>{poll.title}</h1>
        <p class="status">{t(`status.${poll.status}`, { n: poll.run })}</p>
      </header>
      <div class="poll-columns">
        <aside>
          <RunActions
            t={t}
            title={poll.title}
            status={poll.status}
            present={links.present("", id, presenterKey ?? organiserKey)}
            results={links.results("", id, organiserKey)}
            told={told}
            busy={busy}
            onStart={() => void act(start)}
            onClose={() => void act(close)}
            onDelete={() => void act(remove)}
          />
          <LinksPanel
            t={t}
            origin={location.origin}
            id={id}
            code={poll.code}
            organiserKey={organiserKey}
            presenterKey={presenterKey}
            open={poll.status !== "closed"}
            embeddable={poll.settings.embed === true}
            fresh={fresh}
          />
          <SharePanel t={t} language={language} id={id} organiserKey={organiserKey} onKey={takeKey} />
          {poll.status === "draft" ? null : (
            <PublicationPanel key={organiserKey} t={t} storage={storage} id={id} organiserKey={organiserKey} />
          )}
          <DataPanel
            t={t}
            title={poll.title}
            retentionDays={poll.settings.retentionDays}
            keeping={keeping}
            erasable={poll.status === "closed" || poll.run > 1}
            busy={busy}
            onErase={() => void act(erase)}
          />
        </aside>
        <PollEditor
          t={t}
          language={language}
          page={page}
          firstOpen={onWideScreen() ? (page.draft.questions[0]?.key ?? null) : null}
          saveLabel={t("save.save")}
          byItself={poll.status === "draft"}
          theirs={theirs}
          save={save}
          onDecided={() => setTheirs(null)}
          onProblem={() => undefined}
        />
      </div>
    </main>
  );
}

function savedIn(poll: StoredPoll): SavedDraft {
  return { draft: readDraft(definitionIn(poll), poll.language, newKey).draft, tag: poll.tag };
}

/** The definition alone, without what the service says of the poll. */
function definitionIn({ written: { title, language, questions, settings } }: StoredPoll): object {
  return { title, language, questions, settings };
}
