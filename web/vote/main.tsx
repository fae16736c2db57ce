/** Takes over the page that the Worker rendered: the document's events in, the model's changes out. */
import { hydrate, render } from "preact";
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import { closeCodes, subprotocol } from "../../worker/shared/protocol.ts";
import { answerOutbox } from "../connection/answer-outbox.ts";
import { jsonStorage } from "../connection/json-storage.ts";
import { lineQuery } from "../connection/line-query.ts";
import { connect, type LiveFrame } from "../connection/live-connection.ts";
import { newRef } from "../connection/new-ref.ts";
import { translator } from "../messages/translate.ts";
import type { Entries, FormProblem } from "../questions/answer-form.ts";
import { loadForm } from "../questions/forms.ts";
import { readPageState, type VotePart, type VotePartKit, type VoteState } from "../ui/page-state.ts";
import { startReloading } from "./reloading.ts";
import { drawResults, loadResults } from "./results-part.ts";
import { keepFor, warnOfUnsent } from "./shared-device.ts";
import { isSameAsking, modelOf, type VoteModel } from "./vote-model.ts";
import { askedOn, draftKey, startSession } from "./vote-session.ts";
import { VoteView } from "./vote-view.tsx";
import "../ui/base.css";
import "./vote.css";

// What several forms share comes with the page: a chunk of its own would be another request.
export { problemAttributes, valuesOf } from "../questions/answer-form.ts";
export { lengthOf } from "../questions/text-length.ts";

/** Hydrates once the form of the question on stage is there; the server has asked the browser to fetch it already. */
async function start(root: HTMLElement, tally: HTMLElement, state: VoteState): Promise<void> {
  const { poll, person, language, messages } = state;
  const t = translator(messages, language);
  const equipped = new Set<string>(Object.keys(messages).map((key) => key.split(".")[0] ?? key));
  const tabStorage = jsonStorage(() => sessionStorage);
  // Kept apart for each of the people who answer on this phone: the organiser may allow several at any time.
  const keptAs = `${poll}.${person}`;
  let isTakenOver = false;
  const { reload, isSoon, helped } = startReloading(tabStorage, () => isTakenOver || keepTyped(state.stage));
  const outbox = answerOutbox(
    poll,
    jsonStorage(() => localStorage),
    newRef,
    person,
  );
  let shown = modelOf(state);
  // From the first moment: whoever hands the phone on may be quicker than the rest of the page.
  warnOfUnsent(outbox, () => shown.stage.run);
  try {
    await loadNeeded(state.stage);
    if (outbox.isLate(state.stage.run)) await equip("refused");
  } catch {
    reload();
    return;
  }
  hydrate(<VoteView model={shown} t={t} />, root);
  isTakenOver = true;

  async function loadNeeded(frame: LiveFrame): Promise<void> {
    if (frame.type === "error") await equip("refused");
    if (frame.type === "tally") await Promise.all([loadResults(), equip("results")]);
    if (frame.type !== "stage") return;
    if (frame.closesAt !== undefined) await equip("countdown");
    if (frame.status === "closed") await equip("closed");
    if (frame.round === 2) await equip("secondRound");
    if (frame.question === null) return;
    const { type } = frame.question;
    await Promise.all([loadForm(type), equip(type)]);
  }

  /** Until the script has taken over, only the form knows. False where it can't be kept. */
  function keepTyped(stage: PollStageFrame): boolean {
    const asked = askedOn(stage);
    const entries = entriesOf(answerForm());
    if (asked === undefined || entries === null || !controls().some(isTouched)) return true;
    const key = draftKey(keptAs, asked);
    tabStorage.set(key, entries);
    return tabStorage.lasts(key);
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
    const used = controls().find((control) => control === focused);
    const place = used && named(used.name).indexOf(used);
    const caret = used?.selectionStart ?? null;
    const isNew =
      !isSameAsking(shown.stage, model.stage) ||
      shown.stage.status !== model.stage.status ||
      shown.ended !== model.ended;
    shown = model;
    render(<VoteView model={model} t={t} />, root);
    drawResults(tally, model, t, isNew);
    // Also where someone was typing: the field is gone, and what stood in it is kept.
    if (isNew) focusOn("heading");
    else if (focused !== document.activeElement || focused?.matches(":disabled"))
      focusAgain(used && named(used.name)[place ?? 0], caret);
  }

  /** Whether a new page will soon be known where this one no longer is: not without cookies, and not where this one is new. */
  const isMended = () => navigator.cookieEnabled && isSoon();
  const query = lineQuery(keptAs, tabStorage);
  const session = startSession(shown, entriesOf(answerForm()), {
    keptAs,
    outbox,
    tabStorage,
    connect: (options) =>
      connect({
        url: `${location.origin.replace(/^http/, "ws")}/api/polls/${poll}/live?${query}&person=${person}&${location.search.slice(1)}`,
        protocols: [subprotocol],
        ...options,
        onFrame: afterLoading(loadNeeded, reload, (frame) => {
          if (frame.type === "stage") {
            helped();
            if (frame.sharedDevice) keepFor(poll, person);
          }
          options.onFrame(frame);
        }),
        onRefused: (code) => {
          const said = code === closeCodes.pollGone ? "gone" : !isMended() && "stale";
          Promise.resolve(said && equip(said)).then(() => options.onRefused(code), reload);
        },
      }),
    draw,
    now: Date.now,
    reload: () => {
      if (navigator.cookieEnabled) reload();
      return isMended();
    },
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

/**
 * Frames stay in order, and wait for what the page needs to show them. Tallies have a line of their own: no ack and no change
 * of stage waits for what draws results, and where that can't be had the next tally asks for it again.
 */
function afterLoading(
  loadNeeded: (frame: LiveFrame) => Promise<void>,
  reload: () => void,
  onFrame: (frame: LiveFrame) => void,
): (frame: LiveFrame) => void {
  let turn = Promise.resolve();
  let tallies = turn;
  return (frame) => {
    if (frame.type === "tally") {
      tallies = Promise.all([turn, tallies])
        .then(() => loadNeeded(frame))
        .then(
          () => onFrame(frame),
          () => undefined,
        );
      return;
    }
    turn = turn
      .then(() => loadNeeded(frame))
      // What can't be had is of an older version of the page.
      .then(() => onFrame(frame), reload);
  };
}

function answerForm(): HTMLFormElement | null {
  return document.querySelector<HTMLFormElement>("#answer");
}

/** Null where there is no form, or one that can't be used now: FormData leaves disabled controls out. */
function entriesOf(form: HTMLFormElement | null): Entries | null {
  if (form === null || form.querySelector("fieldset:disabled") !== null) return null;
  return [...new FormData(form)].flatMap(
    ([name, value]): Entries =>
      name === "asking" || name === "person" || typeof value !== "string" ? [] : [[name, value]],
  );
}

function focusOn(id: string): void {
  document.getElementById(id)?.focus();
}

function focusOnControl({ name, index }: FormProblem): void {
  named(name)[index]?.focus();
}

/** A question that was mended has new controls: whoever was typing types on. */
function focusAgain(control: HTMLInputElement | undefined, caret: number | null): void {
  if (control === undefined || control.matches(":disabled")) {
    focusOn("status");
  } else {
    control.focus();
    if (caret !== null && control.selectionStart !== null) control.setSelectionRange(caret, caret);
  }
}

function isTouched({ value, defaultValue, checked, defaultChecked }: HTMLInputElement): boolean {
  return value !== defaultValue || checked !== defaultChecked;
}

function named(name: string): HTMLInputElement[] {
  return controls().filter((control) => control.name === name);
}

function controls(): HTMLInputElement[] {
  return [...(answerForm()?.querySelectorAll<HTMLInputElement>("input, textarea") ?? [])];
}

const [root, tally] = ["app", "tally"].map((id) => document.getElementById(id));
if (root && tally) void start(root, tally, readPageState<VoteState>(document));
