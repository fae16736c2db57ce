/** The pages. Phones get a document with the question in it, the others a shell that their script fills. */
import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { readPostedForm, renderHomePage, renderVotePage } from "../../web/server/render.tsx";
import type { VotePartKit, VoteState } from "../../web/ui/page-state.ts";
import { shardOf } from "../live/objects.ts";
import { readToken } from "../live/token.ts";
import type { PollStageFrame } from "../poll/snapshots.ts";
import { parseCode } from "../shared/codes.ts";
import { firstWished } from "../shared/languages.ts";
import { limits } from "../shared/limits.ts";
import { type App, checkOrigin, originOf } from "./access.ts";
import { assetText, formScripts, pageAssets, partStyles } from "./assets.ts";
import { readForm } from "./body.ts";
import { cataloguesIn, isVotePart, pageLanguage, voteTextsIn } from "./catalogues.ts";
import { embedPage } from "./embed-page.ts";
import { attendeeCookie } from "./join-routes.ts";
import { type CodeRefusal, joinPoll, pollOfCode } from "./joining.ts";
import { wishedLanguages } from "./languages.ts";
import { pageResponse } from "./page-shell.ts";
import { fullRetrySeconds, Problem } from "./problem.ts";

type WrongCode = NonNullable<Parameters<typeof renderHomePage>[2]>;

/** Long enough for a meeting of several days; a token ends with its run all the same. */
const cookieSeconds = 14 * 24 * 3600;
const wrongCodeStatus = { unknown: 404, malformed: 404, closed: 410, full: 503, "too-many": 429 } as const;

export const pageRoutes = new Hono<App>()
  .get("/", async (c) => {
    const typed = c.req.query("code");
    if (typed === undefined) return homePage(c);
    const code = parseCode(typed);
    return code === undefined ? homePage(c, "malformed") : c.redirect(`/${code}`, 303);
  })
  .get("/present/:id", (c) => scriptPage(c, "present", c.req.param("id")))
  .get("/organise", (c) => scriptPage(c, "organise", null))
  .get("/organise/:id", (c) => scriptPage(c, "organise", c.req.param("id")))
  .get("/embed/:id", embedPage)
  .get("/results/:id", (c) => scriptPage(c, "results", c.req.param("id")))
  .get("/vote-parts/:part", (c) => votePart(c))
  .post("/:code", (c) => (parseCode(c.req.param("code")) === undefined ? homePage(c, "unknown") : postedVote(c)))
  .get("/:code", (c) => (parseCode(c.req.param("code")) === undefined ? homePage(c, "unknown") : votePage(c)));

function languageOf(c: Context<App>, own?: string) {
  return pageLanguage(c.req.query("lang"), own, c.req.header("accept-language"));
}

/** What the page's reader would have the poll's texts in. */
function wishesOf(c: Context<App>): string[] {
  return wishedLanguages(c.req.query("lang"), c.req.header("accept-language"));
}

async function homePage(c: Context<App>, wrongCode?: WrongCode, retryAfter?: number): Promise<Response> {
  const language = languageOf(c);
  const { home, shell } = cataloguesIn(language);
  const assets = await pageAssets(c.env, "home");
  const response = pageResponse(
    { language, title: shell.home, assets, body: renderHomePage(home, language, wrongCode), state: null },
    wrongCode === undefined ? 200 : wrongCodeStatus[wrongCode],
  );
  if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  return response;
}

function wrongCodePage(c: Context<App>, refusal: CodeRefusal): Promise<Response> {
  return homePage(c, refusal.reason, refusal.reason === "too-many" ? refusal.retryAfter : undefined);
}

async function scriptPage(
  c: Context<App>,
  page: "present" | "organise" | "results",
  poll: string | null,
): Promise<Response> {
  const language = languageOf(c);
  const { shell, [page]: messages } = cataloguesIn(language);
  return pageResponse({
    language,
    title: shell[page],
    assets: await pageAssets(c.env, page),
    body: "",
    state: { page, language, messages, poll },
    noscript: shell.noscript,
  });
}

/** The phone's page: the same attendee where the cookie is good for this run, else a new one. */
async function votePage(c: Context<App>): Promise<Response> {
  const found = await pollOfCode(c, c.req.param("code") ?? "");
  if (!found.ok) return wrongCodePage(c, found.error);
  const poll = found.value;
  const known = await knownAttendee(c, poll);
  if (known !== undefined) return renderVote(c, poll, known);
  // A look at the headers alone makes nobody an attendee.
  if (c.req.method === "HEAD") return c.body(null);
  const joined = await joinPoll(c, poll, { languages: wishesOf(c) });
  if (!joined.ok) {
    const { error } = joined;
    if (error.reason === "full") return homePage(c, "full", fullRetrySeconds);
    return error.reason === "unknown" || error.reason === "too-many" ? wrongCodePage(c, error) : homePage(c, "closed");
  }
  setCookie(c, attendeeCookie(poll), joined.value.token, {
    path: "/",
    httpOnly: true,
    sameSite: "Lax",
    secure: originOf(c).startsWith("https:"),
    maxAge: cookieSeconds,
  });
  return renderVote(c, poll, joined.value.stage);
}

/** What a phone lacks when results are shown, or a question of another type than its page was made for. */
async function votePart(c: Context<App>): Promise<Response> {
  const part = c.req.param("part") ?? "";
  if (!isVotePart(part)) throw new Problem(404, "The vote page has no such part.");
  const kit: VotePartKit = { messages: voteTextsIn(languageOf(c), part), styles: await partStyles(c.env, part) };
  return c.json(kit, 200, { "cache-control": "no-cache" });
}

/** The vote page's form, posted by a browser without a script: the same way to the same ballot. */
async function postedVote(c: Context<App>): Promise<Response> {
  checkOrigin(c);
  const found = await pollOfCode(c, c.req.param("code") ?? "");
  if (!found.ok) return wrongCodePage(c, found.error);
  const poll = found.value;
  // With what the page was asked for, its language.
  const back = c.redirect(c.req.path + new URL(c.req.url).search, 303);
  const token = getCookie(c, attendeeCookie(poll)) ?? "";
  const claims = readToken(token);
  const stage = await knownAttendee(c, poll);
  const form = await readForm(c.req.raw, limits.frameBytes);
  // Another question is on stage by now, or the run is another: the page shows what is.
  if (claims === undefined || stage?.question == null || form.get("asking") !== stage.asking) return back;
  const entries = [...form].filter(([name]) => name !== "asking");
  const read = form.has("skip") ? { answer: null } : await readPostedForm(stage.question, entries, stage.language);
  if ("problem" in read) return renderVote(c, poll, stage, { entries, problem: read.problem });
  const sent = { ref: crypto.randomUUID(), question: stage.asking ?? "", answer: read.answer };
  const refused = await shardOf(c.env, poll, claims.shard).cast(poll, claims.shard, token, sent);
  return refused === undefined ? back : renderVote(c, poll, stage, { entries, code: refused.code });
}

async function knownAttendee(c: Context<App>, poll: string): Promise<PollStageFrame | undefined> {
  const token = getCookie(c, attendeeCookie(poll)) ?? "";
  const claims = readToken(token);
  return claims && shardOf(c.env, poll, claims.shard).stageFor(poll, claims.shard, token, wishesOf(c));
}

async function renderVote(
  c: Context<App>,
  poll: string,
  stage: PollStageFrame,
  sent?: VoteState["sent"],
): Promise<Response> {
  // The reader's wish among several, also while what is on stage is given in one alone.
  const language = languageOf(c, firstWished(stage.languages ?? [], wishesOf(c)) ?? stage.language);
  const type = stage.question?.type;
  const state = {
    page: "vote" as const,
    language,
    messages: {
      ...voteTextsIn(language),
      ...(type && voteTextsIn(language, type)),
      ...(sent !== undefined && "code" in sent ? voteTextsIn(language, "refused") : {}),
    },
    poll,
    stage,
    ...(sent === undefined ? {} : { sent }),
  };
  const assets = await pageAssets(c.env, "vote");
  const styles = await Promise.all(assets.styles.map((path) => assetText(c.env, path)));
  if (type !== undefined) {
    const scripts = await formScripts(c.env, type);
    assets.preload.push(...scripts.filter((path) => path !== assets.script && !assets.preload.includes(path)));
    styles.push(await partStyles(c.env, type));
  }
  const response = pageResponse(
    {
      language,
      title: stage.title,
      assets,
      body: await renderVotePage(state),
      state,
      inlineStyles: styles.join(""),
    },
    sent === undefined ? 200 : 422,
  );
  const cookie = c.res.headers.get("set-cookie");
  if (cookie !== null) response.headers.set("set-cookie", cookie);
  return response;
}
