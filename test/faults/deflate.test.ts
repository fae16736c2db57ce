import { once } from "node:events";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { limits } from "../../worker/shared/limits.ts";
import { bearerPrefix, closeCodes, subprotocol } from "../../worker/shared/protocol.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { Presenter } from "../support/presenter.ts";
import { Service } from "../support/service.ts";

// Compression turns a small frame on the wire into a huge message; nobody else may notice.

const hugeBytes = 31 * 1024 * 1024;
const definition = {
  title: "Nollor",
  language: "sv",
  questions: [{ id: "ord", type: "words", text: "Ett ord?" }],
};

let service: Service;

beforeAll(async () => {
  service = await Service.start();
});

afterAll(() => service?.dispose());

test("messages that unpack to 31 MB are refused and hurt nobody else", async () => {
  const api = apiClient(service.address);
  const { id, code, presenterKey } = await api.createPoll(definition);
  await api.stage(id, presenterKey, { question: "ord" });
  const presenter = await Presenter.open(service.address, id, presenterKey);
  const bystander = await Attendee.join(service.address, code);
  await bystander.onStage("ord");
  const { live, token } = await api.join(code);
  const bomber = new WebSocket(live, [subprotocol, bearerPrefix + token], { perMessageDeflate: { threshold: 0 } });
  const heard: string[] = [];
  bomber.on("message", (data) => heard.push(String(data)));
  bomber.on("error", () => undefined);
  const closed = once(bomber, "close");
  await once(bomber, "open");
  expect(bomber.extensions).toContain("permessage-deflate");

  const huge = "0".repeat(hugeBytes);
  for (let frame = 0; frame < limits.oversizedFramesInARow + 1 && bomber.readyState === WebSocket.OPEN; frame++) {
    await new Promise<void>((resolve) => bomber.send(huge, () => resolve()));
    await bystander.answer("ord", { words: [`ord ${frame}`] });
  }
  const [closeCode] = await closed;
  expect(closeCode).toBe(closeCodes.tooLarge);
  expect(heard.some((frame) => frame.includes("too-large"))).toBe(true);

  await bystander.answer("ord", { words: ["slutet"] });
  const tally = await presenter.tallyOf("ord", 1);
  expect(tally.answered).toBe(1);
  expect((await api.health()).status).toBe("ok");
  await Promise.all([bystander.close(), presenter.close()]);
});
