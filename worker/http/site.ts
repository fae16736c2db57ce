/** Which site a request is for, and whether a page of that same site made it. */
import type { Context } from "hono";

/** Browsers say where a page came from; others have no Origin. The scheme may differ behind a proxy that ends TLS. */
export function isOfOtherSite(c: Context): boolean {
  const origin = c.req.header("origin");
  return origin !== undefined && URL.parse(origin)?.host !== new URL(c.req.url).host;
}

/** A form that was sent by another site's page. A browser that doesn't say so has sent no cookie either. */
export function isPostOfOtherSite(c: Context): boolean {
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site !== "same-origin" && site !== "none";
  // Our own pages name no referrer, and hence no origin.
  return c.req.header("origin") !== "null" && isOfOtherSite(c);
}

/** Of every cookie here: no script reads it, and no other site's page sends it along. */
export function cookieOptions(c: Context) {
  return { path: "/", httpOnly: true, sameSite: "Lax", secure: originOf(c).startsWith("https:") } as const;
}

/** `https` behind a proxy that ends TLS and says so. */
export function originOf(c: Context): string {
  const url = new URL(c.req.url);
  const forwarded = c.req.header("x-forwarded-proto");
  return `${forwarded === "https" ? "https:" : url.protocol}//${url.host}`;
}
