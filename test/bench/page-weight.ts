/** What a phone loads to vote: the page and the scripts and styles that it names, as they come over the wire. */
import { get, type IncomingHttpHeaders } from "node:http";

/** `bytes` are the bodies', compressed; headers are not counted. */
export type PageWeight = { requests: number; bytes: number; questionInHtml: boolean };

export async function weighPage(url: string, questionText: string): Promise<PageWeight> {
  const page = await load(url);
  const html = await decoded(page);
  const assets = [...html.matchAll(/<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"[^>]*>/g)]
    .filter(([tag]) => tag.startsWith("<script") || /\brel="?(?:stylesheet|modulepreload|preload)/.test(tag))
    .map(([, path = ""]) => new URL(path, url).href);
  const loaded = await Promise.all([...new Set(assets)].map(load));
  return {
    requests: 1 + loaded.length,
    bytes: [page, ...loaded].reduce((sum, { body }) => sum + body.length, 0),
    questionInHtml: html.includes(questionText),
  };
}

type Loaded = { body: Buffer; headers: IncomingHttpHeaders };

/** By `node:http`, since `fetch` hides how much came over the wire. */
function load(url: string): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const request = get(url, { headers: { "accept-encoding": "br, gzip", accept: "text/html,*/*" } }, (response) => {
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

async function decoded({ body, headers }: Loaded): Promise<string> {
  const { brotliDecompressSync, gunzipSync } = await import("node:zlib");
  const encoding = headers["content-encoding"];
  if (encoding === "br") return brotliDecompressSync(body).toString("utf8");
  return encoding === "gzip" ? gunzipSync(body).toString("utf8") : body.toString("utf8");
}
