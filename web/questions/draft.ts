/**
 * A question as the organiser's form holds it: the fields of its definition, and beside each id a `key` that names the
 * question or item in the page for as long as it is there. Ids are the service's to give; keys exist before them.
 */
import { isPlainObject } from "../../worker/shared/plain-object.ts";

export type NewKey = () => string;
export type DraftItem = { key: string; id?: string; text: string };
/** Null while the field is empty or holds no number; the service then names the field. */
export type DraftNumber = number | null;

export type CommonFields = {
  key: string;
  id?: string;
  text: string;
  changeable: boolean;
  skippable: boolean;
  resultsHidden: boolean;
  resultsOnPhones: boolean;
  notes: string;
};

export type RawFields = Record<string, unknown>;

export function readText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function readNumber(value: unknown, fallback: DraftNumber): DraftNumber {
  if (value === undefined) return fallback;
  return typeof value === "number" ? value : null;
}

export function readFlag(value: unknown, fallback: boolean): boolean {
  return typeof value === "boolean" ? value : fallback;
}

export function readId(value: unknown): { id?: string } {
  return typeof value === "string" ? { id: value } : {};
}

export function readItems(value: unknown, newKey: NewKey): DraftItem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isPlainObject).map((item) => ({ key: newKey(), ...readId(item.id), text: readText(item.text) }));
}

export function blankItems(count: number, newKey: NewKey): DraftItem[] {
  return Array.from({ length: count }, () => ({ key: newKey(), text: "" }));
}

/** The list with the entry of `key` moved by `step` places, or the same list where it can't be. */
export function moved<T extends { key: string }>(list: readonly T[], key: string, step: number): T[] {
  const from = list.findIndex((entry) => entry.key === key);
  const entry = list[from];
  const to = from + step;
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, entry);
}
