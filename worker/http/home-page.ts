/** The page where a code is typed, also where one was wrong. */
import type { Context } from "hono";
import { renderFooter, renderHomePage } from "../../web/server/render.tsx";
import type { App } from "./access.ts";
import { pageAssets } from "./assets.ts";
import { cataloguesIn, pageLanguages } from "./catalogues.ts";
import type { CodeRefusal } from "./joining.ts";
import { pageResponse } from "./page-shell.ts";
import { readerLanguage, withCookies } from "./reader-language.ts";

type WrongCode = NonNullable<Parameters<typeof renderHomePage>[2]>;

const wrongCodeStatus = {
  unknown: 404,
  malformed: 404,
  closed: 410,
  full: 503,
  "too-many": 429,
  cookies: 403,
} as const;

export async function homePage(c: Context<App>, wrongCode?: WrongCode, retryAfter?: number): Promise<Response> {
  const language = readerLanguage(c);
  const { home, shell, footer } = cataloguesIn(language);
  const page = {
    language,
    title: shell.home,
    assets: await pageAssets(c.env, "home"),
    body: renderHomePage(home, language, wrongCode),
    footer: renderFooter({ messages: footer, language, languages: pageLanguages }),
    state: null,
  };
  const response = pageResponse(page, wrongCode === undefined ? 200 : wrongCodeStatus[wrongCode]);
  if (retryAfter !== undefined) response.headers.set("retry-after", String(retryAfter));
  return withCookies(c, response);
}

export function wrongCodePage(c: Context<App>, refusal: CodeRefusal): Promise<Response> {
  return homePage(c, refusal.reason, refusal.reason === "too-many" ? refusal.retryAfter : undefined);
}
