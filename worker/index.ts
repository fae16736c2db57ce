import type { Env } from "./env.ts";
import { app } from "./http/app.ts";
import { dropBrokenImports, eraseDueBallots } from "./live/retention.ts";

export { AudienceShard } from "./live/audience-shard.ts";
export { PollRoom } from "./live/poll-room.ts";

export default {
  fetch: app.fetch,
  scheduled: async (_, env) => {
    await eraseDueBallots(env, Date.now());
    await dropBrokenImports(env, Date.now());
  },
} satisfies ExportedHandler<Env>;
