/** A command that must not happen once this page has given it up, however late its bytes reach the service. */
import { Problem } from "../connection/api.ts";

/** How far this browser's clock is ahead of the service's, milliseconds: what is known, and what has been learnt. */
export type ClockAhead = { ahead(): number; learn(ahead: number): void };

/**
 * `call` gets the time until which it is wanted, ISO 8601 by the service's clock. Refused as late while this page still
 * waits, it shows that the clocks had gone apart: it is called once more, by what the refusal says.
 */
export async function inTime<T>(
  call: (until: string) => Promise<T>,
  givenUpAt: number,
  signal: AbortSignal,
  clock: ClockAhead,
): Promise<T> {
  const until = () => new Date(givenUpAt - clock.ahead()).toISOString();
  try {
    return await call(until());
  } catch (error) {
    if (!(error instanceof Problem) || error.now === undefined || signal.aborted) throw error;
    clock.learn(Date.now() - Date.parse(error.now));
    return call(until());
  }
}
