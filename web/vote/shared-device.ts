/** Where several people may answer one after another on a phone, nobody's answer becomes somebody else's. */
import type { AnswerOutbox } from "../connection/answer-outbox.ts";

/** What others have begun to write in this tab goes. */
export function keepFor(poll: string, person: string): void {
  const own = `${poll}.${person}`;
  try {
    for (const key of Object.keys(sessionStorage)) {
      const kept = /^handupp\.(?:draft|line)\.(.*)$/.exec(key)?.[1] ?? "";
      const isOthers = kept.startsWith(`${poll}.`) && kept !== own && !kept.startsWith(`${own}.`);
      if (isOthers) sessionStorage.removeItem(key);
    }
  } catch {
    // Nothing can be kept in this tab, so that nothing is left of others.
  }
}

/** Whoever hands the phone on is asked first where an answer has not arrived; it is dropped once the other is in. */
export function warnOfUnsent(outbox: AnswerOutbox, run: () => number): void {
  const form = document.querySelector<HTMLFormElement>("#someone-else");
  form?.addEventListener("submit", (event) => {
    if (outbox.ofRun(run()).length > 0 && !confirm(form.dataset.unsent)) event.preventDefault();
  });
}
