import type { Plural } from "./translate.ts";

/** Texts of the stage and its controls. */
export const presentEn = {
  "present.connecting": "Connecting …",
  "present.lineDown": "No connection. The picture is the latest one; trying again.",
  "present.stage": "Stage",

  "access.noKeyTitle": "This page needs the presenter link",
  "access.noKey":
    "The address lacks its key. Open the whole presenter link again, the one that ends with #key=…, or ask the organiser for it.",
  "access.wrongKeyTitle": "The key does not fit",
  "access.wrongKey":
    "The link may have been cut short when it was copied, or belong to another poll. Ask the organiser for the presenter link.",
  "access.goneTitle": "The poll is not here",
  "access.gone": "It may have been deleted. Ask the organiser.",

  "lobby.goTo": "Go to",
  "lobby.code": "and type the code",
  "lobby.qr": "QR code that leads to {address}",
  "lobby.joined": { one: "attendee has joined", other: "attendees have joined" },

  "question.answeredOf": "{answered} of {joined} have answered",
  "question.skipped": "{n} skipped it",
  "question.hidden": { one: "answer", other: "answers" },
  "question.hiddenOf": "of {n} who have joined. The result is hidden.",
  "question.locked": "Voting is locked",
  "question.clock": "Time left",
  "question.table": "The result as a table",

  "closed.title": "Thank you for taking part",
  "closed.joined": { one: "attendee took part", other: "attendees took part" },
  "closed.results": "To the results",

  "control.bar": "Controls",
  "control.next": "Next",
  "control.start": "First question",
  "control.previous": "Previous",
  "control.lobby": "Lobby",
  "control.lock": "Lock voting",
  "control.open": "Open voting",
  "control.hide": "Hide results",
  "control.show": "Show results",
  "control.secondRound": "Ask again",
  "control.firstRound": "To the first round",
  "control.showRightAnswer": "Show right answer",
  "control.hideRightAnswer": "Hide right answer",
  "control.table": "Table",
  "control.fullscreen": "Full screen",
  "control.close": "Close the poll",
  "control.help": "Keys",

  "rehearsal.name": "Rehearsal",
  "rehearsal.begin": "Try with {n} simulated attendees",
  "rehearsal.mark": "Rehearsal – simulated answers",
  "rehearsal.about": "None of it is kept.",
  "rehearsal.end": "End the rehearsal",

  "help.title": "Keys",
  "help.next": "Next question",
  "help.previous": "Previous question",
  "help.lock": "Lock or open voting",
  "help.results": "Show or hide results",
  "help.round": "Ask again in a second round, or go back to the first",
  "help.rightAnswer": "Show or hide the right answer, where the question has one",
  "help.table": "Show or hide the table",
  "help.fullscreen": "Full screen on or off",
  "help.help": "This list",
  "help.done": "Done",
  "key.space": "Space",

  "close.title": "Close the poll?",
  "close.text": "Voting ends, the results are kept, and the code stops working.",
  "close.yes": "Close the poll",
  "close.no": "Go on",

  "refused.offline": "The service could not be reached. Nothing was changed; try again.",
  "refused.state": "That can't be done right now: the poll may have been closed or changed elsewhere.",
  "refused.tooFast": "That was too many changes in a short time. Wait a moment and try again.",
  "refused.failed": "It did not work. Nothing was changed; try again.",
} satisfies Record<string, string | Plural>;

export type PresentCatalogue = Record<keyof typeof presentEn, string | Plural>;
