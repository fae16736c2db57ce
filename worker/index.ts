import type { Env } from "./env.ts";
import { app } from "./http/app.ts";
import { closeAbandonedRuns, dropBrokenImports, eraseDueBallots } from "./live/retention.ts";

export { AudienceShard } from "./live/audience-shard.ts";
export { PollRoom } from "./live/poll-room.ts";

export default {
  fetch: app.fetch,
  scheduled: async (_, env) => {
    await closeAbandonedRuns(env, Date.now());
    await eraseDueBallots(env, Date.now());
    await dropBrokenImports(env, Date.now());
  },
} satisfies ExportedHandler<Env>;
