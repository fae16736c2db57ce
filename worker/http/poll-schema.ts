/** `GET /api/poll-schema.json`: what a file of a poll may hold, for editors that check while one writes. */
import { isPlainObject } from "../shared/plain-object.ts";
import { definitionSchemas } from "./openapi/schemas.ts";

const inOpenApi = "#/components/schemas/";

/** JSON Schema 2020-12. The same on every call: nothing in it depends on the deployment. */
export function pollSchema(): object {
  const { Definition, ...parts } = Object.fromEntries(
    Object.entries(definitionSchemas()).map(([name, schema]) => [name, standalone(schema)]),
  );
  const definition = isPlainObject(Definition) ? Definition : {};
  const properties = isPlainObject(definition.properties) ? definition.properties : {};
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "A Handupp poll",
    ...definition,
    properties: { $schema: { type: "string", description: "Where this schema is." }, ...properties },
    $defs: parts,
  };
}

/** With references within the schema itself, and without what OpenAPI alone knows. */
function standalone(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(standalone);
  if (typeof node === "string" && node.startsWith(inOpenApi)) return `#/$defs/${node.slice(inOpenApi.length)}`;
  if (!isPlainObject(node)) return node;
  const kept = Object.entries(node).filter(([name]) => name !== "discriminator");
  return Object.fromEntries(kept.map(([name, entry]) => [name, standalone(entry)]));
}
