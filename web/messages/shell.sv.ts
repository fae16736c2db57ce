/** What a page says before its script does: its title, and why it stays empty without one. */
export type ShellCatalogue = Record<"present" | "embed" | "organise" | "results" | "home" | "noscript", string>;

export const shellSv: ShellCatalogue = {
  present: "Scenen",
  embed: "Resultat just nu",
  organise: "Dina omröstningar",
  results: "Resultat",
  home: "Gå med i en omröstning",
  noscript: "Den här sidan behöver JavaScript. Slå på det i webbläsaren och ladda om sidan.",
};
