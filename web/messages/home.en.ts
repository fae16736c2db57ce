import type { HomeCatalogue } from "./home.sv.ts";

export const homeEn: HomeCatalogue = {
  title: "Join a poll",
  code: "Enter the code",
  codeHint: "It is on the screen or in the invitation, for example 123 456.",
  join: "Join",
  organise: "Make a poll of your own",
  "wrong.unknown": "No poll has that code. Compare it with the code on the screen and try again.",
  "wrong.closed": "That poll has ended. Ask whoever runs it whether there is a new code.",
  "wrong.full": "The poll has as many attendees as it can take. Ask whoever runs it.",
  "wrong.too-many": "Many wrong codes have come from here. Wait a minute and try again.",
  "wrong.cookies":
    "The answer did not arrive: the browser takes no cookies, which are needed for an answer to count once. Allow them for this site and enter the code again.",
  "wrong.malformed": "A code is made of digits. Type them as they are on the screen.",
};
