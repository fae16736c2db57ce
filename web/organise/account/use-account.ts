/** Whether somebody is signed in, as the page knows it. */
import { useEffect, useState } from "preact/hooks";
import { accountApi, type Who } from "../../connection/account-api.ts";
import { problemOf } from "../../connection/api.ts";

/** `asking` until the service has said; `codes`: those of an account that was made on this page, to be shown once. */
export type AccountState =
  | { phase: "asking" | "out" }
  | { phase: "in"; who: Who; codes: string[] | null; recovered: boolean };

export type AccountInPage = {
  state: AccountState;
  entered(who: Who, how?: { codes?: string[]; recovered?: boolean }): void;
  codesSaved(): void;
  left(): void;
};

export function useAccount(): AccountInPage {
  const [state, setState] = useState<AccountState>({ phase: "asking" });
  const entered: AccountInPage["entered"] = (who, { codes, recovered = false } = {}) =>
    setState({ phase: "in", who, codes: codes ?? null, recovered });
  useEffect(() => {
    accountApi.session().then(
      (who) => (who === null ? setState({ phase: "out" }) : entered(who)),
      (error: unknown) => {
        problemOf(error);
        // Without contact nobody is; signing in will say what is wrong.
        setState({ phase: "out" });
      },
    );
  }, []);
  return {
    state,
    entered,
    codesSaved: () => setState((before) => (before.phase === "in" ? { ...before, codes: null } : before)),
    left: () => setState({ phase: "out" }),
  };
}
