import type { Env } from "./env.ts";
import { app } from "./http/app.ts";

export { AudienceShard } from "./live/audience-shard.ts";
export { PollRoom } from "./live/poll-room.ts";

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
