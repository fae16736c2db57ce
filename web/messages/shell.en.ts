import type { ShellCatalogue } from "./shell.sv.ts";

export const shellEn: ShellCatalogue = {
  present: "The stage",
  embed: "Live result",
  organise: "Your polls",
  results: "Results",
  home: "Join a poll",
  noscript: "This page needs JavaScript. Turn it on in the browser and load the page again.",
};
