/** The same object without storage: a Durable Object on workerd that acks what it gets. Says its port over IPC. */
import { convertV4MiniflareOptions, Miniflare } from "miniflare";

const script = `
import { DurableObject } from "cloudflare:workers";
export class AckOnly extends DurableObject {
  answers = new Map();
  async fetch() {
    const [client, server] = Object.values(new WebSocketPair());
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client, headers: { "sec-websocket-protocol": "handupp.v1" } });
  }
  webSocketMessage(socket, message) {
    const frame = JSON.parse(message);
    this.answers.set(socket, frame.answer);
    socket.send(JSON.stringify({ type: "ack", ref: frame.ref }));
  }
  webSocketClose(socket) {
    this.answers.delete(socket);
    socket.close();
  }
}
export default { fetch: (request, env) => env.ACK_ONLY.get(env.ACK_ONLY.idFromName("one")).fetch(request) };
`;

const miniflare = new Miniflare(
  convertV4MiniflareOptions({
    modules: true,
    script,
    compatibilityDate: "2026-10-01",
    durableObjects: { ACK_ONLY: { className: "AckOnly", useSQLite: true } },
    host: "127.0.0.1",
    port: 0,
    cf: false,
  }),
);
const address = await miniflare.ready;
process.send?.({ port: Number(address.port) });

async function end(): Promise<void> {
  await miniflare.dispose();
  process.exit(0);
}
process.on("SIGTERM", () => void end());
process.on("disconnect", () => void end());
