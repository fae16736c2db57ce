/** The ceiling: a `ws` server that keeps each phone's answer in memory and acks it. Says its port over IPC. */
import { WebSocketServer } from "ws";

const server = new WebSocketServer({
  port: 0,
  host: "127.0.0.1",
  perMessageDeflate: false,
  handleProtocols: () => "handupp.v1",
});
const answers = new Map<object, unknown>();

server.on("connection", (socket) => {
  socket.on("message", (data) => {
    const frame: { ref: string; answer: unknown } = JSON.parse(String(data));
    answers.set(socket, frame.answer);
    socket.send(JSON.stringify({ type: "ack", ref: frame.ref }));
  });
  socket.on("close", () => answers.delete(socket));
});
server.on("listening", () => {
  const bound = server.address();
  if (typeof bound === "object" && bound !== null) process.send?.({ port: bound.port });
});
process.on("disconnect", () => process.exit(0));
