/** SIGKILL in the middle of what takes several steps: afterwards it is done, or can be done again, and nothing is lost. */
import { setTimeout as delay } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { Presenter } from "../support/presenter.ts";
import { Service } from "../support/service.ts";

const definition = { title: "Mitt i", language: "sv", questions: [{ id: "q", type: "text", text: "Vad?" }] };

async function startService(env: Record<string, string>) {
  const service = await Service.start({ env });
  onTestFinished(() => service.dispose());
  return { service, api: apiClient(service.address) };
}

test.each([5, 30, 60])("a run whose closing was killed after %d ms keeps every acked answer", async (killAfterMs) => {
  const { service, api } = await startService({ SHARD_CAPACITY: "1" });
  const poll = await api.createPoll(definition);
  await api.stage(poll.id, poll.presenterKey, { question: "q" });
  const attendees = await Promise.all(Array.from({ length: 25 }, () => Attendee.join(service.address, poll.code)));
  await Promise.all(attendees.map((attendee, n) => attendee.answer("q", { text: `svar ${n}` })));

  const closing = api.close(poll.id, poll.presenterKey).catch(() => undefined);
  await delay(killAfterMs);
  await service.kill9();
  await closing;
  await service.start();

  const results = await api.results(poll.id, poll.organiserKey);
  expect(results.questions[0]?.answered).toBe(25);
  if (results.status === "live") await api.close(poll.id, poll.presenterKey);
  const again = await api.results(poll.id, poll.organiserKey);
  expect(again).toMatchObject({ status: "closed", run: 1 });
  expect(again.questions[0]?.answered).toBe(25);
});

test("a countdown whose start was killed still ends", async () => {
  const { service, api } = await startService({});
  const poll = await api.createPoll(definition);
  const counting = api.stage(poll.id, poll.presenterKey, { question: "q", seconds: 8 }).catch(() => undefined);
  await delay(40);
  await service.kill9();
  await counting;
  await service.start();
  const presenter = await Presenter.open(service.address, poll.id, poll.presenterKey);
  const first = await presenter.socket.next("stage");
  // Killed before anything was on disk, there is no countdown to end.
  if (first.question === null) return;
  if (first.voting === "open") {
    await presenter.socket.next("stage", { where: ({ voting }) => voting === "locked", withinMs: 15_000 });
  }
});
