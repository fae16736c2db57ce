import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";

const REASONS: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) => `Port ${port} is in use. Set PORT to another one.`,
  EACCES: (_, port) => `Port ${port} is not for this user. Set PORT to one above 1023.`,
  EADDRNOTAVAIL: (host) => `HOST ${host} is no address of this machine.`,
  ENOTFOUND: (host) => `HOST ${host} is no address of this machine.`,
};

// A service that has just ended may hold its port for a moment longer.
const PATIENCE = 2_000;

/**
 * Tries whether the service can listen there; workerd itself would only say so in a stack trace.
 * @throws Error with a sentence for the terminal
 */
export async function assurePortIsFree(host: string, port: number): Promise<void> {
  const deadline = Date.now() + PATIENCE;
  while (true) {
    const error = await tryToListen(host, port);
    if (error === null) return;
    if (error.code !== "EADDRINUSE" || Date.now() > deadline) {
      const sentence = REASONS[error.code ?? ""]?.(host, port);
      throw sentence === undefined ? error : new Error(sentence);
    }
    await wait(50);
  }
}

function tryToListen(host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  const server = createServer();
  return new Promise((done) => {
    server.on("error", done);
    server.listen(port, host, () => server.close(() => done(null)));
  });
}
