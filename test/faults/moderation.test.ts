/** What a moderator was acked holds, whatever is killed right after. */
import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import type { ModerationCommand } from "../../worker/shared/protocol.ts";
import { apiClient } from "../support/api-client.ts";
import { Attendee } from "../support/attendee.ts";
import { Presenter } from "../support/presenter.ts";
import { Service } from "../support/service.ts";

const definition = { title: "Ord", language: "sv", questions: [{ id: "q", type: "words", text: "Tre ord?" }] };

test("words that were hidden and merged stay so through a kill, in every shard", async () => {
  const service = await Service.start({ env: { SHARD_CAPACITY: "2" } });
  onTestFinished(() => service.dispose());
  const api = apiClient(service.address);
  const poll = await api.createPoll(definition);
  await api.stage(poll.id, poll.presenterKey, { question: "q" });
  for (const words of [["ja", "jo"], ["jo"], ["nej"], ["ja", "jo"], ["jo", "nej"]]) {
    await (await Attendee.join(service.address, poll.code)).answer("q", { words });
  }
  const presenter = await Presenter.open(service.address, poll.id, poll.presenterKey);
  const moderate = (command: Omit<ModerationCommand, "question">) =>
    presenter.socket.request({ type: "moderate", question: "q", ...command }, randomUUID());
  await moderate({ action: "merge", entry: "jo", into: "ja" });
  await moderate({ action: "hide", entry: "nej" });
  await service.kill9("everything");
  await service.start();

  const tallyNow = async () => (await api.results(poll.id, poll.organiserKey)).questions[0]?.tally;
  const expected = { answered: 5, hidden: 2, words: [{ word: "ja", count: 4 }], merged: [{ word: "jo", into: "ja" }] };
  expect(await tallyNow()).toMatchObject(expected);
  await api.close(poll.id, poll.presenterKey);
  expect(await tallyNow()).toMatchObject(expected);
});
