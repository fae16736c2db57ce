/** What is said of privacy and accessibility: documents, without a script. */
import type { Context } from "hono";
import { renderDocument, renderFooter } from "../../web/server/render.tsx";
import { parseCode } from "../shared/codes.ts";
import type { App } from "./access.ts";
import { pageAssets } from "./assets.ts";
import { cataloguesIn, pageLanguages } from "./catalogues.ts";
import { pageResponse } from "./page-shell.ts";
import { readerLanguage, withCookies } from "./reader-language.ts";
import { receiptsOfPhone } from "./receipt-routes.ts";

export async function documentPage(c: Context<App>, name: "privacy" | "accessibility"): Promise<Response> {
  const language = readerLanguage(c);
  const { documents, footer } = cataloguesIn(language);
  const text = documents[name];
  const receipts = name === "privacy" ? await receiptsOfPhone(c) : undefined;
  const page = {
    language,
    title: text.title,
    assets: await pageAssets(c.env, "documents"),
    body: renderDocument(
      text,
      documents.contact,
      c.env.CONTACT ?? "",
      receipts && { receipts, texts: documents.receipts, language },
    ),
    footer: renderFooter({
      messages: footer,
      language,
      languages: pageLanguages,
      poll: parseCode(c.req.query("poll") ?? ""),
    }),
    state: null,
  };
  return withCookies(c, pageResponse(page));
}
