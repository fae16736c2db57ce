import { describe, expect, test } from "vitest";
import { footerSv } from "../../web/messages/footer.sv.ts";
import { origin } from "./fetch-path.ts";
import { LiveLine, upgrade } from "./live-line.ts";
import { markupOf, PlainBrowser } from "./plain-browser.ts";
import { call, createPoll, sampleDefinition } from "./poll-client.ts";

const red: [string, string][] = [
  ["asking", "colour~1.0"],
  ["choice", "red"],
];

async function pollOnSharedPhone(settings: object = { sharedDevice: true }) {
  const poll = await createPoll({ ...sampleDefinition, settings });
  await poll.stage({ question: "colour" });
  const phone = new PlainBrowser();
  const path = `/${poll.code}`;
  const html = await phone.html(path);
  const someoneElse = (headers: Record<string, string> = {}) => phone.post(`${path}/someone-else`, [], headers);
  const token = () => phone.cookies.get(`handupp_${poll.id}`) ?? "";
  return { poll, phone, path, html, someoneElse, token };
}

function personIn(html: string): string {
  return /"person":"([^"]+)"/.exec(html)?.[1] ?? "";
}

describe("a phone that is handed on", () => {
  test("answers once more as somebody else, whose form is empty", async () => {
    const { poll, phone, path, html, someoneElse, token } = await pollOnSharedPhone();
    expect(html).toContain(footerSv.someoneElse);
    await phone.post(path, red);
    expect(markupOf(await phone.html(path))).toContain("Mottaget");
    const first = token();
    const response = await someoneElse();
    expect([response.status, response.headers.get("location")]).toEqual([303, path]);
    expect(token()).not.toBe(first);
    expect(markupOf(await phone.html(path))).not.toContain("Mottaget");
    await phone.post(path, red);
    expect(await poll.tally("colour")).toMatchObject({ answered: 2, counts: { red: 2 } });
    expect((await poll.results()).joined).toBe(2);
  });

  test("is told apart from who had it before, by what tells nothing of the token", async () => {
    const { phone, path, html, someoneElse, token } = await pollOnSharedPhone();
    expect(personIn(html)).not.toBe("");
    expect(personIn(await phone.html(path))).toBe(personIn(html));
    await someoneElse();
    const now = await phone.html(path);
    expect(personIn(now)).not.toBe(personIn(html));
    expect(now).not.toContain(token());
    expect(token()).not.toContain(personIn(now));
  });

  test("can't answer from a page that was another's", async () => {
    const { poll, phone, path, html, someoneElse, token } = await pollOnSharedPhone();
    const connect = async (person: string) => {
      const headers = { cookie: `handupp_${poll.id}=${token()}`, origin };
      const { webSocket } = await upgrade(`/api/polls/${poll.id}/live?person=${person}`, ["handupp.v1"], headers);
      if (webSocket === null) throw new Error("no socket");
      return new LiveLine(webSocket);
    };
    await (await connect(personIn(html))).next("stage");
    await someoneElse();
    expect(await (await connect(personIn(html))).closed).toMatchObject({ code: 4401 });
    await (await connect(personIn(await phone.html(path)))).next("stage");
  });
});

test("a form that was another's is told that it doesn't count", async () => {
  const { poll, phone, path, html, someoneElse } = await pollOnSharedPhone();
  expect(html).toContain(`name="person" value="${personIn(html)}"`);
  await someoneElse();
  const answer = await phone.post(path, [...red, ["person", personIn(html)]]);
  expect(answer.status).toBe(422);
  expect(await poll.tally("colour")).toMatchObject({ answered: 0 });
});

test("a page that was opened before the organiser allowed it can't answer for somebody else either", async () => {
  const { poll, phone, path, html, someoneElse, token } = await pollOnSharedPhone({});
  const body = { ...(await poll.describe()), settings: { sharedDevice: true } };
  await call("PUT", `/api/polls/${poll.id}`, { key: poll.organiserKey, body });
  await someoneElse();
  const headers = { cookie: `handupp_${poll.id}=${token()}`, origin };
  const { webSocket } = await upgrade(`/api/polls/${poll.id}/live?person=${personIn(html)}`, ["handupp.v1"], headers);
  if (webSocket === null) throw new Error("no socket");
  expect(await new LiveLine(webSocket).closed).toMatchObject({ code: 4401 });
  expect(personIn(await phone.html(path))).not.toBe(personIn(html));
});

test("where the organiser doesn't allow it there is no button, and no way", async () => {
  const { poll, html, someoneElse, token } = await pollOnSharedPhone({});
  expect(html).not.toContain("someone-else");
  const before = token();
  expect((await someoneElse()).status).toBe(303);
  expect(token()).toBe(before);
  expect((await poll.results()).joined).toBe(1);
});

test("another site's page can't put somebody else on the phone, nor can a stranger to the poll", async () => {
  const { poll, someoneElse, token } = await pollOnSharedPhone();
  const before = token();
  expect((await someoneElse({ origin: "https://elsewhere.example" })).status).toBe(403);
  expect((await someoneElse({ "sec-fetch-site": "same-site" })).status).toBe(403);
  const stranger = new PlainBrowser();
  expect((await stranger.post(`/${poll.code}/someone-else`)).status).toBe(303);
  expect(stranger.cookies.size).toBe(0);
  expect(token()).toBe(before);
});

test("once the poll is closed nobody new comes in", async () => {
  const { poll, phone, path, someoneElse, token } = await pollOnSharedPhone();
  await poll.close();
  const before = token();
  await someoneElse();
  expect(token()).toBe(before);
  expect(await phone.html(path)).not.toContain("someone-else");
});

test("presenters and frames in slides hear nothing of it", async () => {
  const { poll } = await pollOnSharedPhone();
  const presenter = await poll.presenter();
  expect(await presenter.next("stage")).not.toHaveProperty("sharedDevice");
  const attendee = await poll.attendee();
  expect(await attendee.next("stage")).toMatchObject({ sharedDevice: true });
});
