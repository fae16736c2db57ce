/** What every page has around its content. No text of people meets HTML unescaped. */
import type { PageAssets } from "./assets.ts";

export type PageParts = {
  language: string;
  title: string;
  assets: PageAssets;
  /** Rendered markup; empty for a page that its script fills. */
  body: string;
  /** Rendered markup after it. */
  footer?: string;
  /** For the page's script; null where there is none. */
  state: unknown;
  /** Said where scripts are off. */
  noscript?: string;
  /** Styles put into the page itself, which saves the phone a request. */
  inlineStyles?: string;
  /** Pages of other sites may show it in a frame. */
  framed?: boolean;
};

const rightToLeft = new Set(["ar", "fa", "he", "ur", "yi"]);

/** Named, so that no browser asks for /favicon.ico; a phone page has none, since each byte of it counts. */
const noIcon = "data:,";
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E%3Cpath fill='%230568c9' d='M3 14V8h2v6zm4 0V2h2v12zm4 0V5h2v9z'/%3E%3C/svg%3E";

export function pageResponse(parts: PageParts, status: 200 | 403 | 404 | 410 | 413 | 422 | 429 | 503 = 200): Response {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(12))));
  return new Response(document(parts, nonce), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy": contentSecurityPolicy(nonce, parts.framed === true),
      ...(parts.framed === true ? {} : { "x-frame-options": "DENY" }),
    },
  });
}

function contentSecurityPolicy(nonce: string, framed: boolean): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // Left out where frames are allowed: `*` would refuse slides that are opened as a file.
    ...(framed ? [] : ["frame-ancestors 'none'"]),
  ].join("; ");
}

function document(
  { language, title, assets, body, footer, state, noscript, inlineStyles }: PageParts,
  nonce: string,
): string {
  const scripted = state !== null;
  const direction = rightToLeft.has(language.split("-")[0] ?? "") ? ' dir="rtl"' : "";
  return [
    `<!doctype html><html lang="${escapeHtml(language)}"${direction}><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(title)}</title><link rel="icon" href="${inlineStyles === undefined ? icon : noIcon}">`,
    inlineStyles === undefined
      ? assets.styles.map((path) => `<link rel="stylesheet" href="${path}">`).join("")
      : `<style nonce="${nonce}">${inlineStyles}</style>`,
    scripted ? assets.preload.map((path) => `<link rel="modulepreload" href="${path}">`).join("") : "",
    scripted ? `<script type="module" src="${assets.script}"></script>` : "",
    `</head><body><div id="app">${body}</div>${footer ?? ""}`,
    noscript === undefined ? "" : `<noscript>${escapeHtml(noscript)}</noscript>`,
    scripted ? `<script type="application/json" id="state">${escapeJson(state)}</script>` : "",
    "</body></html>",
  ].join("");
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}

/** JSON that can't end the script element it stands in. */
function escapeJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
