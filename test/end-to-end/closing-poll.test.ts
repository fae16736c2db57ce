import { afterAll, beforeAll, expect, test } from "vitest";
import { Service, type ServiceOptions } from "../support/service.ts";
import { Pages } from "./browser.ts";
import { runClosingPoll } from "./closing-flow.ts";

let pages: Pages;

beforeAll(async () => {
  pages = await Pages.start();
});

afterAll(async () => {
  await pages?.stop();
});

async function closingPollWith(options: ServiceOptions) {
  const service = await Service.start(options);
  try {
    return await runClosingPoll(service, pages);
  } finally {
    await service.dispose();
  }
}

// Two whole polls, one after the other: twice the time of other tests.
test("a closing poll says the same on the stage, in the results and in every file, however many shards share it", async () => {
  const inOneShard = await closingPollWith({});
  expect(inOneShard.shards).toBe(1);
  const inSixShards = await closingPollWith({ env: { SHARD_CAPACITY: "20" } });
  expect(inSixShards.shards).toBe(6);
  expect(inSixShards.figures).toEqual(inOneShard.figures);
  expect(pages.troubles).toEqual([]);
}, 360_000);
