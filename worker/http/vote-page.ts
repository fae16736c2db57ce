/** The phone's page: a document with the question in it, and what its forms post where there is no script. */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { readPostedForm, renderFooter, renderResults, renderVotePage } from "../../web/server/render.tsx";
import type { VoteOccasion, VotePartKit, VoteState } from "../../web/ui/page-state.ts";
import { roomOf, shardOf } from "../live/objects.ts";
import { hashKey, readToken } from "../live/token.ts";
import type { Joined, RoomRefusal } from "../poll/replies.ts";
import { type PollStageFrame, type PollTallyFrame, showsTallyOnPhones } from "../poll/snapshots.ts";
import { firstWished } from "../shared/languages.ts";
import { limits } from "../shared/limits.ts";
import type { App } from "./access.ts";
import { assetText, pageAssets, partScripts, partStyles } from "./assets.ts";
import { readForm } from "./body.ts";
import { cataloguesIn, isVotePart, pageLanguage, pageLanguages, voteTextsIn } from "./catalogues.ts";
import { homePage, wrongCodePage } from "./home-page.ts";
import { attendeeCookie, personOf } from "./join-routes.ts";
import { type CodeRefusal, joinPoll, pollOfCode } from "./joining.ts";
import { pageResponse } from "./page-shell.ts";
import { fullRetrySeconds, Problem } from "./problem.ts";
import { readerLanguage, readerWishes, withCookies } from "./reader-language.ts";
import { cookieOptions, isPostOfOtherSite } from "./site.ts";

/** Long enough for a meeting of several days; a token ends with its run all the same. */
const cookieSeconds = 14 * 24 * 3600;
/** An attendee's budget has room for many posts again after it. */
const tooFastRetrySeconds = 1;
/** Said of an answer whose question, round or run is not the one that is on. */
const tooLate: VoteState["sent"] = { entries: null, code: "not-on-stage" };

/** An attendee of `poll`: the phone's token, and what is on stage for it. */
type Known = Joined & { poll: string };

/** The same attendee where the cookie is good for this run, else a new one. */
export async function votePage(c: Context<App>): Promise<Response> {
  const found = await pollOfCode(c, c.req.param("code") ?? "");
  if (!found.ok) return wrongCodePage(c, found.error);
  const known = await knownAttendee(c, found.value);
  if (known !== undefined) return renderVote(c, known);
  // A look at the headers alone makes nobody an attendee.
  if (c.req.method === "HEAD") return c.body(null);
  return newcomersPage(c, found.value);
}

/** What a phone lacks when results are shown, or a question of another type than its page was made for. */
export async function votePart(c: Context<App>): Promise<Response> {
  const part = c.req.param("part") ?? "";
  if (!isVotePart(part)) throw new Problem(404, "The vote page has no such part.");
  const language = pageLanguage(c.req.query("lang"), c.req.header("accept-language"));
  const kit: VotePartKit = { messages: voteTextsIn(language, part), styles: await partStyles(c.env, part) };
  return c.json(kit, 200, { "cache-control": "no-cache" });
}

/** The vote page's form, posted by a browser without a script: the same way to the same ballot. */
export async function postedVote(c: Context<App>): Promise<Response> {
  refuseOtherSites(c);
  const found = await pollOfCode(c, c.req.param("code") ?? "");
  if (!found.ok) return wrongCodePage(c, found.error);
  const poll = found.value;
  // With what the page was asked for, its language.
  const back = c.redirect(c.req.path + new URL(c.req.url).search, 303);
  const token = getCookie(c, attendeeCookie(poll)) ?? "";
  const claims = readToken(token);
  // Every page that has the form has set a cookie.
  if (claims === undefined) return homePage(c, "cookies");
  const known = await knownAttendee(c, poll);
  const form = await readForm(c.req.raw, limits.formBytes).catch((error) => {
    if (error instanceof Problem && error.status === 413) return undefined;
    throw error;
  });
  // The run that the page was of is over.
  if (known === undefined) return newcomersPage(c, poll, tooLate);
  if (form === undefined) return renderVote(c, known, { entries: [], code: "too-large" });
  const { stage } = known;
  const isOthers = form.has("person") && form.get("person") !== (await personOf(token));
  if (isOthers || stage.question === null || form.get("asking") !== stage.asking) return renderVote(c, known, tooLate);
  const entries = [...form].filter(([name]) => name !== "asking" && name !== "person" && name !== "shows");
  const read = form.has("skip") ? { answer: null } : await readPostedForm(stage.question, entries, stage.language);
  if ("entries" in read) return renderVote(c, known, read);
  if ("problem" in read) return renderVote(c, known, { entries, problem: read.problem });
  // The form was of another answer than the one that counts: that one is not replaced unseen.
  const isOutdated = form.has("shows") && form.get("shows") !== (await markOf(stage.answer));
  if (isOutdated && JSON.stringify(read.answer) !== JSON.stringify(stage.answer)) {
    return renderVote(c, known, { entries, problem: { problem: "refused.newer", name: "", index: 0 } });
  }
  const sent = { ref: crypto.randomUUID(), question: stage.asking ?? "", answer: read.answer };
  const refused = await shardOf(c.env, poll, claims.shard).cast(poll, claims.shard, token, sent);
  return refused === undefined ? back : renderVote(c, known, { entries, code: refused.code });
}

/** Where the organiser lets several people answer on one phone: whoever holds it now is a new attendee. */
export async function postedSomeoneElse(c: Context<App>): Promise<Response> {
  refuseOtherSites(c);
  const code = c.req.param("code") ?? "";
  const found = await pollOfCode(c, code);
  if (!found.ok) return wrongCodePage(c, found.error);
  const known = await knownAttendee(c, found.value);
  if (known?.stage.sharedDevice === true && known.stage.status !== "closed") {
    const joined = await join(c, found.value);
    if (!joined.ok) return notLetIn(c, joined.error);
  }
  return c.redirect(`/${code}`, 303);
}

function refuseOtherSites(c: Context<App>): void {
  if (isPostOfOtherSite(c)) throw new Problem(403, "Pages of other sites can't post here.");
}

async function newcomersPage(c: Context<App>, poll: string, sent?: VoteState["sent"]): Promise<Response> {
  const joined = await join(c, poll);
  return joined.ok ? renderVote(c, { ...joined.value, poll }, sent) : notLetIn(c, joined.error);
}

/** A new attendee, whom the phone's cookie names from now on. */
async function join(c: Context<App>, poll: string) {
  const joined = await joinPoll(c, poll, { languages: readerWishes(c) });
  if (joined.ok) {
    setCookie(c, attendeeCookie(poll), joined.value.token, { ...cookieOptions(c), maxAge: cookieSeconds });
  }
  return joined;
}

async function notLetIn(c: Context<App>, error: CodeRefusal | RoomRefusal): Promise<Response> {
  if (error.reason === "full") return homePage(c, "full", fullRetrySeconds);
  return error.reason === "unknown" || error.reason === "too-many" ? wrongCodePage(c, error) : homePage(c, "closed");
}

async function knownAttendee(c: Context<App>, poll: string): Promise<Known | undefined> {
  const token = getCookie(c, attendeeCookie(poll)) ?? "";
  const claims = readToken(token);
  const stage =
    claims && (await shardOf(c.env, poll, claims.shard).stageFor(poll, claims.shard, token, readerWishes(c)));
  return stage && { poll, token, stage };
}

/** Tells an attendee's answers to a question apart, an absent one too. */
async function markOf(answer: PollStageFrame["answer"]): Promise<string> {
  return (await hashKey(JSON.stringify(answer) ?? "")).slice(0, 8);
}

/** As phones are shown it; a page without it is better than none. */
async function tallyFor(c: Context<App>, { poll, token, stage }: Known): Promise<PollTallyFrame | undefined> {
  const claims = readToken(token);
  if (claims === undefined || !showsTallyOnPhones(stage)) return undefined;
  try {
    const shown = await shardOf(c.env, poll, claims.shard).shownTally();
    const tally = isOf(stage, shown) ? shown : await roomOf(c.env, poll).phoneTally(poll);
    return isOf(stage, tally) ? tally : undefined;
  } catch {
    return undefined;
  }
}

function isOf({ run, question }: PollStageFrame, tally: PollTallyFrame | undefined): boolean {
  return tally?.run === run && tally.question === question?.id;
}

function occasionsOf({ closesAt, round, rehearsal, status }: PollStageFrame, sent: VoteState["sent"]): VoteOccasion[] {
  const occasions: VoteOccasion[] = [];
  if (closesAt !== undefined) occasions.push("countdown");
  if (status === "closed") occasions.push("closed");
  if (round === 2) occasions.push("secondRound");
  if (rehearsal) occasions.push("rehearsal");
  if (sent?.code !== undefined || sent?.problem?.problem === "refused.newer") occasions.push("refused");
  return occasions;
}

async function renderVote(c: Context<App>, known: Known, sent?: VoteState["sent"]): Promise<Response> {
  const { poll, token, stage } = known;
  // The reader's wish among several, also while what is on stage is given in one alone.
  const language = readerLanguage(c, firstWished(stage.languages ?? [], readerWishes(c)) ?? stage.language);
  const tally = await tallyFor(c, known);
  const person = await personOf(token);
  const { type } = stage.question ?? {};
  const shownParts = [...(type === undefined ? [] : [type]), ...(tally === undefined ? [] : (["results"] as const))];
  const said = [...shownParts, ...occasionsOf(stage, sent)];
  const state = {
    page: "vote" as const,
    language,
    messages: Object.assign(voteTextsIn(language), ...said.map((part) => voteTextsIn(language, part))),
    poll,
    person,
    stage,
    ...(sent && { sent }),
  };
  const assets = await pageAssets(c.env, "vote");
  const scripts = type === undefined ? [] : await partScripts(c.env, type);
  const others = scripts.filter((path) => path !== assets.script);
  assets.preload = [...new Set([...assets.preload, ...others])];
  const styles = await Promise.all([
    ...assets.styles.map((path) => assetText(c.env, path)),
    ...shownParts.map((part) => partStyles(c.env, part)),
  ]);
  const body = await renderVotePage(state);
  const footer = renderFooter({
    messages: cataloguesIn(language).footer,
    language,
    languages: pageLanguages,
    vote: {
      code: c.req.param("code") ?? "",
      person: stage.sharedDevice === true && stage.status !== "closed" ? person : undefined,
      shows: stage.voting === "open" && stage.question?.changeable ? await markOf(stage.answer) : undefined,
    },
  });
  const shown = tally === undefined ? "" : renderResults(stage, tally, state.messages, language);
  const after = `<div id="tally">${shown}</div>${footer}`;
  const page = { language, title: stage.title, assets, body, footer: after, state, inlineStyles: styles.join("") };
  const response = pageResponse(page, statusOf(sent));
  if (response.status === 429) response.headers.set("retry-after", String(tooFastRetrySeconds));
  return withCookies(c, response);
}

function statusOf(sent: VoteState["sent"]): 200 | 413 | 422 | 429 {
  if (sent?.code === "too-fast") return 429;
  if (sent?.code === "too-large") return 413;
  return sent?.problem === undefined && sent?.code === undefined ? 200 : 422;
}
