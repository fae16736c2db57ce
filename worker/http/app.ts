/** All routes, and the one place where what is thrown becomes a response. */
import { Hono } from "hono";
import { logEvent } from "../live/log.ts";
import type { App } from "./access.ts";
import { accountRoutes } from "./account/account-routes.ts";
import { libraryRoutes } from "./account/library-routes.ts";
import { keepSession } from "./account/session.ts";
import { compression } from "./compression.ts";
import { downloadRoutes } from "./download-routes.ts";
import { joinRoutes } from "./join-routes.ts";
import { openApiDocument } from "./openapi.ts";
import { pageRoutes } from "./page-routes.ts";
import { pollRoutes } from "./poll-routes.ts";
import { pollSchema } from "./poll-schema.ts";
import { Problem } from "./problem.ts";
import { publicationRoutes } from "./publication-routes.ts";
import { receiptRoutes } from "./receipt-routes.ts";

const immutable = "public, max-age=31536000, immutable";

export const app = new Hono<App>();

app.use(compression);
app.use(async (c, next) => {
  await next();
  if (c.res.status === 101) return;
  c.res.headers.set("x-content-type-options", "nosniff");
  c.res.headers.set("referrer-policy", "no-referrer");
});

app.use(keepSession);

app.get("/healthz", (c) => c.json({ status: "ok" }));
app.get("/api/openapi.json", (c) => c.json(openApiDocument()));
app.get("/api/poll-schema.json", (c) => c.json(pollSchema()));
app.route("/api", pollRoutes);
app.route("/api", downloadRoutes);
app.route("/api", publicationRoutes);
app.route("/api", receiptRoutes);
app.route("/api", joinRoutes);
app.route("/api", accountRoutes);
app.route("/api", libraryRoutes);
app.all("/api/*", () => {
  throw new Problem(404, "The API has no such call.");
});
app.get("/assets/*", async (c) => {
  const asset = await c.env.ASSETS.fetch(c.req.raw);
  if (asset.status === 404) throw new Problem(404, "There is no such file.");
  const response = new Response(asset.body, asset);
  if (response.ok) response.headers.set("cache-control", immutable);
  return response;
});
app.route("/", pageRoutes);
app.notFound(() => new Problem(404, "There is no such page.").toResponse());

app.onError((error, c) => {
  if (error instanceof Problem) return error.toResponse();
  logEvent("request-failed", { method: c.req.method, route: c.req.routePath, error: String(error) });
  return unavailable(error)
    ? new Problem(503, "The service can't do this right now. Try again.", {
        headers: { "retry-after": "2" },
      }).toResponse()
    : new Problem(500, "Something went wrong here. Nothing was half-done.").toResponse();
});

/** D1 or an object that is restarting, overloaded or out of reach; asking again helps. */
function unavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { retryable, overloaded, durableObjectReset }: Error & Record<string, unknown> = Object.assign(error);
  return retryable === true || overloaded === true || durableObjectReset === true || /^D1_|shard/.test(error.message);
}
