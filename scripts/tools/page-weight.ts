/** What a phone loads to vote: the page and the scripts and styles that it names, as they come over the wire. */
import * as http from "node:http";
import { brotliDecompressSync, gunzipSync } from "node:zlib";

/** `bytes` are the bodies', compressed; headers are not counted. */
export type PageWeight = { requests: number; bytes: number; questionInHtml: boolean; html: string };

/** `encoding`: the value of Accept-Encoding, a browser's own over HTTPS where none is given. */
export async function weighPage(url: string, questionText: string, encoding = "br, gzip"): Promise<PageWeight> {
  const load = (from: string) => get(from, encoding);
  const page = await load(url);
  const html = decoded(page);
  const assets = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => tag.startsWith("<script") || /\brel="?(?:stylesheet|modulepreload|preload)/.test(tag))
    .map(([, path = ""]) => new URL(path, url).href);
  const loaded = await Promise.all([...new Set(assets)].map(load));
  return {
    requests: 1 + loaded.length,
    bytes: [page, ...loaded].reduce((sum, { body }) => sum + body.length, 0),
    questionInHtml: html.includes(questionText),
    html,
  };
}

/** What draws results is loaded once a tally has come, and no page names it: its bytes. */
export async function weighResults(url: string, html: string, encoding: string): Promise<number> {
  const [, script = ""] = /<script\b[^>]*?\bsrc="([^"]+)"/.exec(html) ?? [];
  const code = decoded(await get(new URL(script, url).href, encoding));
  const [name] = /results-[\w-]+\.js/.exec(code) ?? [];
  if (name === undefined) throw new Error("the page's script names no part that draws results");
  return (await get(new URL(name, new URL(script, url)).href, encoding)).body.length;
}

type Loaded = { body: Buffer; headers: http.IncomingHttpHeaders };

/** By `node:http`, since `fetch` hides how much came over the wire. */
function get(url: string, encoding: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const headers = { "accept-encoding": encoding, accept: "text/html,*/*" };
    const request = http.get(url, { headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.once("error", reject);
      response.once("end", () => {
        if (response.statusCode === 200) resolve({ body: Buffer.concat(chunks), headers: response.headers });
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    });
    request.once("error", reject);
  });
}

function decoded({ body, headers }: Loaded): string {
  const encoding = headers["content-encoding"];
  if (encoding === "br") return brotliDecompressSync(body).toString("utf8");
  return encoding === "gzip" ? gunzipSync(body).toString("utf8") : body.toString("utf8");
}
