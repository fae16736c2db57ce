/** The pages. Phones get a document with the question in it, the organiser's and the stage's are shells that a script fills. */
import { type Context, Hono } from "hono";
import { renderFooter } from "../../web/server/render.tsx";
import { type Env, retentionDays } from "../env.ts";
import { parseCode } from "../shared/codes.ts";
import type { App } from "./access.ts";
import { pageAssets } from "./assets.ts";
import { cataloguesIn, pageLanguages } from "./catalogues.ts";
import { documentPage } from "./document-page.ts";
import { embedPage } from "./embed-page.ts";
import { homePage } from "./home-page.ts";
import { pageResponse } from "./page-shell.ts";
import { readerLanguage, withCookies } from "./reader-language.ts";
import { postedSomeoneElse, postedVote, votePage, votePart } from "./vote-page.ts";

export const pageRoutes = new Hono<App>()
  .get("/", async (c) => {
    const typed = c.req.query("code");
    if (typed === undefined) return homePage(c);
    const code = parseCode(typed);
    return code === undefined ? homePage(c, "malformed") : c.redirect(`/${code}`, 303);
  })
  .get("/privacy", (c) => documentPage(c, "privacy"))
  .get("/accessibility", (c) => documentPage(c, "accessibility"))
  .get("/present/:id", (c) => scriptPage(c, "present", c.req.param("id")))
  .get("/organise", (c) => scriptPage(c, "organise", null, keeping(c.env)))
  .get("/organise/:id", (c) => scriptPage(c, "organise", c.req.param("id"), keeping(c.env)))
  .get("/embed/:id", embedPage)
  .get("/results/:id", (c) => scriptPage(c, "results", c.req.param("id")))
  .get("/vote-parts/:part", votePart)
  .post("/:code", (c) => (parseCode(c.req.param("code")) === undefined ? homePage(c, "unknown") : postedVote(c)))
  .post("/:code/someone-else", postedSomeoneElse)
  .get("/:code", (c) => (parseCode(c.req.param("code")) === undefined ? homePage(c, "unknown") : votePage(c)));

async function scriptPage(
  c: Context<App>,
  page: "present" | "organise" | "results",
  poll: string | null,
  more: object = {},
): Promise<Response> {
  const language = readerLanguage(c);
  const { shell, footer, [page]: messages } = cataloguesIn(language);
  // A link to another language would lose the key, which stands in the address's fragment.
  const languages = poll === null ? pageLanguages : [];
  const response = pageResponse({
    language,
    title: shell[page],
    assets: await pageAssets(c.env, page),
    body: "",
    // The stage is the room's.
    ...(page === "present" ? {} : { footer: renderFooter({ messages: footer, language, languages, desk: true }) }),
    state: { page, language, messages, poll, ...more },
    noscript: shell.noscript,
  });
  return withCookies(c, response);
}

/** What organisers are told of how long the service keeps ballots, and who answers for it. */
function keeping({ RETENTION_DAYS, CONTACT }: Env): { keeping: { days: number; contact: string } } {
  return { keeping: { days: retentionDays(RETENTION_DAYS), contact: CONTACT } };
}
