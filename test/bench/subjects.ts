/** What is measured: the real service and its two baselines, each with phones that speak the same frames. */
import { once } from "node:events";
import { bearerPrefix, subprotocol } from "../../worker/shared/protocol.ts";
import { apiClient, liveUrl } from "../support/api-client.ts";
import { Service } from "../support/service.ts";
import { endChild, startChild } from "./child.ts";
import type { Watch } from "./messages.ts";
import type { Target } from "./phone.ts";

export const question = "bench";
/** The load turns between these; each probe has two of its own. */
export const loadOptions = ["a", "b"];
const probeCount = 8;
const probeOptions = Array.from({ length: probeCount }, (_, index): [string, string] => [`p${index}x`, `p${index}y`]);
const joinsAtOnce = 32;

export type Baseline = { targets: (phones: number) => Target[]; end: () => Promise<void> };

export async function startBaseline(script: "bare-ws" | "ack-only"): Promise<Baseline> {
  const child = startChild(`baselines/${script}.ts`);
  const message: unknown[] = await once(child, "message", { signal: AbortSignal.timeout(30_000) });
  const [started] = message;
  if (typeof started !== "object" || started === null || !("port" in started))
    throw new Error(`${script} gave no port`);
  const url = `ws://127.0.0.1:${started.port}/`;
  return {
    targets: (phones) => Array.from({ length: phones }, () => ({ url, protocols: [subprotocol] })),
    end: () => endChild(child),
  };
}

export type LivePoll = {
  code: string;
  join: (phones: number) => Promise<Target[]>;
  watch: () => Promise<Watch>;
  /** Changes the stage, so that every phone is told. */
  touchStage: (voting: "open" | "locked") => Promise<void>;
};

export async function startService(): Promise<{ service: Service; poll: LivePoll }> {
  const service = await Service.start();
  try {
    return { service, poll: await openPoll(service.address) };
  } catch (error) {
    await service.dispose();
    throw error;
  }
}

async function openPoll(address: string): Promise<LivePoll> {
  const api = apiClient(address);
  const options = [...loadOptions, ...probeOptions.flat()].map((id) => ({ id, text: id }));
  const created = await api.createPoll({
    title: "Bench",
    language: "en",
    questions: [{ id: question, type: "choice", text: "Which?", options }],
  });
  await api.stage(created.id, created.presenterKey, { question });
  const targetOf = (url: string, bearer: string): Target => ({ url, protocols: [subprotocol, bearerPrefix + bearer] });

  async function join(phones: number): Promise<Target[]> {
    const targets: Target[] = [];
    let left = phones;
    async function joinSome(): Promise<void> {
      while (left-- > 0) {
        const { live, token } = await api.join(created.code);
        targets.push(targetOf(live, token));
      }
    }
    await Promise.all(Array.from({ length: joinsAtOnce }, joinSome));
    return targets;
  }

  // The same in every round: each has an option of its own, which others' ballots would make unreadable.
  let probes: Target[] | undefined;

  return {
    code: created.code,
    join,
    async watch() {
      probes ??= await join(probeCount);
      return {
        question,
        presenter: targetOf(liveUrl(address, created.id), created.presenterKey),
        probes: probes.map((target, index) => ({ target, options: probeOptions[index] ?? ["", ""] })),
      };
    },
    async touchStage(voting) {
      await api.stage(created.id, created.presenterKey, { voting });
    },
  };
}
