declare namespace Cloudflare {
  interface GlobalProps {
    mainModule: typeof import("../../worker/index.ts");
  }
  interface Env {
    ASSETS: Fetcher;
    DB: D1Database;
    POLL_ROOM: DurableObjectNamespace<import("../../worker/live/poll-room.ts").PollRoom>;
    AUDIENCE_SHARD: DurableObjectNamespace<import("../../worker/live/audience-shard.ts").AudienceShard>;
  }
}

declare module "*.sql?raw" {
  const text: string;
  export default text;
}
