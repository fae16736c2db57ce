/** The language of a page that people read: what they chose, kept for the visit, else the poll's own or the browser's. */
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { App } from "./access.ts";
import { knownLanguage, type PageLanguage, pageLanguage } from "./catalogues.ts";
import { wishedLanguages } from "./languages.ts";
import { cookieOptions } from "./site.ts";

const cookie = "handupp_lang";

/** `?lang=` is a choice: it is kept until the browser is closed. `own` is the poll's language. */
export function readerLanguage(c: Context<App>, own?: string): PageLanguage {
  const chosen = knownLanguage(c.req.query("lang"));
  if (chosen !== undefined) {
    setCookie(c, cookie, chosen, cookieOptions(c));
  }
  return pageLanguage(chosen, getCookie(c, cookie), own, c.req.header("accept-language"));
}

/** What the reader would have the poll's texts in, the dearest first: the choice, then the browser's languages. */
export function readerWishes(c: Context<App>): string[] {
  return wishedLanguages(c.req.query("lang") ?? getCookie(c, cookie), c.req.header("accept-language"));
}

/** The cookies that were set on the way go with the response, which was made apart from the context. */
export function withCookies(c: Context<App>, response: Response): Response {
  for (const set of c.res.headers.getSetCookie()) response.headers.append("set-cookie", set);
  return response;
}
