/** Takes over the page that the Worker rendered: the document's events in, the model's changes out. */
import { hydrate, render } from "preact";
import { subprotocol } from "../../worker/shared/protocol.ts";
import { answerOutbox } from "../connection/answer-outbox.ts";
import { jsonStorage } from "../connection/json-storage.ts";
import { lineQuery } from "../connection/line-query.ts";
import { connect, type LiveFrame } from "../connection/live-connection.ts";
import { newRef } from "../connection/new-ref.ts";
import { translator } from "../messages/translate.ts";
import type { Entries, FormProblem } from "../questions/answer-form.ts";
import { loadForm } from "../questions/forms.ts";
import { readPageState, type VotePart, type VotePartKit, type VoteState } from "../ui/page-state.ts";
import { loadResults } from "./results-part.ts";
import { isSameAsking, modelOf, type VoteModel } from "./vote-model.ts";
import { startSession } from "./vote-session.ts";
import { VoteView } from "./vote-view.tsx";
import "../ui/base.css";
import "./vote.css";

// What several forms share comes with the page: a chunk of its own would be another request.
export { problemAttributes, valuesOf } from "../questions/answer-form.ts";
export { lengthOf } from "../questions/text-length.ts";

/** A page that was loaded less than so long ago is not loaded anew: the next one might fare no better. */
const reloadEveryMs = 10_000;
/** Phones of a whole hall get a new token when a run begins; this spreads them. */
const reloadSpreadMs = 1500;

/** Hydrates once the form of the question on stage is there; the server has asked the browser to fetch it already. */
async function start(root: HTMLElement, state: VoteState): Promise<void> {
  const { poll, language, messages } = state;
  const t = translator(messages, language);
  const equipped = new Set<VotePart | undefined>([state.stage.question?.type]);
  await loadNeeded(state.stage);
  let shown = modelOf(state);
  hydrate(<VoteView model={shown} t={t} />, root);

  async function loadNeeded(frame: LiveFrame): Promise<void> {
    if (frame.type === "error") await equip("refused");
    if (frame.type === "tally") await Promise.all([loadResults(), equip("results")]);
    if (frame.type !== "stage" || frame.question === null) return;
    const { type } = frame.question;
    await Promise.all([loadForm(type), equip(type)]);
  }

  /** The page came with texts and styles of its own question's form alone. */
  async function equip(part: VotePart): Promise<void> {
    if (equipped.has(part)) return;
    const answer = await fetch(`/vote-parts/${part}?lang=${language}`);
    if (!answer.ok) throw new Error(`${part}: ${answer.status}`);
    const kit: VotePartKit = await answer.json();
    Object.assign(messages, kit.messages);
    document.querySelector("style")?.append(kit.styles);
    equipped.add(part);
  }

  function draw(model: VoteModel): void {
    const focused = document.activeElement;
    const isNew =
      !isSameAsking(shown.stage, model.stage) ||
      shown.stage.status !== model.stage.status ||
      shown.ended !== model.ended;
    shown = model;
    render(<VoteView model={model} t={t} />, root);
    // Also where someone was typing: the field is gone, and what stood in it is kept.
    if (isNew) focusOn("heading");
    else if (focused !== document.activeElement || focused?.matches(":disabled")) focusOn("status");
  }

  const tabStorage = jsonStorage(() => sessionStorage);
  const query = lineQuery(poll, tabStorage);
  const session = startSession(shown, entriesOf(answerForm()), {
    poll,
    outbox: answerOutbox(
      poll,
      jsonStorage(() => localStorage),
      newRef,
    ),
    tabStorage,
    connect: (options) =>
      connect({
        url: `${location.origin.replace(/^http/, "ws")}/api/polls/${poll}/live?${query}&${location.search.slice(1)}`,
        protocols: [subprotocol],
        ...options,
        onFrame: afterLoading(loadNeeded, options.onFrame),
      }),
    draw,
    now: Date.now,
    reload,
  });

  root.addEventListener("input", () => {
    const entries = entriesOf(answerForm());
    if (entries !== null) session.input(entries);
  });
  root.addEventListener("submit", (event) => {
    event.preventDefault();
    const isSkip = event.submitter?.getAttribute("name") === "skip";
    const entries = isSkip ? null : entriesOf(answerForm());
    if (!isSkip && entries === null) return;
    const problem = session.submit(entries);
    if (problem !== null) focusOnControl(problem);
  });
  setInterval(session.tick, 1000);
}

/** Frames stay in order, and wait for what the page needs to show them. */
function afterLoading(
  loadNeeded: (frame: LiveFrame) => Promise<void>,
  onFrame: (frame: LiveFrame) => void,
): (frame: LiveFrame) => void {
  let turn = Promise.resolve();
  return (frame) => {
    turn = turn
      .then(() => loadNeeded(frame))
      // What can't be had is of an older version of the page.
      .then(
        () => onFrame(frame),
        () => void reload(),
      );
  };
}

function reload(): boolean {
  const wait = reloadEveryMs - performance.now();
  setTimeout(() => location.reload(), Math.max(Math.random() * reloadSpreadMs, wait));
  return wait <= 0;
}

function answerForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("#answer");
}

/** Null where there is no form, or one that can't be used now: FormData leaves disabled controls out. */
function entriesOf(form: HTMLFormElement | null): Entries | null {
  if (form === null || form.querySelector("fieldset:disabled") !== null) return null;
  return [...new FormData(form)].flatMap(
    ([name, value]): Entries => (name === "asking" || typeof value !== "string" ? [] : [[name, value]]),
  );
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

function focusOnControl({ name, index }: FormProblem): void {
  const controls = [...(answerForm()?.querySelectorAll<HTMLInputElement>("input, textarea") ?? [])];
  controls.filter((control) => control.name === name)[index]?.focus();
}

const root = document.getElementById("app");
if (root !== null) start(root, readPageState<VoteState>(document)).catch(reload);
