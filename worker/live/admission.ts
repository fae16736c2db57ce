/** Who comes in: a place in a shard for each new attendee, and the token that pins it. */
import { type Env, positiveSetting } from "../env.ts";
import { limits } from "../shared/limits.ts";
import type { Audience, RoomRecord } from "../store/room-record.ts";
import type { ShardFleet } from "./shard-fleet.ts";
import { issueToken, randomToken } from "./token.ts";

/** Bytes of an attendee's id: random in each run, and long enough that no two meet. */
const attendeeIdBytes = 12;

export type AdmissionDeps = { env: Env; record: RoomRecord; fleet: ShardFleet };

export class Admission {
  readonly #deps: AdmissionDeps;

  constructor(deps: AdmissionDeps) {
    this.#deps = deps;
  }

  /** A new attendee's token for the run; undefined where the poll is full. Rejects where the shard can't be told, and counts nobody then. */
  async admit(run: number): Promise<{ token: string; attendee: string } | undefined> {
    const { record, fleet } = this.#deps;
    const audience = this.#withOneMore(record.audienceOf(run));
    if (audience === undefined) return undefined;
    record.setAudience(audience);
    const shard = audience.shards - 1;
    try {
      await fleet.open(shard, run);
    } catch (error) {
      // No token was issued. The place in the shard stays taken, which harms nobody.
      const { joined, ...rest } = record.audienceOf(run);
      record.setAudience({ ...rest, joined: joined - 1 });
      throw error;
    }
    const attendee = randomToken(attendeeIdBytes);
    return { attendee, token: await issueToken(record.get("poll").secret, { shard, run, attendee }) };
  }

  #withOneMore(audience: Audience): Audience | undefined {
    const { joined, shards, inLast } = audience;
    const capacity = positiveSetting(this.#deps.env.SHARD_CAPACITY, 1000);
    if (shards > 0 && inLast < capacity) return { ...audience, joined: joined + 1, inLast: inLast + 1 };
    return shards < limits.shardsPerPoll
      ? { ...audience, joined: joined + 1, shards: shards + 1, inLast: 1 }
      : undefined;
  }
}
