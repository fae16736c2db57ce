/** What the system says of processes; Linux has `/proc`, elsewhere `ps` answers. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";

/** `started` tells a process from a later one that got the same id; `rss` in bytes. */
export type ProcessInfo = { pid: number; parent: number; command: string; started: string; rss: number };

const pageBytes = 4096;

/** All processes below `root`, itself not among them. */
export function descendantsOf(root: number): ProcessInfo[] {
  const all = processes();
  const found: ProcessInfo[] = [];
  let parents = new Set([root]);
  while (parents.size > 0) {
    const children = all.filter(({ parent }) => parents.has(parent));
    found.push(...children);
    parents = new Set(children.map(({ pid }) => pid));
  }
  return found;
}

export function isAlive({ pid, started }: ProcessInfo): boolean {
  return processes().some((other) => other.pid === pid && other.started === started);
}

/** Ends exactly this process, not a later one with its id. */
export function killIfAlive(target: ProcessInfo): void {
  if (!isAlive(target)) return;
  try {
    process.kill(target.pid, "SIGKILL");
  } catch {
    // It ended by itself in between.
  }
}

function processes(): ProcessInfo[] {
  return existsSync("/proc/self/stat") ? fromProc() : fromPs();
}

function fromProc(): ProcessInfo[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        return [parseStat(readFileSync(`/proc/${name}/stat`, "utf8"))];
      } catch {
        return [];
      }
    })
    .filter(({ state }) => state !== "Z");
}

/** The command stands in parentheses and may hold any character, so fields are counted from the last one. */
function parseStat(stat: string): ProcessInfo & { state: string } {
  const end = stat.lastIndexOf(")");
  const fields = stat.slice(end + 2).split(" ");
  return {
    pid: Number.parseInt(stat, 10),
    command: stat.slice(stat.indexOf("(") + 1, end),
    state: fields[0] ?? "",
    parent: Number(fields[1]),
    started: fields[19] ?? "",
    rss: Number(fields[21]) * pageBytes,
  };
}

function fromPs(): ProcessInfo[] {
  const table = execFileSync("ps", ["-A", "-o", "pid=,ppid=,rss=,lstart=,comm="], { encoding: "utf8" });
  return table.split("\n").flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(\S+\s+\S+\s+\d+\s+[\d:]+\s+\d+)\s+(.*)$/.exec(line);
    if (match === null) return [];
    const [, pid, parent, rss, started = "", path = ""] = match;
    const command = path.split("/").at(-1) ?? path;
    return [{ pid: Number(pid), parent: Number(parent), command, started, rss: Number(rss) * 1024 }];
  });
}
