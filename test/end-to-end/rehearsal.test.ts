/** A rehearsal as a presenter makes one: from the page, and from a terminal. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { presentSv } from "../../web/messages/present.sv.ts";
import { translator } from "../../web/messages/translate.ts";
import { voteSv } from "../../web/messages/vote.sv.ts";
import { apiClient } from "../support/api-client.ts";
import { pages, servePages, service } from "./served-pages.ts";

const root = new URL("../..", import.meta.url).pathname;
const t = translator(presentSv, "sv");
const onPhone = translator(voteSv, "sv");

servePages();

const definition = {
  title: "Nätverksträff",
  language: "sv",
  questions: [{ id: "w", type: "words", text: "Tre ord om dagen" }],
};

test("a presenter rehearses on the page: marked all the time, and a draft again after it", async () => {
  const client = apiClient(service.address);
  const poll = await client.createPoll(definition);
  const stage = await pages.open(poll.links.present);
  const phone = await pages.phone(poll.links.vote);
  await phone.getByRole("heading", { name: onPhone("lobby.heading") }).waitFor();

  await stage.getByRole("button", { name: t("rehearsal.begin", { n: 30 }) }).click();
  await stage.getByText(t("rehearsal.mark")).waitFor();
  // The phone loads anew into the rehearsal, and comes to thirty others.
  await phone.getByText(onPhone("rehearsal")).waitFor();
  await stage.getByText(/^3[01] deltagare är med$/).waitFor();
  await stage.keyboard.press("ArrowRight");
  await stage.getByRole("heading", { name: "Tre ord om dagen" }).waitFor();
  await stage
    .getByText(/(1\d|2\d) av 31 har svarat/)
    .first()
    .waitFor();
  expect(await stage.getByText(t("rehearsal.mark")).isVisible()).toBe(true);
  await stage.locator(".cloud-word").nth(5).waitFor();

  // A reload brings the same attendees back, not thirty others.
  await stage.reload();
  await stage
    .getByText(/av 31 har svarat/)
    .first()
    .waitFor();
  expect((await client.results(poll.id, poll.presenterKey)).joined).toBe(31);

  await phone.getByLabel(onPhone("words.nth", { number: 1 })).fill("förbrukat");
  await phone.getByRole("button", { name: onPhone("send") }).click();
  await phone.getByText(onPhone("status.received")).waitFor();
  await stage.getByRole("button", { name: t("rehearsal.end") }).click();
  await stage.getByRole("button", { name: t("rehearsal.begin", { n: 30 }) }).waitFor();
  expect(await stage.getByText(t("rehearsal.mark")).count()).toBe(0);
  await phone.getByRole("heading", { name: onPhone("lobby.heading") }).waitFor();
  await phone.getByText(onPhone("rehearsal")).waitFor({ state: "hidden" });
  await stage.getByText(/^1 deltagare är med$/).waitFor();
  expect(await client.poll(poll.id, poll.presenterKey)).toMatchObject({ status: "draft", run: 0 });

  // The real run begins empty.
  await stage.keyboard.press("ArrowRight");
  await stage.getByText("0 av 1 har svarat").first().waitFor();
  await client.close(poll.id, poll.presenterKey);
  const results = await client.results(poll.id, poll.presenterKey);
  expect(results).toMatchObject({ run: 1, joined: 1 });
  expect(results.questions[0]?.answered).toBe(0);
});

/** `npm run rehearse` with these arguments; `said` waits for its words. */
function terminal(...args: string[]) {
  const child = spawn(process.execPath, ["scripts/run.mjs", "scripts/rehearse.ts", ...args, "--url", service.address], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
      for (const look of waiting) look();
    });
  }
  const ended = once(child, "exit").then(() => ({ code: child.exitCode, output }));
  return {
    ended,
    interrupt: () => child.kill("SIGINT"),
    said: (words: RegExp) =>
      new Promise<void>((resolve) => {
        const look = () => {
          if (words.test(output)) resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

test("a terminal waits for the rehearsal, answers in it, and says how it went", async () => {
  const client = apiClient(service.address);
  const poll = await client.createPoll(definition);
  const { ended, said, interrupt } = terminal(poll.code, "--attendees", "12", "--language", "sv", "--pace", "1");
  await said(/No rehearsal is on/);
  await client.beginRehearsal(poll.id, poll.presenterKey);
  await client.stage(poll.id, poll.presenterKey, { question: "w" });
  await said(/(?:[89]|1[012]) of 12 have answered/);
  interrupt();
  const { code, output } = await ended;
  expect(code).toBe(0);
  expect(output).toMatch(/12 attendees joined; \d+ answers were acked\.\nFrom sending to ack: p50 \d+ ms, p95 \d+ ms/);
  expect((await client.results(poll.id, poll.presenterKey)).joined).toBe(12);
});

test("the presenter's link begins a rehearsal and ends it", async () => {
  const client = apiClient(service.address);
  const poll = await client.createPoll(definition);
  const { ended, said, interrupt } = terminal(poll.links.present, "--attendees", "3", "--pace", "1");
  await said(/3 of 3 have joined/);
  expect(await client.results(poll.id, poll.presenterKey)).toMatchObject({ rehearsal: true, joined: 3 });
  interrupt();
  expect(await ended).toMatchObject({ code: 0 });
  await expect(client.results(poll.id, poll.presenterKey)).rejects.toMatchObject({ status: 409 });
});

test("a code that nobody has is refused in plain words", async () => {
  const { ended } = terminal("000000");
  const { code, output } = await ended;
  expect(code).toBe(1);
  expect(output).toBe("No poll has this code. Look at the stage for the right one.\n");
});
