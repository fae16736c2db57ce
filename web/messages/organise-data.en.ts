import type { Plural } from "./translate.ts";

/** How long ballots are kept, how to be rid of them, and a text for attendees. */
export const dataEn = {
  "data.title": "Answers and personal data",
  "data.kept": {
    one: "Ballots are erased {n} day after a run is closed. Its results stay, with the free texts and words in them.",
    other:
      "Ballots are erased {n} days after a run is closed. Its results stay, with the free texts and words in them.",
  },
  "data.erase": "Erase ballots now",
  "data.eraseAsk": "Erase the ballots for good?",
  "data.eraseAbout":
    "The ballots of all closed runs go everywhere. Results stay, with the free texts and words in them, but can’t be counted again. This can’t be undone.",
  "data.erased": "The ballots are erased. The results are kept.",
  "data.notice": "A text for attendees about personal data",
  "data.noticeAbout": "Paste it into the invitation or the programme, and fill in what stands in brackets.",
  "data.copy": "Copy the text",
  "data.copied": "Copied.",
  "data.notice.title": "How answers in “{title}” are handled",
  "data.notice.what":
    "What: We keep the answers to the questions, the time, and a random name for each phone. No names, e-mail addresses or IP addresses are kept. The phone gets a cookie, so that every attendee is counted once. If you write your own name in an answer, that answer is not anonymous.",
  "data.notice.why":
    "Why: To put together what the attendees think, and to document the meeting. Legal basis: [for example a task in the public interest, article 6.1 (e) of the GDPR].",
  "data.notice.howLong": {
    one: "How long: Single answers are erased {n} day after the poll is closed. The results, free texts among them, are kept [for example as part of the meeting’s documentation].",
    other:
      "How long: Single answers are erased {n} days after the poll is closed. The results, free texts among them, are kept [for example as part of the meeting’s documentation].",
  },
  "data.notice.who":
    "Who: The controller is [organisation]. Questions, and requests to know, correct or erase something: [contact]. You can complain to your data protection authority.",
  "data.notice.whoAsk":
    "Who: The controller is [organisation]. Questions, and requests to know, correct or erase something: [contact]. The service is run by: {contact}. You can complain to your data protection authority.",
} as const satisfies Record<string, string | Plural>;
