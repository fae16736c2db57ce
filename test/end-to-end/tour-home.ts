import { documentsEn } from "../../web/messages/documents.en.ts";
import { documentsSv } from "../../web/messages/documents.sv.ts";
import type { Language } from "./phone-hand.ts";
import type { Open, Visit } from "./tour.ts";

/** The page on which a code is typed, and those that it leads to. */
export async function visitHome(open: Open, language: Language, visit: Visit): Promise<void> {
  const documents = language === "sv" ? documentsSv : documentsEn;
  const home = await open("/");
  await home.getByRole("textbox").waitFor();
  await visit("home", home);
  await home.getByRole("textbox").fill("000 000");
  await home.getByRole("button").click();
  await home.getByRole("alert").waitFor();
  await visit("home-wrong-code", home);
  for (const name of ["privacy", "accessibility"] as const) {
    await home.locator(`footer a[href="/${name}"]`).click();
    await home.getByRole("heading", { level: 1, name: documents[name].title }).waitFor();
    await visit(name, home);
  }
  await home.context().close();
}
