import { describe, expect, test } from "vitest";
import { homeEn } from "../../web/messages/home.en.ts";
import { homeSv } from "../../web/messages/home.sv.ts";
import type { VoteState } from "../../web/ui/page-state.ts";
import { fetchPath, origin } from "./fetch-path.ts";
import { LiveLine } from "./live-line.ts";
import { choiceQuestion, createPoll, pollOnStage, sampleDefinition, type TestPoll } from "./poll-client.ts";

type Headers = Record<string, string>;

const evil = `</script><img src=x onerror="alert(1)"><!--`;

async function page(path: string, headers: Headers = {}, status = 200): Promise<{ html: string; response: Response }> {
  const response = await fetchPath(path, { headers });
  const html = await response.text();
  expect(response.status, html.slice(0, 300)).toBe(status);
  expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store");
  return { html, response };
}

/** What the vote page hands to its script. */
function stateOf(html: string): VoteState {
  const json = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html)?.[1];
  return JSON.parse(json ?? "null");
}

function langOf(html: string): string | undefined {
  return /<html lang="([^"]*)"/.exec(html)?.[1];
}

/** The cookie as a browser sends it back. */
function cookieOf(response: Response): string {
  return response.headers.get("set-cookie")?.split(";")[0] ?? "";
}

async function joined(poll: TestPoll): Promise<number> {
  return (await poll.results()).joined;
}

describe.each(["/", "/organise", "/organise/x", "/present/x", "/results/x", "a vote page"])("%s", (path) => {
  test("runs and loads only what is the service's own", async () => {
    const place = path.startsWith("/") ? path : `/${(await pollOnStage()).code}`;
    const { html, response } = await page(place);
    const policy = new Map(
      (response.headers.get("content-security-policy") ?? "").split("; ").map((rule) => {
        const [name = "", ...sources] = rule.split(" ");
        return [name, sources];
      }),
    );
    expect(policy.get("default-src")).toEqual(["'none'"]);
    expect(policy.get("script-src")).toEqual(["'self'"]);
    expect(policy.get("connect-src")).toEqual(["'self'"]);
    expect(policy.get("frame-ancestors")).toEqual(["'none'"]);
    expect(policy.get("base-uri")).toEqual(["'none'"]);
    expect([...policy.values()].flat()).not.toContain("'unsafe-inline'");
    expect([...policy.values()].flat()).not.toContain("'unsafe-eval'");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(html).not.toMatch(/ style="| on[a-z]+="/);
  });

  test("loads files that are there and may be kept", async () => {
    const place = path.startsWith("/") ? path : `/${(await pollOnStage()).code}`;
    const { html } = await page(place);
    const files = [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g)].map(([, file = ""]) => file);
    if (path !== "/") expect(files).not.toEqual([]);
    for (const file of files) {
      const response = await fetchPath(file);
      await response.arrayBuffer();
      expect(response.status).toBe(200);
      expect(response.headers.get("cache-control")).toContain("immutable");
    }
    expect((await fetchPath("/assets/nothing.js")).status).toBe(404);
  });

  test("is in the reader's language, Swedish where that is not known", async () => {
    const place = path.startsWith("/") ? path : `/${(await createPoll({ ...sampleDefinition, language: "fi" })).code}`;
    const of = async (query: string, accept: string) =>
      langOf((await page(place + query, { "accept-language": accept })).html);
    expect(await of("", "en-GB,en;q=0.9,sv;q=0.8")).toBe("en");
    expect(await of("", "sv-SE,sv;q=0.9,en;q=0.8")).toBe("sv");
    expect(await of("", "fi,de")).toBe("sv");
    expect(await of("?lang=en", "sv")).toBe("en");
  });
});

describe("the page where a code is typed", () => {
  test("sends a typed code on to its vote page, spaces or not", async () => {
    for (const typed of ["123456", "123 456", "%20123%C2%A0456"]) {
      const response = await fetchPath(`/?code=${typed}`);
      expect(response.status).toBe(303);
      expect(response.headers.get("location")).toBe("/123456");
    }
  });

  test("says what is wrong with a code, with the status that tells it too", async () => {
    const poll = await pollOnStage();
    await poll.close();
    const sees = async (path: string, status: number, language = "sv") =>
      (await page(path, { "accept-language": language }, status)).html;
    expect(await sees("/?code=abc", 404)).toContain(homeSv["wrong.malformed"]);
    expect(await sees("/?code=", 404)).toContain(homeSv["wrong.malformed"]);
    expect(await sees("/000000", 404)).toContain(homeSv["wrong.unknown"]);
    expect(await sees("/000000", 404, "en")).toContain(homeEn["wrong.unknown"]);
    expect(await sees("/nothing", 404)).toContain(homeSv["wrong.unknown"]);
    expect(await sees(`/${poll.code}`, 410)).toContain(homeSv["wrong.closed"]);
    expect(await sees("/", 200)).not.toContain('role="alert"');
  });

  test("never gives a typed text back as markup", async () => {
    const { html } = await page(`/?code=${encodeURIComponent(evil)}`, {}, 404);
    expect(html).not.toContain("onerror");
    expect((await page(`/${encodeURIComponent("<img onerror=x>")}`, {}, 404)).html).not.toContain("<img");
  });
});

describe("the vote page", () => {
  test("has the question in the document, in the poll's language", async () => {
    const poll = await pollOnStage({ text: "Vilken färg är finast?" });
    const { html } = await page(`/${poll.code}`, { "accept-language": "en" });
    expect(langOf(html)).toBe("sv");
    expect(html).toContain("<title>Nätverksmötet</title>");
    const body = html.slice(html.indexOf("<body>"), html.indexOf('<script type="application/json"'));
    for (const text of ["Vilken färg är finast?", "Röd", "Blå"]) expect(body).toContain(text);
    for (const { text } of sampleDefinition.questions.slice(1)) expect(html).not.toContain(text);
    expect(stateOf(html)).toMatchObject({
      poll: poll.id,
      stage: { question: { id: "colour" } },
    });
  });

  test("takes the code with spaces in the address, too", async () => {
    const { code } = await pollOnStage();
    await page(`/${code.slice(0, 3)}%20${code.slice(3)}`);
  });

  test("knows the phone by a cookie that no script can read", async () => {
    const poll = await pollOnStage();
    const { html, response } = await page(`/${poll.code}`);
    const attributes = (response.headers.get("set-cookie") ?? "").split("; ");
    expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "Secure", "SameSite=Lax", "Path=/"]));
    const token = cookieOf(response).split("=")[1] ?? "-";
    expect(token.length).toBeGreaterThan(20);
    expect(html).not.toContain(token);
  });

  test("is the same attendee's on a second look, with the answer that was given", async () => {
    const poll = await pollOnStage();
    const cookie = cookieOf((await page(`/${poll.code}`)).response);
    const line = await LiveLine.open(poll.id, null, { cookie, origin });
    expect(await line.answer("colour", { choices: ["blue"] })).toBe("ack");
    const { html, response } = await page(`/${poll.code}`, { cookie });
    expect(stateOf(html).stage.answer).toEqual({ choices: ["blue"] });
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await joined(poll)).toBe(1);
    await page(`/${poll.code}`);
    expect(await joined(poll)).toBe(2);
  });

  test("gives a phone of an earlier run, or with a forged cookie, a new place", async () => {
    const poll = await pollOnStage();
    const cookie = cookieOf((await page(`/${poll.code}`)).response);
    await poll.close();
    await poll.startRun();
    const { response } = await page(`/${poll.code}`, { cookie });
    expect(cookieOf(response)).not.toBe("");
    expect(cookieOf(response)).not.toBe(cookie);
    for (const forged of [
      `${cookie.slice(0, -2)}AA`,
      `handupp_${poll.id}=x`,
      `handupp_${poll.id}=0.2.AAAAAAAAAAAAAAAA.${"A".repeat(43)}`,
    ]) {
      expect(cookieOf((await page(`/${poll.code}`, { cookie: forged })).response)).not.toBe("");
    }
    expect(await joined(poll)).toBe(4);
  });

  test("shows a known phone the closed poll, and a new one that it is too late", async () => {
    const poll = await pollOnStage();
    const cookie = cookieOf((await page(`/${poll.code}`)).response);
    await poll.close();
    expect(stateOf((await page(`/${poll.code}`, { cookie })).html).stage).toMatchObject({
      status: "closed",
      voting: "locked",
    });
    await page(`/${poll.code}`, {}, 410);
  });

  test("asked for by HEAD makes nobody an attendee", async () => {
    const poll = await pollOnStage();
    const response = await fetchPath(`/${poll.code}`, { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await joined(poll)).toBe(0);
    expect((await fetchPath("/000000", { method: "HEAD" })).status).toBe(404);
  });

  test("never has text of people as markup, neither in the document nor in what its script reads", async () => {
    const options = [
      { id: "red", text: evil },
      { id: "blue", text: "&lt;b&gt;" },
    ];
    const poll = await createPoll({
      ...sampleDefinition,
      title: evil,
      questions: [choiceQuestion({ text: `${evil}2`, options })],
    });
    await poll.stage({ question: "colour" });
    const { html } = await page(`/${poll.code}`);
    expect(html).not.toContain("<img");
    expect(html).not.toContain("<!--");
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const { stage } = stateOf(html);
    expect(stage.title).toBe(evil);
    expect(stage.question).toMatchObject({ text: `${evil}2`, options });
  });
});

describe("the parts of the vote page", () => {
  const part = async (name: string, language = "sv") => fetchPath(`/vote-parts/${name}?lang=${language}`);

  test("come with the page where its question needs them, and only then", async () => {
    const { html } = await page(`/${(await pollOnStage({ type: "choice" })).code}`);
    const texts = Object.keys(stateOf(html).messages);
    expect(texts).toContain("choice.missing");
    expect(texts).toContain("status.received");
    expect(texts.filter((key) => /^(words|text|scale|ranking|points|number|grid|results|refused)\./.test(key))).toEqual(
      [],
    );
    expect(html).toContain(".option{");
    expect(html).not.toContain(".grip{");
    const lobby = await page(`/${(await createPoll()).code}`);
    expect(lobby.html).not.toContain(".option{");
    expect(Object.keys(stateOf(lobby.html).messages)).not.toContain("choice.missing");
  });

  test("are fetched for a question of another type, in the reader's language", async () => {
    const ranking = await (await part("ranking", "en")).json();
    expect(ranking).toMatchObject({ messages: { "ranking.hint": "Drag the rows or use the arrows." } });
    expect(ranking).toHaveProperty("styles", expect.stringContaining(".grip{"));
    expect(await (await part("results")).json()).toMatchObject({ messages: { "results.heading": "Resultat" } });
    expect(await (await part("refused")).json()).toMatchObject({
      messages: { "refused.locked": "Röstningen hade stängts när svaret kom fram. Svaret räknas inte." },
      styles: "",
    });
  });

  test("are those that there are", async () => {
    for (const name of ["nothing", "__proto__", "constructor"]) {
      const response = await part(name);
      await response.text();
      expect(response.status).toBe(404);
    }
  });
});

describe("compression", () => {
  test("is what the client takes, the better one first", async () => {
    const { code } = await pollOnStage();
    const encodingOf = async (accepted: string, path = `/${code}`) => {
      const response = await fetchPath(path, { headers: { "accept-encoding": accepted } });
      await response.arrayBuffer();
      expect(response.headers.get("vary")?.toLowerCase()).toContain("accept-encoding");
      return response.headers.get("content-encoding");
    };
    expect(await encodingOf("gzip, deflate, br")).toBe("br");
    expect(await encodingOf("gzip")).toBe("gzip");
    expect(await encodingOf("br;q=0, gzip;q=0.5")).toBe("gzip");
    expect(await encodingOf("identity")).toBeNull();
    expect(await encodingOf("br", "/api/openapi.json")).toBe("br");
    expect(await encodingOf("br", "/api/polls/nope")).toBe("br");
  });

  test("leaves sockets and workbooks alone", async () => {
    const poll = await pollOnStage();
    const response = await poll.call("GET", "/results.xlsx", { headers: { "accept-encoding": "br" } });
    expect(response.headers.get("content-encoding")).toBeNull();
    await response.arrayBuffer();
    const line = await LiveLine.open(poll.id, poll.presenterKey, { "accept-encoding": "br" });
    await line.next("stage");
  });
});

test("the only cookies and pages for keys are the fragment's: no key in an address gets in", async () => {
  const poll = await createPoll();
  expect((await fetchPath(`/api/polls/${poll.id}?key=${poll.organiserKey}`)).status).toBe(401);
  expect((await fetchPath(`/api/polls/${poll.id}`, { headers: { cookie: `key=${poll.organiserKey}` } })).status).toBe(
    401,
  );
});
