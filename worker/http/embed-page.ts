/** The page of a frame in slides: a shell that its script fills, or in plain words why there is nothing to show. */
import type { Context } from "hono";
import { renderEmbedNotice } from "../../web/server/render.tsx";
import type { EmbedState } from "../../web/ui/page-state.ts";
import { roomOf } from "../live/objects.ts";
import { type App, isPollId } from "./access.ts";
import { pageAssets } from "./assets.ts";
import { cataloguesIn, pageLanguage } from "./catalogues.ts";
import { pageResponse } from "./page-shell.ts";

/** `?question=ID` for one question alone, `?theme=light|dark|contrast`, `?background=transparent`, `?lang=sv|en`. */
export async function embedPage(c: Context<App>): Promise<Response> {
  const poll = c.req.param("id") ?? "";
  const found = isPollId(poll) ? await roomOf(c.env, poll).embedding(poll) : undefined;
  const embedding = found?.ok ? found.value : undefined;
  // The room's language rather than the reader's: a frame is part of a slide.
  const language = pageLanguage(c.req.query("lang"), embedding?.language, c.req.header("accept-language"));
  const { shell, embed: messages } = cataloguesIn(language);
  const assets = await pageAssets(c.env, "embed");
  const question = c.req.query("question") ?? null;
  if (embedding?.allowed !== true || (question !== null && !embedding.questions.includes(question))) {
    const problem = embedding?.allowed === false ? "forbidden" : "gone";
    const body = renderEmbedNotice(messages, language, problem);
    const parts = { language, title: shell.embed, assets, body, state: null, framed: true };
    return pageResponse(parts, problem === "gone" ? 404 : 403);
  }
  const state: EmbedState = {
    page: "embed",
    language,
    messages,
    poll,
    question,
    theme: themes.find((theme) => theme === c.req.query("theme")) ?? "auto",
    transparent: c.req.query("background") === "transparent",
  };
  return pageResponse({
    language,
    title: embedding.title,
    assets,
    body: "",
    state,
    noscript: shell.noscript,
    framed: true,
  });
}

const themes = ["light", "dark", "contrast"] as const;
