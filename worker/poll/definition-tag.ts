/** Tells one definition from another, for who changes a poll that others may be changing as well. */
import { sha256 } from "../shared/sha256.ts";
import type { Definition } from "./definition.ts";

const tagBytes = 12;

/** The same for the same definition, whatever has become of the room in between; letters and digits alone. */
export function definitionTag({ title, language, questions, settings, translations }: Definition): string {
  const bytes = sha256(JSON.stringify([title, language, questions, settings, translations ?? null]));
  return Array.from(bytes.subarray(0, tagBytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
