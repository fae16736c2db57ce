import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Line, type LiveConnection } from "../../web/connection/live-connection.ts";
import { bearerPrefix, subprotocol } from "../../worker/shared/protocol.ts";
import { apiClient, type Joined } from "../support/api-client.ts";
import { Service } from "../support/service.ts";

// A service that hangs without closing a socket, as after a lost network: only silence tells the client.

const noticedWithinMs = 10_000;
const definition = {
  title: "Tyst",
  language: "sv",
  questions: [{ id: "ord", type: "words", text: "Hör du mig?" }],
};

let service: Service;

beforeAll(async () => {
  service = await Service.start();
});

afterAll(() => service?.dispose());

test("the pages' connection notices a dead line within 10 s and is back when the service is", async () => {
  const api = apiClient(service.address);
  const { code, id, presenterKey } = await api.createPoll(definition);
  const line = watchLine(await api.join(code));
  await expect.poll(line.now, { timeout: 20_000 }).toBe("open");

  service.suspend();
  const since = performance.now();
  try {
    await expect.poll(line.now, { timeout: 20_000, interval: 20 }).toBe("lost");
    expect(performance.now() - since).toBeLessThan(noticedWithinMs);
  } finally {
    service.resume();
  }
  await expect.poll(line.now, { timeout: 30_000 }).toBe("open");

  await api.stage(id, presenterKey, { question: "ord" });
  await expect.poll(line.question, { timeout: 20_000 }).toBe("ord");
  line.connection.close();
});

function watchLine({ live, token }: Joined) {
  let now: Line = "connecting";
  let question: string | undefined;
  const connection: LiveConnection = connect({
    url: live,
    protocols: [subprotocol, bearerPrefix + token],
    onFrame(frame) {
      if (frame.type === "stage") question = frame.question?.id;
    },
    onLine(line) {
      now = line;
    },
    onRefused: (code) => expect.fail(`closed with ${code}`),
    platform: {
      openSocket: (url, protocols) => new WebSocket(url, protocols),
      events: new EventTarget(),
      isHidden: () => false,
      random: Math.random,
    },
  });
  return { connection, now: () => now, question: () => question };
}
