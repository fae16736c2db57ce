import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import type { AudienceShard } from "../../worker/live/audience-shard.ts";
import { ballotSteps, SqlBallotStore } from "../../worker/store/ballot-store.ts";

test("ballots and refs of before there were chains are kept, a run at a time, in the order of casting", async () => {
  const stub = env.AUDIENCE_SHARD.getByName("older-ballots");
  await runInDurableObject(stub, (_shard: AudienceShard, { storage: { sql } }) => {
    for (const step of ballotSteps.slice(0, 2)) sql.exec(step);
    sql.exec(`
      INSERT INTO ballots VALUES (1, 'q', 'anna', 'null', 20), (1, 'q', 'bo', 'null', 10), (2, 'q', 'cia', 'null', 5);
      INSERT INTO refs VALUES (1, 'bo', 'ref 1'), (1, 'anna', 'ref 2'), (2, 'cia', 'ref 3');
    `);
    for (const step of ballotSteps.slice(2)) sql.exec(step);
    const store = new SqlBallotStore(sql);
    const attendees = store.page(1, 0, 10).map(({ ballot }) => ballot?.attendee);
    expect(attendees.slice(0, 2)).toEqual(["bo", "anna"]);
    expect(store.ballots(1, "q")).toEqual([
      { attendee: "anna", answer: null, at: 20, number: 2, salt: "" },
      { attendee: "bo", answer: null, at: 10, number: 1, salt: "" },
    ]);
    expect([store.hasRef(1, "bo", "ref 1"), store.hasRef(1, "bo", "ref 2"), store.hasRef(2, "cia", "ref 3")]).toEqual([
      true,
      false,
      true,
    ]);
    expect([store.chain(1)?.casts, store.chain(2)?.casts]).toEqual([4, 2]);
  });
});
