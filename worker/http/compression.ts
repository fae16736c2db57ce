import type { MiddlewareHandler } from "hono";

const compressible = /^(text\/|application\/(json|problem\+json|javascript)|image\/svg)/;

/** Names the encoding; the runtime then compresses. Sockets, and what is encoded or compressed already, pass. */
export const compression: MiddlewareHandler = async (c, next) => {
  await next();
  const { headers, body } = c.res;
  if (body === null || c.res.status === 101 || c.res.status === 304 || headers.has("content-encoding")) return;
  if (!compressible.test(headers.get("content-type") ?? "")) return;
  const encoding = chooseEncoding(c.req.header("accept-encoding") ?? "");
  c.res = new Response(body, c.res);
  c.res.headers.append("vary", "accept-encoding");
  if (encoding === undefined) return;
  c.res.headers.set("content-encoding", encoding);
  c.res.headers.delete("content-length");
};

/** The better one that the client takes; `q=0` refuses. */
export function chooseEncoding(accepted: string): "br" | "gzip" | undefined {
  const taken = accepted
    .toLowerCase()
    .split(",")
    .map((part) => part.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((encoding) => taken.includes(encoding) || taken.includes("*"));
}
