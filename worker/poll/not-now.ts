import { refuse } from "../shared/result.ts";
import type { Refusal } from "./stage.ts";

/** A refusal of what the stage doesn't allow now. */
export function notNow(message: string): { ok: false; error: Refusal } {
  return refuse({ reason: "state", message });
}
