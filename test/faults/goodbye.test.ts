import { expect, onTestFinished, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { Presenter } from "../support/presenter.ts";
import { Service } from "../support/service.ts";

test("a service that ends tells phones and presenters to come back", async () => {
  const service = await Service.start();
  onTestFinished(() => service.dispose());
  const definition = { title: "Hej då", language: "sv", questions: [{ type: "text", text: "Vad?" }] };
  const poll = await apiClient(service.address).createPoll(definition);
  const attendee = await Attendee.join(service.address, poll.code);
  const presenter = await Presenter.open(service.address, poll.id, poll.presenterKey);
  await service.stop();
  expect((await attendee.socket.closed).code).toBe(1012);
  expect((await presenter.socket.closed).code).toBe(1012);
});
