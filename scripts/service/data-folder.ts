import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { takeExclusively } from "../tools/exclusive-file.ts";
import { endLeftover } from "./leftover.ts";

/** A DATA_DIR held by this process. */
export interface DataFolder {
  /** Objects and D1 on disk. */
  state: string;
  /** Its time is when `state` was last compacted. */
  compacted: string;
  /** The demo poll's keys. */
  demo: string;
  /** Where workerd.sh notes the process that it becomes. */
  workerdNote: string;
  release(): void;
}

/** How long a start waits for an earlier service that is just ending. */
const PATIENCE = 3_000;

/**
 * Makes `path` this service's own and ends what a killed one has left behind.
 * @throws Error with a sentence for the terminal when another service runs on it or it cannot be written
 */
export async function holdDataFolder(path: string): Promise<DataFolder> {
  const holder = join(path, "service.pid");
  const lock = await takeLock(path);
  if (lock === null) {
    throw new Error(
      `A service already runs on DATA_DIR ${path} (${readHolder(holder)}). Stop it, or choose another DATA_DIR.`,
    );
  }
  const workerdNote = join(path, "workerd.pid");
  const ended = await endLeftover(workerdNote);
  if (ended !== null) console.log(`Ended the workerd that an earlier service left behind (process ${ended}).`);
  writeFileSync(holder, `${process.pid} ${new Date().toISOString()}\n`);
  return {
    state: join(path, "state"),
    compacted: join(path, "compacted"),
    demo: join(path, "demo.json"),
    workerdNote,
    release() {
      rmSync(workerdNote, { force: true });
      rmSync(holder, { force: true });
      lock.release();
    },
  };
}

async function takeLock(path: string) {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return await takeExclusively(join(path, "lock.sqlite"), PATIENCE);
  } catch (error) {
    throw new Error(`DATA_DIR ${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Only for the sentence that refuses: a holder that is just starting may not have written its file yet. */
function readHolder(file: string): string {
  if (!existsSync(file)) return "another process";
  const [id = "unknown", since = "unknown"] = readFileSync(file, "utf8").trim().split(" ");
  return `process ${id}, since ${since}`;
}
