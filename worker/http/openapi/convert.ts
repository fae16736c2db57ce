/** valibot's schemas as JSON Schema 2020-12, the dialect of OpenAPI 3.1. */
import { type JsonSchema, toJsonSchema } from "@valibot/to-json-schema";
import type { BaseIssue, BaseSchema } from "valibot";
import { isPlainObject } from "../../shared/plain-object.ts";

/** What JSON Schema has no word for, or no need of one (every number of JSON is finite); the checks' rules stand in the contract's text instead. */
const withoutWords = new Set(["check", "raw_check", "transform", "raw_transform", "finite"]);

/** What may be sent: fields with a default may be left out. Throws at a schema that nobody has said how to write. */
export function jsonSchemaOf(schema: BaseSchema<unknown, unknown, BaseIssue<unknown>>): JsonSchema {
  const converted = toJsonSchema(schema, {
    target: "draft-2020-12",
    overrideSchema({ valibotSchema }) {
      // A question's own schema is found by its type when it is parsed.
      if (valibotSchema.type === "lazy") return { $ref: "#/components/schemas/Question" };
      return valibotSchema.type === "custom" ? {} : undefined;
    },
    overrideAction({ valibotAction, jsonSchema }) {
      if (withoutWords.has(valibotAction.type)) return jsonSchema;
      if (!("metadata" in valibotAction) || !isPlainObject(valibotAction.metadata)) return undefined;
      const { jsonSchema: written } = valibotAction.metadata;
      return isPlainObject(written) ? described(jsonSchema, written) : undefined;
    },
  });
  const { $schema: _dialect, $defs: _unused, ...rest } = converted;
  return rest;
}

/** Lengths here count graphemes; `maxLength` counts code points and would refuse honest emoji, so they are told in words. */
function described(jsonSchema: JsonSchema, { maxLength, ...written }: Record<string, unknown>): JsonSchema {
  const description = maxLength === undefined ? {} : { description: `At most ${maxLength} graphemes.` };
  // The library puts what it finds in metadata beside the rest.
  const converted = Object.fromEntries(Object.entries(jsonSchema).filter(([name]) => name !== "jsonSchema"));
  return { ...converted, ...written, ...description };
}
