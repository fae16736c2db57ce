import type { JsonSchema } from "@valibot/to-json-schema";
import { itemFields, labelFields, textFields } from "../../shared/people-texts.ts";

const byLanguage = { $ref: "#/components/schemas/TextByLanguage" };

type Property = NonNullable<JsonSchema["properties"]>[string];

/** A definition's or question's schema, with each text for people as one text or several. */
export function inLanguages(schema: JsonSchema): JsonSchema {
  const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => [
    name,
    withTexts(name, property),
  ]);
  return { ...schema, properties: Object.fromEntries(properties) };
}

function withTexts(name: string, property: Property): Property {
  if (name === "title" || textFields.includes(name)) return { anyOf: [property, byLanguage] };
  if (typeof property === "boolean" || typeof property.items !== "object" || Array.isArray(property.items)) {
    return property;
  }
  if (itemFields.includes(name)) return { ...property, items: inLanguages(property.items) };
  return labelFields.includes(name) ? { ...property, items: { anyOf: [property.items, byLanguage] } } : property;
}
