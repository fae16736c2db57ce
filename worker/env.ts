import type { AudienceShard } from "./live/audience-shard.ts";
import type { PollRoom } from "./live/poll-room.ts";

/** Bindings and settings, as `wrangler.toml` names them; settings are text there. */
export interface Env {
  ASSETS: Fetcher;
  DB: D1Database;
  POLL_ROOM: DurableObjectNamespace<PollRoom>;
  AUDIENCE_SHARD: DurableObjectNamespace<AudienceShard>;
  SHARD_CAPACITY: string;
  JURISDICTION: string;
  CREATE_KEY: string;
  GRACE_HOURS: string;
  RETENTION_DAYS: string;
  ADDRESS_HEADER: string;
  CONTACT: string;
}

/** A setting that is a positive number; what is missing or not a number is `fallback`. */
export function positiveSetting(value: string | undefined, fallback: number): number {
  const number = Number(value);
  return Number.isFinite(number) && number > 0 ? number : fallback;
}

/** Days for which the ballots of a closed run are kept where its poll says nothing else. */
export function retentionDays(setting: string | undefined): number {
  return positiveSetting(setting, 180);
}
