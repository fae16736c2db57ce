import { expect, test } from "vitest";
import { openApiDocument } from "../../worker/http/openapi.ts";

test("docs/openapi.json is what the service publishes (npm test -- test/docs --update writes it anew)", async () => {
  const published = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  await expect(published).toMatchFileSnapshot("../../docs/openapi.json");
});
