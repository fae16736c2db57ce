import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import { voteSv } from "../../web/messages/vote.sv.ts";
import { openPage } from "./plain-browser.ts";
import { pollOnStage } from "./poll-client.ts";

describe("results where phones are shown them", () => {
  const blue: [string, string][] = [
    ["asking", "colour~1.0"],
    ["choice", "blue"],
  ];

  test("are in the page, and follow what is answered", async () => {
    const poll = await pollOnStage({ resultsOnPhones: true });
    const { post, html } = await openPage(poll);
    expect(await html()).toContain(voteSv["results.heading"]);
    await post(blue);
    await expect.poll(html).toContain("1 · 100 %");
    await poll.stage({ results: "hidden" });
    expect(await html()).not.toContain(voteSv["results.heading"]);
  });

  test("are there as soon as somebody comes, also where the shard has just woken", async () => {
    const poll = await pollOnStage({ resultsOnPhones: true });
    const { post, html } = await openPage(poll);
    await post(blue);
    await expect.poll(html).toContain("1 · 100 %");
    expect((await openPage(poll)).first).toContain("1 · 100 %");
    await evictDurableObject(env.AUDIENCE_SHARD.getByName(`${poll.id}:0`));
    expect((await openPage(poll)).first).toContain("1 · 100 %");
  });

  test("stay once the poll is closed, with the question", async () => {
    const poll = await pollOnStage({ resultsOnPhones: true });
    const { post, html } = await openPage(poll);
    await post(blue);
    await poll.close();
    await expect.poll(html).toContain("1 · 100 %");
    const page = await html();
    expect(page).toContain(voteSv["closed.heading"]);
    expect(page).toContain("Vilken färg?");
  });

  test("are not there for a question that keeps them to the stage", async () => {
    const poll = await pollOnStage();
    const { post, html } = await openPage(poll);
    await post(blue);
    expect(await html()).not.toContain(voteSv["results.heading"]);
  });
});
