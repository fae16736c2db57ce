/** `GET /api/openapi.json`: the contract, made from the schemas that validate. */
import { paths } from "./openapi/paths.ts";
import { componentSchemas } from "./openapi/schemas.ts";

/** OpenAPI 3.1. The same on every call: nothing in it depends on the deployment. */
export function openApiDocument(): object {
  return {
    openapi: "3.1.0",
    info: {
      title: "Handupp",
      version: "1",
      description:
        "Live audience polling. JSON in UTF-8; times are ISO 8601 in UTC; a request with an unknown field is refused, never half-applied. Every error is a problem of RFC 9457.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    paths: paths(),
    components: {
      schemas: componentSchemas(),
      securitySchemes: {
        key: {
          type: "http",
          scheme: "bearer",
          description: "An organiserKey, a presenterKey, or the key of published results.",
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "__Host-handupp_session",
          description:
            "Whoever is signed in to an account, on the service's own pages: the cookie is set by POST /api/account/session, and calls that change something need the site's own Origin. Without TLS its name is handupp_session.",
        },
      },
    },
  };
}
