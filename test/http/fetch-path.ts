import { exports } from "cloudflare:workers";

export const origin = "https://handupp.test";

/** One call of the service; redirects are answers like others. */
export function fetchPath(path: string, init: RequestInit = {}): Promise<Response> {
  return exports.default.fetch(new Request(origin + path, { redirect: "manual", ...init }));
}
