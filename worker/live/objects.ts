/** How objects are found: by the poll's id, in the jurisdiction of the deployment. */
import type { Env } from "../env.ts";
import type { AudienceShard } from "./audience-shard.ts";
import type { PollRoom } from "./poll-room.ts";

export function roomOf(env: Env, poll: string): DurableObjectStub<PollRoom> {
  const namespace = env.JURISDICTION === "eu" ? env.POLL_ROOM.jurisdiction("eu") : env.POLL_ROOM;
  return namespace.getByName(poll);
}

export function shardOf(env: Env, poll: string, shard: number): DurableObjectStub<AudienceShard> {
  const namespace = env.JURISDICTION === "eu" ? env.AUDIENCE_SHARD.jurisdiction("eu") : env.AUDIENCE_SHARD;
  return namespace.getByName(`${poll}:${shard}`);
}
