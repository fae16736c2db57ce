import { expect, test } from "vitest";
import { templates } from "../../../web/organise/templates/templates.ts";
import { pollSchema } from "../../../worker/http/poll-schema.ts";
import { conformance } from "./json-schema.ts";

const schema = JSON.parse(JSON.stringify(pollSchema()));

test("stands alone: its references lead within it", () => {
  const text = JSON.stringify(schema);
  expect(text).not.toContain("#/components/");
  const refs = [...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = ""]) => ref);
  expect(refs.length).toBeGreaterThan(8);
  for (const ref of refs) expect(schema.$defs, ref).toHaveProperty(ref.replace("#/$defs/", ""));
});

test.each(templates)("a file of $id conforms, and one with a misspelt field does not", ({ definition }) => {
  const file = { $schema: "https://example.se/api/poll-schema.json", ...definition };
  expect(conformance(file, schema, schema)).toEqual([]);
  const [first, ...rest] = definition.questions;
  const misspelt = { ...definition, questions: [{ ...first, skipable: true }, ...rest] };
  expect(conformance(misspelt, schema, schema)).not.toEqual([]);
});
