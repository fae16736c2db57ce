/** What a new definition may do to items that ballots name by id. */
import { type FieldError, fieldError } from "../shared/result.ts";
import { type Item, idsDiffer } from "./schema.ts";

/** An item that answers may name must stay; its text may change, and others may join. */
export function lostItem(field: string, before: readonly Item[], after: readonly Item[]): FieldError | undefined {
  const kept = after.filter(({ id }) => before.some((item) => item.id === id)).map(({ id }) => id);
  const lost = idsDiffer(kept, before);
  return lost === undefined ? undefined : fieldError(field, "answered", `${lost}, which may have answers`);
}

/** Where every answer names all items, none may join either. */
export function changedItems(field: string, before: readonly Item[], after: readonly Item[]): FieldError | undefined {
  const lost = lostItem(field, before, after);
  if (lost !== undefined || after.length === before.length) return lost;
  return fieldError(field, "answered-all", "has an option that earlier answers don't name");
}
