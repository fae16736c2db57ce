/** A hall that loses its line at once and comes back, as phones do, while others go on voting. */
import { setTimeout as delay } from "node:timers/promises";
import { reconnectDelay } from "../../web/connection/reconnect-delay.ts";
import { Generator } from "./child.ts";
import type { ReturnResult } from "./messages.ts";
import { loadOptions, question, startService } from "./subjects.ts";

export const returning = { phones: 5000, staying: 500, votesPerSecond: 1000, withinMs: 10_000 } as const;

export async function measureReturn(
  say: (what: string) => void,
  phones: number = returning.phones,
): Promise<ReturnResult> {
  say(`${phones} phones that lose their line at once and come back`);
  const { service, poll } = await startService();
  const generator = new Generator();
  const { phones: _, ...order } = returning;
  try {
    const targets = await poll.join(phones + returning.staying);
    await generator.order({ do: "connect", targets, question, options: loadOptions }, 180_000);
    const reply = await generator.order({ do: "return", ...order }, 120_000);
    if (reply.did !== "return") throw new Error(`the generator did ${reply.did}`);
    return reply.result;
  } finally {
    await generator.end();
    await service.dispose();
  }
}

/** `open` resolves once the phone has its stage. Tries again as the page does; returns how often it tried. */
export async function comeBack(open: () => Promise<unknown>): Promise<number> {
  for (let attempt = 0; ; attempt++) {
    await delay(reconnectDelay(attempt, Math.random()));
    const isOpen = await open().then(
      () => true,
      () => false,
    );
    if (isOpen) return attempt + 1;
  }
}
