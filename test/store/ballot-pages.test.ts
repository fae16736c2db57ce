import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test, vi } from "vitest";
import type { AudienceShard } from "../../worker/live/audience-shard.ts";
import { ballotSteps, SqlBallotStore } from "../../worker/store/ballot-store.ts";

const ballots = 3000;
const pageLength = 250;

test("a page of the chain is read by key: a full shard's export holds nobody up", async () => {
  const stub = env.AUDIENCE_SHARD.getByName("ballot-pages");
  await runInDurableObject(stub, (_shard: AudienceShard, { storage: { sql } }) => {
    for (const step of ballotSteps) sql.exec(step);
    const exec = vi.spyOn(sql, "exec");
    /** The rows that SQLite has visited since the last look, found or not. */
    const visited = () => {
      const rows = exec.mock.results.reduce((sum, { value }) => sum + value.rowsRead, 0);
      exec.mockClear();
      return rows;
    };
    const store = new SqlBallotStore(sql);
    const casts = Array.from({ length: ballots }, (_, n) => ({
      ...{ key: `q${n % 10}`, attendee: `attendee-${Math.floor(n / 10)}`, answer: "null", at: n, ref: `${n}` },
      ...{ number: n + 1, replaces: null, digest: `${n}`, salt: "salt" },
    }));
    store.write(1, casts, { casts: ballots, head: "head" });
    visited();
    const page = store.page(1, 1000, pageLength);
    expect(page.map(({ ballot }) => ballot?.castAt)).toEqual(casts.slice(1000, 1000 + pageLength).map(({ at }) => at));
    expect(visited()).toBeLessThan(pageLength * 10);
    expect(store.ofAttendee(1, "attendee-7", ["q3", "q4"]).map(({ number }) => number)).toEqual([74, 75]);
    expect(visited()).toBeLessThan(50);
  });
});
