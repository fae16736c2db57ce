/** Commands that nobody waits for any more. Pure. */
import type { Timely } from "../shared/protocol.ts";
import { refuse } from "../shared/result.ts";
import type { Refusal } from "./stage.ts";

/** The refusal of a command that has come after the time until which it was wanted; `now` in milliseconds. */
export function tooLate({ until }: Timely, now: number): { ok: false; error: Refusal } | undefined {
  if (until === undefined || now <= Date.parse(until)) return undefined;
  const time = new Date(now).toISOString();
  return refuse({ reason: "late", message: `The command came after ${until}: it is ${time} now.`, now: time });
}
