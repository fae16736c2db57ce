import type { Env } from "./env.ts";
import { app } from "./http/app.ts";
import { eraseDueBallots } from "./live/retention.ts";

export { AudienceShard } from "./live/audience-shard.ts";
export { PollRoom } from "./live/poll-room.ts";

export default {
  fetch: app.fetch,
  scheduled: (_, env) => eraseDueBallots(env, Date.now()),
} satisfies ExportedHandler<Env>;
