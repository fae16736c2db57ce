import { describe, expect, it } from "vitest";
import { keyFromFragment } from "../../../web/connection/api.ts";
import { jsonStorage } from "../../../web/connection/json-storage.ts";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { emptyDraft, readDraft } from "../../../web/organise/draft.ts";
import { readJsonText } from "../../../web/organise/json-text.ts";
import { links } from "../../../web/organise/links.ts";
import { forgetPoll, rememberedPoll, rememberedPolls, rememberPoll } from "../../../web/organise/remembered-polls.ts";
import { draftCreated, dropDraft, storeDraft, storedDraft } from "../../../web/organise/stored-draft.ts";
import { countedKeys } from "./keys.ts";

function storage() {
  const kept = new Map<string, string>();
  return jsonStorage(() => ({
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  }));
}

const poll = { id: "p1", title: "Fika", organiserKey: "o", presenterKey: "p", when: "2026-03-19T15:00:00Z" };

describe("the polls that the browser remembers", () => {
  it("stand newest first, each once, and keep the presenter's key that is told only once", () => {
    const browser = storage();
    rememberPoll(browser, poll);
    rememberPoll(browser, { ...poll, id: "p2" });
    rememberPoll(browser, { id: "p1", title: "Fika igen", organiserKey: "o", when: "2026-03-20T15:00:00Z" });
    expect(rememberedPolls(browser).map(({ id, title }) => [id, title])).toEqual([
      ["p1", "Fika igen"],
      ["p2", "Fika"],
    ]);
    expect(rememberedPoll(browser, "p1")?.presenterKey).toBe("p");
    forgetPoll(browser, "p1");
    expect(rememberedPoll(browser, "p1")).toBeUndefined();
  });

  it("are none where something else is stored", () => {
    const browser = storage();
    browser.set("handupp.polls", [{ id: 1 }, null, "x"]);
    expect(rememberedPolls(browser)).toEqual([]);
  });
});

describe("an unsaved draft", () => {
  it("of a new poll is the created poll's where more was written meanwhile, and done with where not", () => {
    const browser = storage();
    const sent = { draft: emptyDraft("sv"), json: null };
    storeDraft(browser, null, { ...sent, tag: null });
    draftCreated(browser, "p1", sent, sent);
    draftCreated(browser, "p2", sent, { draft: { ...sent.draft, title: "Fika igen" }, json: null });
    draftCreated(browser, "p3", sent, { ...sent, json: "{ half" });
    expect(storedDraft(browser, null, "sv")).toBeUndefined();
    expect(storedDraft(browser, "p1", "sv")).toBeUndefined();
    expect(storedDraft(browser, "p2", "sv")?.draft.title).toBe("Fika igen");
    expect(storedDraft(browser, "p3", "sv")).toMatchObject({ json: "{ half", tag: null });
  });

  it("comes back as it was, JSON included, and apart from other polls' drafts", () => {
    const browser = storage();
    const definition = { title: "Ny", language: "sv", questions: [{ id: "a", type: "text", text: "Hur mår du?" }] };
    const { draft } = readDraft(definition, "sv", countedKeys());
    storeDraft(browser, null, { draft, json: "{ half", tag: "abc" });
    const back = storedDraft(browser, null, "en");
    expect(back).toMatchObject({ json: "{ half", tag: "abc" });
    expect(back?.draft.questions[0]).toMatchObject({ id: "a", text: "Hur mår du?", maxLength: 250 });
    expect(storedDraft(browser, "p1", "en")).toBeUndefined();
    dropDraft(browser, null);
    expect(storedDraft(browser, null, "en")).toBeUndefined();
  });
});

describe("links", () => {
  it("carry the key in the fragment, whatever signs it has", () => {
    const link = links.results("https://example.se", "p/1", "a+b=&c");
    expect(link).toMatch(/^https:\/\/example\.se\/results\/p%2F1#key=/);
    expect(keyFromFragment(new URL(link).hash)).toBe("a+b=&c");
  });
});

describe("pasted JSON", () => {
  const t = translator(organiseSv, "sv");
  it("is an object, or it is said what is wrong", () => {
    expect(readJsonText('{"title":"x"}', t)).toEqual({ ok: true, value: { title: "x" } });
    expect(readJsonText("[1]", t)).toEqual({ ok: false, error: expect.stringContaining("börjar med {") });
    expect(readJsonText('{"title":}', t)).toEqual({ ok: false, error: expect.stringContaining("inte JSON") });
  });
});
