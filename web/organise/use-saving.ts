/**
 * What the service thinks of the draft while it is written. A poll that is not run yet is saved by itself as soon as the
 * service takes it; any other is only looked at. Nothing here loses what is written: it stays in the browser until it is saved.
 */
import { useEffect, useRef, useState } from "preact/hooks";
import type { FieldError } from "../../worker/shared/result.ts";
import { api, type Problem, problemOf } from "../connection/api.ts";
import { type Draft, definitionOf } from "./draft.ts";
import { keyedPath, stillWrong } from "./field-place.ts";
import type { DraftInPage } from "./use-draft.ts";

/** What the service has stored; `tag` names it. */
export type Saved = { definition: unknown; tag: string | null };
export type SaveDefinition = (definition: object, on: { tag: string | null; byItself: boolean }) => Promise<Saved>;

/**
 * `waiting`: written, and not sent yet. `away`: no answer came, it is tried again. `refused`: something needs mending first.
 * `paused`: nothing is sent by itself, since something else is to be decided first, or the poll is written as JSON.
 */
export type SavingState = "saved" | "waiting" | "saving" | "away" | "refused" | "paused";

export type Saving = {
  state: SavingState;
  /** What is wrong with the draft as it stands, by keyed path. */
  errors: readonly FieldError[];
  /** Why it was refused as it stands. */
  problem: Problem | null;
  /** Stores it now; throws a `Problem`. `tag`: of what it may replace; left out, of what was saved last by then. */
  store(definition: object, tag?: string | null): Promise<Saved>;
};

type SavingProps = { page: DraftInPage; byItself: boolean; paused: boolean; save: SaveDefinition };
type Verdict = { on: Draft; errors: FieldError[]; problem: Problem | null };

/** Whoever pauses for so long wants to know, or to have it saved. */
const pauseMs = 800;
const longestRetryMs = 30_000;

export function useSaving({ page, byItself, paused, save }: SavingProps): Saving {
  const latest = useRef({ page, save });
  latest.current = { page, save };
  const turn = useRef<Promise<unknown>>(Promise.resolve());
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState(0);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const { draft, dirty, json } = page;

  /** One after another: each has to know what the one before has made of the poll. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.current.then(work);
    turn.current = next.catch(() => undefined);
    return next;
  };

  const saveByItself = async () => {
    const { page: now, save: storeNow } = latest.current;
    if (!now.dirty || now.json !== null) return;
    setBusy(true);
    try {
      const stored = await storeNow(definitionOf(now.draft), { tag: now.tag, byItself: true });
      latest.current.page.saved(now.draft, stored.definition, stored.tag);
      setFailures(0);
      setVerdict(null);
    } catch (error) {
      const problem = problemOf(error);
      const away = problem.status === 0 || problem.status === 429 || problem.status >= 500;
      setVerdict({ on: now.draft, errors: keyed(problem.errors, now.draft), problem: away ? null : problem });
      setFailures((count) => (away ? count + 1 : 0));
    } finally {
      setBusy(false);
    }
  };

  useEffect(() => {
    if (!dirty || json !== null || paused) return undefined;
    const waited = new AbortController();
    const look = async () => {
      const errors = await api.check(definitionOf(draft), waited.signal).catch(() => null);
      if (errors !== null) setVerdict({ on: draft, errors: keyed(errors, draft), problem: null });
    };
    const act = () => void (byItself ? inTurn(saveByItself) : look());
    const wait = failures === 0 ? pauseMs : Math.min(longestRetryMs, pauseMs * 2 ** failures);
    const timer = setTimeout(act, wait);
    // A line that is back is used at once.
    if (failures > 0) addEventListener("online", act);
    return () => {
      clearTimeout(timer);
      removeEventListener("online", act);
      waited.abort();
    };
  }, [draft, dirty, json, paused, byItself, failures]);

  const problem = verdict?.on === draft ? verdict.problem : null;
  return {
    state: stateOf(),
    problem,
    errors: verdict === null ? [] : stillWrong(verdict.errors, verdict.on, draft),
    store: (definition, tag) =>
      inTurn(async () => {
        const { page: now, save: storeNow } = latest.current;
        const stored = await storeNow(definition, { tag: tag === undefined ? now.tag : tag, byItself: false });
        setFailures(0);
        setVerdict(null);
        return stored;
      }),
  };

  function stateOf(): SavingState {
    if (!dirty) return "saved";
    if (paused || json !== null) return "paused";
    if (busy) return "saving";
    if (failures > 0) return "away";
    return problem === null ? "waiting" : "refused";
  }
}

function keyed(errors: readonly FieldError[], draft: Draft): FieldError[] {
  return errors.map((error) => ({ ...error, path: keyedPath(draft, error.path) }));
}
