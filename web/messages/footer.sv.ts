/** What stands at the end of the pages that people read. */
export type FooterCatalogue = Record<
  "privacy" | "data" | "accessibility" | "refresh" | "someoneElse" | "unsent",
  string
>;

export const footerSv: FooterCatalogue = {
  privacy: "Dina svar är anonyma: läs mer",
  data: "Så hanteras svaren",
  accessibility: "Tillgänglighet",
  refresh: "Uppdatera",
  someoneElse: "Inte du? Svara som någon annan",
  unsent: "Ett svar har inte kommit fram än. Fortsätter du räknas det inte. Vill du fortsätta?",
};
