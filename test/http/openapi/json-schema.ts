/** As much of JSON Schema as the published document uses: enough to be a client that validates by it. */
type Schema = {
  $ref?: string;
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  minimum?: number;
  maximum?: number;
};

/** What is wrong with `value`, by path; empty where it conforms. */
export function conformance(value: unknown, schema: Schema, document: object, path = ""): string[] {
  if (schema.$ref !== undefined) return conformance(value, resolve(schema.$ref, document), document, path);
  const problems: string[] = [];
  const no = (what: string) => problems.push(`${path}: ${what}`);
  if (schema.type !== undefined && ![schema.type].flat().some((type) => isOfType(value, type)))
    no(`not ${schema.type}`);
  if (schema.const !== undefined && value !== schema.const) no(`not ${schema.const}`);
  if (schema.enum !== undefined && !schema.enum.includes(value)) no("not in the list");
  const matching = (options: Schema[]) =>
    options.filter((option) => conformance(value, option, document, path).length === 0).length;
  if (schema.oneOf !== undefined && matching(schema.oneOf) !== 1) no("not one of the schemas");
  if (schema.anyOf !== undefined && matching(schema.anyOf) === 0) no("none of the schemas");
  if (typeof value === "number") {
    if (schema.minimum !== undefined && value < schema.minimum) no("too small");
    if (schema.maximum !== undefined && value > schema.maximum) no("too large");
  }
  if (typeof value === "string" && [...value].length < (schema.minLength ?? 0)) no("too short");
  if (Array.isArray(value)) {
    if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) no("wrong length");
    const { items } = schema;
    if (items !== undefined) {
      problems.push(...value.flatMap((item, index) => conformance(item, items, document, `${path}/${index}`)));
    }
  } else if (typeof value === "object" && value !== null)
    problems.push(...objectProblems(value, schema, document, path));
  return problems;
}

function objectProblems(value: object, schema: Schema, document: object, path: string): string[] {
  const { properties = {}, required = [], additionalProperties = true } = schema;
  const missing = required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}: lacks ${key}`);
  const fields = Object.entries(value).flatMap(([key, field]) => {
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (own !== undefined) return conformance(field, own, document, `${path}/${key}`);
    if (additionalProperties === false) return [`${path}: unknown ${key}`];
    return additionalProperties === true ? [] : conformance(field, additionalProperties, document, `${path}/${key}`);
  });
  return [...missing, ...fields];
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case "null":
      return value === null;
    case "array":
      return Array.isArray(value);
    case "object":
      return typeof value === "object" && value !== null && !Array.isArray(value);
    case "integer":
      return Number.isInteger(value);
    default:
      return typeof value === type;
  }
}

function resolve(ref: string, document: object): Schema {
  const target = ref
    .split("/")
    .slice(1)
    .reduce<unknown>(
      (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
      document,
    );
  if (typeof target !== "object" || target === null) throw new Error(`${ref} leads nowhere`);
  return target;
}
