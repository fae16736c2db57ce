import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

/**
 * Ends the workerd that an earlier, killed service has left behind and noted at `note` (see workerd.sh). Only a process
 * with the noted id, the noted start time and workerd's name is ended. Call it while holding the DATA_DIR.
 * @returns the id of the ended process, or null if there was none
 */
export async function endLeftover(note: string): Promise<number | null> {
  if (!existsSync(note)) return null;
  const [id = "", started = ""] = readFileSync(note, "utf8").split("\n");
  const workerd = Number(id);
  if (!Number.isSafeInteger(workerd) || workerd <= 1 || !isNotedWorkerd(workerd, started)) {
    rmSync(note, { force: true });
    return null;
  }
  process.kill(workerd, "SIGKILL");
  const deadline = Date.now() + 5_000;
  // An ending process loses its program's name before it closes its sockets.
  while (startOf(workerd) === started.trim()) {
    if (Date.now() > deadline) throw new Error(`process ${workerd}, an earlier workerd of this folder, does not end`);
    await wait(20);
  }
  rmSync(note, { force: true });
  return workerd;
}

function isNotedWorkerd(id: number, started: string): boolean {
  return started !== "" && startOf(id) === started.trim() && programOf(id) === "workerd";
}

/** In the same form as workerd.sh notes it; null when no such process lives (a dead one not yet reaped counts as gone). */
function startOf(id: number): string | null {
  try {
    if (!existsSync("/proc/self/stat")) return ps(id, "lstart=");
    const stat = readFileSync(`/proc/${id}/stat`, "utf8");
    // The name in parentheses may hold spaces; what follows it starts with field 3, the state.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return fields[0] === "Z" ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function programOf(id: number): string | null {
  try {
    if (!existsSync("/proc/self/exe")) return basename(ps(id, "comm="));
    // A reinstalled package leaves the running binary marked as deleted.
    return basename(readlinkSync(`/proc/${id}/exe`).replace(/ \(deleted\)$/, ""));
  } catch {
    return null;
  }
}

function ps(id: number, field: string): string {
  const env = { ...process.env, LC_ALL: "C" };
  return execFileSync("ps", ["-o", field, "-p", String(id)], { encoding: "utf8", env }).trim();
}
