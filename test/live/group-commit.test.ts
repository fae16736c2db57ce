import { expect, test } from "vitest";
import { GroupCommit } from "../../worker/live/group-commit.ts";

/** A disk whose syncs end when the test says so. */
function slowDisk() {
  const log: string[] = [];
  const syncs: (() => void)[] = [];
  const commit = new GroupCommit<string>({
    write: (group) => log.push(`write ${group.join("")}`),
    sync: () => new Promise((resolve) => syncs.push(resolve)),
    stored: (group) => log.push(`ack ${group.join("")}`),
    failed: (group) => log.push(`failed ${group.join("")}`),
  });
  return { log, syncs, commit };
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

test("nothing is acked before its write is on disk, and what arrives meanwhile is the next group", async () => {
  const { log, syncs, commit } = slowDisk();
  commit.add("a");
  await settle();
  expect(log).toEqual(["write a"]);
  commit.add("b");
  commit.add("c");
  await settle();
  expect(log).toEqual(["write a"]);
  syncs.shift()?.();
  await settle();
  expect(log).toEqual(["write a", "ack a", "write bc"]);
  syncs.shift()?.();
  await commit.settled();
  expect(log).toEqual(["write a", "ack a", "write bc", "ack bc"]);
});

test("a group whose write throws is not acked, and the next one is", async () => {
  const log: string[] = [];
  let broken = true;
  const commit = new GroupCommit<string>({
    write: (group) => {
      if (broken) throw new Error("disk full");
      log.push(`write ${group.join("")}`);
    },
    sync: () => Promise.resolve(),
    stored: (group) => log.push(`ack ${group.join("")}`),
    failed: (group, error) => log.push(`failed ${group.join("")}: ${String(error)}`),
  });
  commit.add("a");
  await commit.settled();
  broken = false;
  commit.add("b");
  await commit.settled();
  expect(log).toEqual(["failed a: Error: disk full", "write b", "ack b"]);
});
