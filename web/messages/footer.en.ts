import type { FooterCatalogue } from "./footer.sv.ts";

export const footerEn: FooterCatalogue = {
  privacy: "Your answers are anonymous: read more",
  data: "How answers are handled",
  accessibility: "Accessibility",
  refresh: "Refresh",
  someoneElse: "Not you? Answer as someone else",
  unsent: "An answer has not arrived yet. If you go on, it does not count. Do you want to go on?",
};
