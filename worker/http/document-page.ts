/** What is said of privacy and accessibility: documents, without a script. */
import type { Context } from "hono";
import type { DocumentText, KeptTexts } from "../../web/messages/documents.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { renderDocument, renderFooter } from "../../web/server/render.tsx";
import { retentionDays } from "../env.ts";
import { parseCode } from "../shared/codes.ts";
import { PollDatabase } from "../store/poll-database.ts";
import type { App } from "./access.ts";
import { pageAssets } from "./assets.ts";
import { cataloguesIn, pageLanguages } from "./catalogues.ts";
import { attendeeCookie } from "./join-routes.ts";
import { pollOfCode } from "./joining.ts";
import { pageResponse } from "./page-shell.ts";
import { readerLanguage, withCookies } from "./reader-language.ts";
import { receiptsOfPhone } from "./receipt-routes.ts";

export async function documentPage(c: Context<App>, name: "privacy" | "accessibility"): Promise<Response> {
  const language = readerLanguage(c);
  const { documents, footer } = cataloguesIn(language);
  const poll = name === "privacy" ? await pollOfPhone(c) : undefined;
  const receipts = poll === undefined ? undefined : await receiptsOfPhone(c, poll);
  const text = withKept(documents[name], await keptSentence(c, poll, documents.kept, language));
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

/** The poll of `?poll=`, for a phone that is in one; undefined where it can't be found: the rest of the page is true all the same. */
async function pollOfPhone(c: Context<App>): Promise<string | undefined> {
  const code = c.req.query("poll");
  // Without the cookie of any poll there is nothing to look up, and no code to guess.
  if (code === undefined || !(c.req.header("cookie") ?? "").includes(attendeeCookie(""))) return undefined;
  const poll = await pollOfCode(c, code).catch(() => undefined);
  return poll?.ok ? poll.value : undefined;
}

async function keptSentence(
  c: Context<App>,
  poll: string | undefined,
  texts: KeptTexts,
  language: string,
): Promise<string> {
  const found = poll && (await new PollDatabase(c.env.DB).poll(poll).catch(() => undefined));
  const own = found ? found.definition.settings.retentionDays : undefined;
  const t = translator(texts, language);
  return own === undefined ? t("usual", { n: retentionDays(c.env.RETENTION_DAYS) }) : t("poll", { n: own });
}

function withKept({ title, sections }: DocumentText, kept: string): DocumentText {
  return {
    title,
    sections: sections.map(({ paragraphs, ...section }) => ({
      ...section,
      ...(paragraphs && { paragraphs: paragraphs.map((text) => text.replace("{kept}", () => kept)) }),
    })),
  };
}
