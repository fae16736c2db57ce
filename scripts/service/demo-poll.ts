import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { inProject } from "../tools/project.ts";

/** As POST /api/polls answers. */
export interface DemoPoll {
  id: string;
  code: string;
  organiserKey: string;
  presenterKey: string;
  links: Record<string, string>;
}

const PATIENCE = 10_000;

/**
 * The ready demo poll of this DATA_DIR, created on its first start and kept in `file` (its keys: readable by the owner
 * only). Null where it has been deleted since, or could not be created: the service is as good without it.
 */
export async function findOrCreateDemoPoll(address: string, file: string): Promise<DemoPoll | null> {
  try {
    if (existsSync(file)) {
      const known: DemoPoll = JSON.parse(readFileSync(file, "utf8"));
      const headers = { authorization: `Bearer ${known.organiserKey}` };
      const answer = await fetch(`${address}/api/polls/${known.id}`, {
        headers,
        signal: AbortSignal.timeout(PATIENCE),
      });
      return answer.ok ? known : null;
    }
    const created = await create(address);
    writeFileSync(file, `${JSON.stringify(created, null, 2)}\n`, { mode: 0o600 });
    return created;
  } catch (error) {
    console.error(`The demo poll is not there: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
}

async function create(address: string): Promise<DemoPoll> {
  const key = process.env["CREATE_KEY"];
  const answer = await fetch(`${address}/api/polls`, {
    method: "POST",
    headers: { "content-type": "application/json", ...(key ? { authorization: `Bearer ${key}` } : {}) },
    body: readFileSync(inProject("scripts", "demo-poll.sv.json")),
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (!answer.ok) throw new Error(`POST /api/polls answered ${answer.status} ${await answer.text()}`);
  return JSON.parse(await answer.text());
}
