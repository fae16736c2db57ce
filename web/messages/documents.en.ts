import type { DocumentsCatalogue } from "./documents.sv.ts";

export const documentsEn: DocumentsCatalogue = {
  privacy: {
    title: "How your answers are handled",
    sections: [
      {
        heading: "In short",
        items: [
          "Answers are anonymous: nobody asks who you are, and you have no account.",
          "No IP address is stored.",
          "Nothing is sent to other sites, and nobody measures what you do on the page.",
        ],
      },
      {
        heading: "What is stored",
        items: [
          "Your answers, as you chose or wrote them, and when they came.",
          "A fingerprint of each answer, also of those you have changed. With the fingerprints anyone can check that no answers have been altered or taken away. What you answered before you changed your mind can’t be worked out from them.",
          "A random mark in place of a name. It keeps together the answers of one phone, so that you can change your mind and are counted once. The next time the same poll is run you get another.",
        ],
        paragraphs: ["If you write your name in an answer, that answer is of course no longer anonymous."],
      },
      {
        heading: "Who sees the answers",
        items: [
          "Everyone in the room sees the result as a whole, with words and texts, when it is shown.",
          "Whoever presents sees the same, and also what is hidden or waits to be shown.",
          "Whoever made the poll can download the answers one by one, with the random mark and without names, and can make the results public. The answers one by one can be made public too.",
        ],
      },
      {
        heading: "For how long",
        paragraphs: [
          "{kept} Whoever made the poll may erase them sooner. The results, words and texts among them, are kept until the poll is deleted. Backups of whoever runs the server may live on for a while, with Cloudflare for at most 30 days. Answers in a rehearsal are not kept.",
        ],
      },
      {
        heading: "On your phone",
        items: [
          "The cookie handupp_ followed by the poll’s id, for 14 days: by it your phone is recognised in the poll. No script can read it.",
          "The cookie handupp_lang, until you close the browser: the language, if you have chosen one.",
          "The cookie handupp_session (over https __Host-handupp_session), for 30 days: only if you have signed in to an account as an organiser. No script can read it.",
          "An answer that has not arrived is kept on the phone until it has, or can no longer count.",
          "What you have begun to write, and a random name of your connection, are kept until you close the tab.",
          "If you make polls: their keys are kept in your browser until you remove them there.",
        ],
        paragraphs: ["The cookies are needed for what you do on the page. There are no others."],
      },
      {
        heading: "IP addresses",
        paragraphs: [
          "The server sees your address when it sends you the page, as every site does, but does not write it down. Whoever types many wrong codes has to wait. For that, mistakes are counted by address in the server’s memory, never on disk. Whoever runs the server, or the network in front of it, may have logs of their own that we know nothing about.",
        ],
      },
    ],
  },
  accessibility: {
    title: "Accessibility",
    sections: [
      {
        heading: "How things stand",
        paragraphs: [
          "Everyone should be able to answer, present and read results. The aim is EN 301 549 and WCAG 2.2 at level AA. We judge the pages to be partially conformant, because of the gaps below.",
          "The judgement is our own, last made on 1 December 2026. Nobody from outside has reviewed the service.",
        ],
      },
      {
        heading: "How it is tested",
        items: [
          "With every change all pages are tested automatically with axe, in Swedish and English, in light and dark, down to a width of 320 pixels.",
          "In the tests every type of question is answered by keyboard alone, and a whole poll without JavaScript.",
          "Colours are chosen for contrast, and nothing moves for those who have asked their browser for that.",
        ],
      },
      {
        heading: "Known gaps",
        items: [
          "The pages have not been tested with screen readers by people who use them every day.",
          "The word cloud on the stage can only be read as a table, and the table is shown when whoever presents presses T. On the phone the words are a list, if results are shown there.",
          "A question may be in another language than the page. Each text is marked with its language, but single words in other languages within it are not.",
          "A picture that is saved from the stage has no text alternative. Write one where you use the picture.",
          "Without JavaScript, characters and points are not counted while you fill in, and the page is only fetched anew when you press Refresh.",
        ],
      },
      {
        heading: "Time to answer",
        paragraphs: [
          "A poll happens in the moment, together with others. No time limit is on to begin with. Whoever presents can start a countdown, and can at any time give more time, remove the countdown or open voting again. Say so in the room if you need more time.",
        ],
      },
    ],
  },
  receipts: {
    heading: "What is stored from this phone in",
    none: "No answer is stored yet.",
    about: "This is your receipt. With it you can see that your answer is there, if the ballots are published.",
    mark: "In place of your name stands",
    round: "round {round}",
    skipped: "Skipped",
    question: "The question’s name",
    castAt: "Stored",
    place: "Place",
    placeIs: "part {shard}, number {number}",
    digest: "Fingerprint",
    find: "Look in ballots.csv for the line with the mark and the question’s name, and in chain.csv for part and number: the fingerprint should stand there.",
    secret: "Whoever gets to see the receipt sees what you answered.",
  },
  kept: {
    poll: {
      one: "In this poll single answers are erased {n} day after it is closed.",
      other: "In this poll single answers are erased {n} days after it is closed.",
    },
    usual: {
      one: "Single answers are erased {n} day after the poll is closed, or after as many days as whoever made the poll has chosen.",
      other:
        "Single answers are erased {n} days after the poll is closed, or after as many as whoever made the poll has chosen.",
    },
  },
  contact: {
    heading: "Contact",
    lead: "Ask, or tell us of something that does not work:",
    nobody: "Turn to whoever invited you to the poll. Whoever runs the server has given no contact of their own.",
    toStart: "To the start page",
  },
};
