import type { Plural } from "./translate.ts";

/** Texts of the page of results; those inside pictures and tables are in the charts' catalogue. */
export const resultsEn = {
  "results.loading": "Fetching the results …",
  "results.run": "Run {n}",
  "results.runs": "Which run",
  "results.runLatest": "Run {n} (the latest)",
  "results.live": "Live now. Fetched {when}.",
  "results.closed": "Closed {when}.",
  "results.fetched": "Fetched {when}.",
  "results.joined": "{n} joined",
  "results.answered": "up to {n} answered a question",
  "results.refresh": "Fetch again",
  "results.refreshed": "Fetched {when}.",
  "results.print": "Print",
  "results.question": "Question {n}",
  "results.round": "Round {n}",
  "results.answers": { one: "{n} answer", other: "{n} answers" },
  "results.answersAndSkipped": "{answers}, {skipped} skipped",
  "results.none": "The poll has no questions.",

  "downloads.title": "Downloads",
  "downloads.xlsx": "Excel (XLSX)",
  "downloads.csv": "Table (CSV)",
  "downloads.json": "JSON",
  "downloads.ballots": "All ballots (CSV)",
  "downloads.about": "The files hold run {n}.",
  "downloads.aboutBallots":
    "The file of ballots has one row an answer. It names no one: each attendee has a random name.",
  "downloads.presenter": "The ballots can be downloaded with the organiser's link only.",
  "downloads.failed": "The file could not be fetched. Try again.",

  "sentence.none": "No one has answered.",
  "sentence.choice.other": "Other",
  "sentence.choice.one": "Most chose {name}: {n} of {answered} ({percent}).",
  "sentence.choice.all": "All {answered} chose {name}.",
  "sentence.choice.tie": "Equally many chose {names}: {n} each of {answered}.",
  "sentence.words.one": {
    one: "The most frequent word was {word}, given by one attendee.",
    other: "The most frequent word was {word}, given by {n} attendees.",
  },
  "sentence.words.tie": {
    one: "No word was given by more than one attendee.",
    other: "The most frequent words were {words}, given by {n} attendees each.",
  },
  "sentence.words.hidden": "All words given are hidden.",
  "sentence.text": { one: "One attendee wrote a text.", other: "{n} attendees wrote a text." },
  "sentence.number.many": "The mean is {mean} and the median {median}; the answers go from {min} to {max}.",
  "sentence.number.right":
    "The right answer is {value}: {close} of {n} came close (±{within}) and {exact} guessed exactly right.",
  "sentence.number.same": { one: "One attendee answered {value}.", other: "All {n} answered {value}." },
  "sentence.grid.many":
    "Furthest right{rightEnd} is {right}, {x} of {most}, and furthest up{topEnd} is {top}, {y} of {most}.",
  "sentence.grid.one": "{name} stands at {x} of {most} to the right{rightEnd} and {y} of {most} upwards{topEnd}.",
  "sentence.grid.skipped": "All items were left out.",
  "sentence.scale.one": "{name} has the mean {mean} on a scale from {min} to {max}.",
  "sentence.scale.many":
    "{highest} has the highest mean, {highestMean}, and {lowest} the lowest, {lowestMean} (scale {min} to {max}).",
  "sentence.scale.same": "All statements have the mean {mean} (scale {min} to {max}).",
  "sentence.scale.skipped": "All statements were left out.",
  "sentence.ranking.one":
    "{first} came first and {last} last (points {n} and {lastN}, mean place {rank} and {lastRank}).",
  "sentence.ranking.tie": {
    one: "{names} came first together, with {n} point each.",
    other: "{names} came first together, with {n} points each.",
  },
  "sentence.ranking.same": {
    one: "All options came out equal, with {n} point each.",
    other: "All options came out equal, with {n} points each.",
  },
  "sentence.points.one":
    "{most} got the most, {mean} of {total} points on average, and {least} the least, {leastMean}.",
  "sentence.points.tie": "{names} got the most, {mean} of {total} points each on average.",
  "sentence.points.same": "All options got as much, {mean} of {total} points on average.",

  "results.missing.title": "The key is missing",
  "results.missing.text": "The link to results ends with #key= and a long key. Open the whole link.",
  "results.wrong.title": "The key doesn't fit",
  "results.wrong.text": "The key in the link doesn't open these results. Check that the whole link came along.",
  "results.gone.title": "The results aren't there",
  "results.gone.text": "The poll may have been deleted, or the address may be wrong.",
  "results.draft.title": "No results yet",
  "results.draft.text": "The poll has not been run. Results come with the first question on stage.",
  "results.trouble.title": "The results could not be fetched",
  "results.trouble.text": "Check the connection and try again.",
  "results.trouble.retry": "Try again",
} as const satisfies Record<string, string | Plural>;

export type ResultsCatalogue = Record<keyof typeof resultsEn, string | Plural>;
