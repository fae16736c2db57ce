/**
 * A poll as text that a person writes: YAML, of which only what such a file needs is taken. Anchors, aliases, tags and merge
 * keys are refused, so that a short file can't stand for a long one, nor a key mean something else. Loaded on demand.
 */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  type Node,
  type ParsedNode,
  parseDocument,
  type Scalar,
  stringify,
  visit,
} from "yaml";
import { itemFields, labelFields, textFields } from "../../../worker/shared/people-texts.ts";
import { isPlainObject } from "../../../worker/shared/plain-object.ts";
import { ok, type Result, refuse } from "../../../worker/shared/result.ts";
import type { RawFields } from "../../questions/draft.ts";
import type { Draft } from "../draft.ts";
import type { FileProblem } from "./file-problem.ts";
import { pollFile } from "./poll-file.ts";

/** What holds text, so that `- 2024` is an option and not a number. */
const ofText = new Set([
  "title",
  "language",
  "type",
  "id",
  "notes",
  "accent",
  "image",
  "alt",
  "blockedWords",
  "allowedWords",
  ...textFields,
  ...itemFields,
  ...labelFields,
]);

export function yamlFile(draft: Draft): string {
  const file = pollFile(draft);
  const questions: unknown[] = Array.isArray(file.questions) ? file.questions : [];
  return stringify({ ...file, questions: questions.map(briefly) }, { lineWidth: 0 });
}

/** What the text holds, or why it can't be taken. */
export function parseYaml(text: string): Result<unknown, FileProblem> {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      merge: false,
      uniqueKeys: true,
      stringKeys: true,
      prettyErrors: false,
      logLevel: "error",
      lineCounter: lines,
    });
    const [error] = document.errors;
    if (error !== undefined) {
      const twice = error.code === "DUPLICATE_KEY";
      return refuse({ text: twice ? "file.keyTwice" : "file.yamlWrong", ...placeOf(error.pos[0]) });
    }
    const foreign = foreignIn(document.contents);
    if (foreign !== undefined) return refuse({ text: foreign.text, line: placeOf(foreign.node.range?.[0] ?? 0).line });
    visit(document, { Scalar: (_, scalar, path) => readAsText(scalar, namesIn(path)) });
    return ok(fromBrief(document.toJS({ maxAliasCount: 0 })));
  } catch {
    // Nested deeper than any poll is.
    return refuse({ text: "file.yamlWrong" });
  }

  function placeOf(offset: number): { line: number; column: number } {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  }
}

type Foreign = { text: FileProblem["text"]; node: Node };

function foreignIn(contents: ParsedNode | null): Foreign | undefined {
  let found: Foreign | undefined;
  visit(contents, (_, node) => {
    if (isPair(node)) {
      if (isScalar(node.key) && (node.key.value === "<<" || node.key.value === "__proto__")) {
        found = { text: node.key.value === "<<" ? "file.yamlMerge" : "file.yamlKey", node: node.key };
      }
    } else if (isAlias(node) || (isNode(node) && node.anchor !== undefined)) found = { text: "file.yamlAnchor", node };
    else if (isNode(node) && node.tag !== undefined) found = { text: "file.yamlTag", node };
    return found === undefined ? undefined : visit.BREAK;
  });
  return found;

  function isNode(node: unknown): node is Scalar {
    return isScalar(node) || isMap(node) || (typeof node === "object" && node !== null && "range" in node);
  }
}

/** The keys that lead to a place, the nearest last. */
function namesIn(path: readonly unknown[]): string[] {
  return path.flatMap((node) => (isPair(node) && isScalar(node.key) ? [String(node.key.value)] : []));
}

/** A text by language lies one key deeper. */
function readAsText(scalar: Scalar, names: readonly string[]): void {
  const [above, name] = names.slice(-2).length === 2 ? names.slice(-2) : [undefined, names.at(-1)];
  const isText = ofText.has(name ?? "") || (above !== undefined && (above === "title" || textFields.includes(above)));
  if (!isText || typeof scalar.value === "string") return;
  scalar.value = scalar.value === null ? "" : (scalar.source ?? String(scalar.value));
}

/** An option that is a text alone is written as that. */
function briefly(question: unknown): unknown {
  return withItems(question, (item) =>
    isPlainObject(item) && typeof item.text === "string" && Object.keys(item).length === 1 ? item.text : item,
  );
}

function fromBrief(poll: unknown): unknown {
  if (!isPlainObject(poll) || !Array.isArray(poll.questions)) return poll;
  const questions: unknown[] = poll.questions;
  const full = (item: unknown) => (typeof item === "string" ? { text: item } : item);
  return { ...poll, questions: questions.map((question) => withItems(question, full)) };
}

function withItems(question: unknown, change: (item: unknown) => unknown): unknown {
  if (!isPlainObject(question)) return question;
  const changed: RawFields = { ...question };
  for (const name of itemFields) {
    const items = changed[name];
    if (Array.isArray(items)) changed[name] = items.map(change);
  }
  return changed;
}
