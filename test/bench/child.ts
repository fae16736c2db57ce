/** The bench's own child processes: started with this Node, asked over IPC, ended with the bench. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { LoadResult, Order, Reply } from "./messages.ts";

/** `script` beside this file. */
export function startChild(script: string, args: string[] = []): ChildProcess {
  return fork(new URL(script, import.meta.url), args, { stdio: ["ignore", "inherit", "inherit", "ipc"] });
}

export async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 3000);
  await ended;
  clearTimeout(timer);
}

export class Generator {
  #child = startChild("generator.ts");

  async order(order: Order, withinMs = 60_000): Promise<Reply> {
    const reply = this.#next(withinMs);
    this.#child.send(order);
    const received = await reply;
    if (received.did === "fail") throw new Error(`the generator failed: ${received.why}`);
    return received;
  }

  async load(order: Extract<Order, { do: "closed-loop" | "open-loop" }>): Promise<LoadResult> {
    const reply = await this.order(order, order.warmUpMs + order.measureMs + 30_000);
    if (reply.did !== "load") throw new Error(`the generator did ${reply.did}`);
    return reply.result;
  }

  end(): Promise<void> {
    return endChild(this.#child);
  }

  #next(withinMs: number): Promise<Reply> {
    return new Promise((resolve, reject) => {
      const done = () => {
        clearTimeout(timer);
        this.#child.off("message", take);
        this.#child.off("exit", gone);
      };
      const take = (reply: Reply) => {
        done();
        resolve(reply);
      };
      const gone = () => {
        done();
        reject(new Error("the generator ended"));
      };
      const timer = setTimeout(() => {
        done();
        reject(new Error(`the generator did not answer within ${withinMs} ms`));
      }, withinMs);
      this.#child.on("message", take);
      this.#child.once("exit", gone);
    });
  }
}
