import { expect, test } from "vitest";
import { openApiDocument } from "../../worker/http/openapi.ts";

test("docs/openapi.json is what the service publishes (npm test -- test/docs --update writes it anew)", async () => {
  const published = `${JSON.stringify(openApiDocument(), null, 2)}\n`;
  // A word of ours, and none of JSON Schema's.
  expect(published).not.toContain('"jsonSchema"');
  await expect(published).toMatchFileSnapshot("../../docs/openapi.json");
});
