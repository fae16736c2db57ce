/** A poll in Swedish and English: who gets which, and that it is one poll all the same. */
import { evictDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import type { PollStageFrame } from "../../worker/poll/snapshots.ts";
import { fetchPath, origin } from "./fetch-path.ts";
import { LiveLine, upgrade } from "./live-line.ts";
import { bodyOf, call, createPoll, problemOf, sampleDefinition, type TestPoll } from "./poll-client.ts";

const definition = {
  title: { sv: "Nätverksmötet", en: "The network meeting" },
  language: "sv",
  questions: [
    {
      id: "colour",
      type: "choice",
      text: { sv: "Vilken färg?", en: "Which colour?" },
      options: [
        { id: "red", text: { sv: "Röd", en: "Red" } },
        { id: "blue", text: { sv: "Blå", en: "Blue" } },
      ],
      randomOrder: true,
      resultsOnPhones: true,
    },
    {
      id: "guess",
      type: "number",
      text: { sv: "Hur långt?", en: "How far?" },
      unit: { sv: "mil", en: "leagues" },
      notes: "Hemligt",
      min: 0,
      max: 9000,
      rightValue: 7371,
    },
    { id: "words", type: "words", text: "Tre ord" },
  ],
  settings: { embed: true },
};

let poll: TestPoll;

beforeAll(async () => {
  poll = await createPoll(definition);
});

/** A new attendee's line that asks for `lang`, and its first stage. */
async function attendee(lang: string | undefined, headers: Record<string, string> = {}) {
  const { token } = await poll.join();
  const query = lang === undefined ? "" : `?lang=${lang}`;
  const line = await LiveLine.open(poll.id, token, headers, query);
  return { line, first: await line.next("stage") };
}

function nextAt(line: LiveLine, question: string) {
  return line.next("stage", { where: (frame) => frame.question?.id === question });
}

describe("the stage of an attendee's line", () => {
  test("is in the poll's language where nothing is asked for, whatever the client's headers say", async () => {
    await poll.stage({ question: "colour" });
    const { first } = await attendee(undefined, { "accept-language": "en" });
    expect(first).toMatchObject({ title: "Nätverksmötet", language: "sv", question: { text: "Vilken färg?" } });
  });

  test.each(["en", "en-GB", "EN"])("is in the language asked for as %s", async (lang) => {
    const { first } = await attendee(lang);
    expect(first).toMatchObject({
      title: "The network meeting",
      language: "en",
      languages: ["sv", "en"],
      question: { id: "colour", text: "Which colour?" },
    });
  });

  test.each(["fi", "%00", "__proto__", "x".repeat(4000)])("is in the poll's where %j is asked for", async (lang) => {
    expect((await attendee(lang)).first).toMatchObject({ language: "sv", question: { text: "Vilken färg?" } });
  });

  test("stays in it, each phone in its own, and says no more of a question than any other's", async () => {
    const lines = await Promise.all([attendee("sv"), attendee("en"), attendee("en"), attendee(undefined)]);
    await poll.stage({ question: "guess" });
    const frames = await Promise.all(lines.map(({ line }) => nextAt(line, "guess")));
    expect(frames.map(({ language }) => language)).toEqual(["sv", "en", "en", "sv"]);
    expect(frames[1]).toMatchObject({ question: { text: "How far?", unit: "leagues" } });
    expect(frames[3]).toMatchObject({ question: { text: "Hur långt?", unit: "mil" } });
    for (const frame of frames) expect(JSON.stringify(frame)).not.toMatch(/7371|Hemligt|colour|färg/);
    await poll.stage({ rightAnswer: "shown" });
    const shown = await lines[1]?.line.next("stage", { where: (frame) => frame.rightAnswer === "shown" });
    expect(shown).toMatchObject({ question: { text: "How far?", rightValue: 7371 } });
    await poll.stage({ question: "words" });
    expect(await nextAt(lines[1]?.line ?? expect.unreachable(), "words")).toMatchObject({
      title: "Nätverksmötet",
      language: "sv",
      question: { text: "Tre ord" },
    });
  });

  test("has its own order of options in both languages, and its answer", async () => {
    await poll.stage({ question: "colour" });
    const { token } = await poll.join();
    const seenIn = async (lang: string) => {
      const line = await LiveLine.open(poll.id, token, {}, `?lang=${lang}`);
      return { line, frame: await line.next("stage") };
    };
    const swedish = await seenIn("sv");
    expect(await swedish.line.answer("colour", { choices: ["blue"] })).toBe("ack");
    const english = await seenIn("en");
    const ids = ({ question }: PollStageFrame) =>
      question?.type === "choice" ? question.options.map(({ id }) => id) : [];
    expect(ids(english.frame)).toEqual(ids(swedish.frame));
    expect(english.frame.answer).toEqual({ choices: ["blue"] });
  });
});

test("a phone keeps its language while its shard sleeps", async () => {
  await poll.stage({ question: "colour" });
  const { line, first } = await attendee("en");
  expect(first.language).toBe("en");
  const { token } = await poll.join();
  const shards = Number(token.split(".")[0]) + 1;
  for (let n = 0; n < shards; n++) await evictDurableObject(env.AUDIENCE_SHARD.getByName(`${poll.id}:${n}`));
  await poll.stage({ question: "guess" });
  expect(await nextAt(line, "guess")).toMatchObject({ language: "en", question: { text: "How far?" } });
});

test("phones in two languages make one tally, and screens and files have the poll's own", async () => {
  await poll.stage({ question: "colour" });
  const presenter = await poll.presenter();
  expect(await presenter.next("stage")).toMatchObject({ language: "sv", question: { text: "Vilken färg?" } });
  const before = await poll.tally("colour");
  for (const lang of ["sv", "en"]) {
    expect(await (await attendee(lang)).line.answer("colour", { choices: ["red"] })).toBe("ack");
  }
  const red = (tally: unknown) => Number(Object(Object(tally).counts).red);
  expect(red(await poll.tally("colour")) - red(before)).toBe(2);
  const csv = await (await poll.call("GET", "/results.csv")).text();
  expect(csv).toContain("Röd");
  expect(csv).not.toContain("Red");
  expect(JSON.stringify(await poll.results())).not.toMatch(/Which|Red|network/);
  const watching = await upgrade(`/api/polls/${poll.id}/watch?lang=en`, ["handupp.v1"]);
  if (watching.webSocket === null) throw new Error("no socket");
  expect(await new LiveLine(watching.webSocket).next("stage")).toMatchObject({ question: { text: "Vilken färg?" } });
});

describe("the phone's page", () => {
  const bodyAt = (html: string) => html.slice(html.indexOf("<body>"), html.indexOf('<script type="application/json"'));
  const page = async (query: string, accept: string, headers: Record<string, string> = {}) => {
    const response = await fetchPath(`/${poll.code}${query}`, { headers: { "accept-language": accept, ...headers } });
    return { html: await response.text(), cookie: response.headers.get("set-cookie")?.split(";")[0] ?? "" };
  };

  test.each([
    ["", "en-GB,en;q=0.9", "en"],
    ["", "sv,en", "sv"],
    ["", "fi,en", "en"],
    ["", "fi", "sv"],
    ["?lang=sv", "en", "sv"],
    ["?lang=en", "sv", "en"],
  ])("at %j for a reader of %s is in %s, and so is the line after it", async (query, accept, language) => {
    await poll.stage({ question: "colour" });
    const { html, cookie } = await page(query, accept);
    const [title, text, option] =
      language === "en" ? ["The network meeting", "Which colour?", "Red"] : ["Nätverksmötet", "Vilken färg?", "Röd"];
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<title>${title}</title>`);
    for (const shown of [title, text, option]) expect(bodyAt(html)).toContain(shown);
    expect(bodyAt(html)).toMatch(new RegExp(`<h1[^>]* lang="${language}"`));
    const headers = { cookie, origin, "accept-language": accept };
    const line = await LiveLine.open(poll.id, null, headers, query);
    expect(await line.next("stage")).toMatchObject({ language, question: { text } });
    // On a second look, too, which another object answers.
    expect((await page(query, accept, { cookie })).html).toContain(text);
  });

  test("is the reader's where the question is given in one language alone, which is said of it", async () => {
    await poll.stage({ question: "words" });
    const { html } = await page("", "en");
    expect(html).toContain('<html lang="en">');
    expect(bodyAt(html)).toMatch(/<h1[^>]* lang="sv"[^>]*>Tre ord/);
  });

  test("keeps the language that was asked for after an answer without a script", async () => {
    await poll.stage({ question: "colour" });
    const { html, cookie } = await page("?lang=en", "sv");
    const asking = /name="asking" value="([^"]*)"/.exec(html)?.[1] ?? "";
    const posted = await fetchPath(`/${poll.code}?lang=en`, {
      method: "POST",
      headers: { cookie, "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ asking, choice: "red" }).toString(),
    });
    expect(posted.status).toBe(303);
    expect(posted.headers.get("location")).toBe(`/${poll.code}?lang=en`);
  });
});

describe("the definition", () => {
  test("is read as it was written, and makes the same poll again", async () => {
    const read = await bodyOf<object>(poll.call("GET"));
    expect(read).toMatchObject({ title: definition.title, questions: definition.questions });
    const { id: _id, code: _code, status: _status, run: _run, ...written } = Object(read);
    const again = await createPoll(written);
    const readAgain = Object(await bodyOf(again.call("GET")));
    expect({ ...readAgain, id: "", code: "", status: "", run: 0 }).toEqual({
      ...written,
      id: "",
      code: "",
      status: "",
      run: 0,
    });
    expect(Object(await bodyOf(again.call("PUT", "", { body: written }))).title).toEqual(definition.title);
  });

  test("may get a language while it is live: phones that wish for it have it at once", async () => {
    const plain = await createPoll(sampleDefinition);
    await plain.stage({ question: "colour" });
    const { token } = await plain.join();
    const line = await LiveLine.open(plain.id, token, {}, "?lang=en");
    expect(await line.next("stage")).not.toHaveProperty("languages");
    const [colour, ...rest] = sampleDefinition.questions;
    const questions = [{ ...colour, text: { sv: "Vilken färg?", en: "Which colour?" } }, ...rest];
    await bodyOf(plain.call("PUT", "", { body: { ...sampleDefinition, questions } }));
    expect(await line.next("stage")).toMatchObject({ language: "en", question: { text: "Which colour?" } });
  });

  test("that is wrong in one language is refused with the text's path", async () => {
    const title = { sv: "Möte", en: " " };
    const { errors } = await problemOf(call("POST", "/api/polls", { body: { ...definition, title } }), 422);
    expect(errors).toMatchObject([{ path: "title.en", message: "is blank" }]);
  });
});
