/** Loaded where several people may answer one after another on a phone: nobody's answer becomes somebody else's. */
import type { AnswerOutbox } from "../connection/answer-outbox.ts";

/** What the phone keeps of the poll is kept for this person; what is left of others goes. */
export function keepFor(poll: string, person: string): void {
  const own = `${poll}.${person}`;
  try {
    adopt(`handupp.outbox.${poll}`, `handupp.outbox.${own}`);
    for (const storage of [localStorage, sessionStorage]) {
      for (const key of Object.keys(storage)) {
        const kept = /^handupp\.(?:outbox|draft|line)\.(.*)$/.exec(key)?.[1] ?? "";
        const isOthers = kept.startsWith(`${poll}.`) && kept !== own && !kept.startsWith(`${own}.`);
        if (isOthers) storage.removeItem(key);
      }
    }
  } catch {
    // Nothing can be kept on this phone, so that nothing is left of others.
  }
}

/** What waits from before the organiser allowed others on the phone is this person's. */
function adopt(before: string, now: string): void {
  const waiting = localStorage.getItem(before);
  if (waiting === null) return;
  localStorage.setItem(now, waiting);
  localStorage.removeItem(before);
}

/** Whoever hands the phone on is asked first where an answer has not arrived; it is dropped once the other is in. */
export function warnOfUnsent(outbox: AnswerOutbox, run: () => number): void {
  const form = document.querySelector<HTMLFormElement>("#someone-else");
  form?.addEventListener("submit", (event) => {
    if (outbox.ofRun(run()).length > 0 && !confirm(form.dataset.unsent)) event.preventDefault();
  });
}
