/**
 * How long this page's way to the service and back takes. The page's own line asks for a `pong` only when it has heard
 * nothing for a while, so this asks regularly; the service answers without waking anything.
 */
type MeasuredSocket = Pick<WebSocket, "send" | "readyState" | "addEventListener">;

type Measurement = {
  /** Anything has come. */
  onHeard(): void;
  /** Milliseconds. */
  onRoundTrip(ms: number): void;
};

const everyMs = 5000;
const OPEN = 1;

export function measured<S extends MeasuredSocket>(socket: S, { onHeard, onRoundTrip }: Measurement): S {
  /** When those were sent that are unanswered, the oldest first: answers come in order, also to those of the line itself. */
  const sentAt: number[] = [];
  const send = socket.send.bind(socket);
  socket.send = (data) => {
    if (data === "ping") sentAt.push(performance.now());
    send(data);
  };
  const ping = () => {
    if (socket.readyState === OPEN) socket.send("ping");
  };
  const timer = setInterval(ping, everyMs);
  socket.addEventListener("open", ping);
  socket.addEventListener("close", () => clearInterval(timer));
  socket.addEventListener("message", ({ data }) => {
    onHeard();
    if (data !== "pong") return;
    const sent = sentAt.shift();
    if (sent !== undefined) onRoundTrip(performance.now() - sent);
  });
  return socket;
}
