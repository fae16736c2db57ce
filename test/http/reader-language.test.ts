import { describe, expect, test } from "vitest";
import { documentsEn } from "../../web/messages/documents.en.ts";
import { documentsSv } from "../../web/messages/documents.sv.ts";
import { footerEn } from "../../web/messages/footer.en.ts";
import { footerSv } from "../../web/messages/footer.sv.ts";
import { PlainBrowser } from "./plain-browser.ts";
import { createPoll, pollOnStage, sampleDefinition } from "./poll-client.ts";

const english = { "accept-language": "en-GB,en" };

function langOf(html: string): string | undefined {
  return /<html lang="([^"]*)"/.exec(html)?.[1];
}

describe("the language of the vote page", () => {
  test("is the poll's own, whatever the browser prefers, with a link to the other", async () => {
    const { code } = await pollOnStage();
    const html = await new PlainBrowser().html(`/${code}`, english);
    expect(langOf(html)).toBe("sv");
    expect(html).toContain('<a href="?lang=en" lang="en" hreflang="en">English</a>');
    expect(html).not.toContain("Svenska</a>");
  });

  test("is the reader's once it is chosen, for the whole visit, also where the address does not say it", async () => {
    const { code } = await pollOnStage();
    const browser = new PlainBrowser();
    const chosen = await browser.get(`/${code}?lang=en`);
    expect(langOf(await chosen.text())).toBe("en");
    // Two cookies: who it is, and in which language.
    expect(chosen.headers.getSetCookie()).toHaveLength(2);
    expect(chosen.headers.getSetCookie().find((set) => set.startsWith("handupp_lang"))).not.toMatch(/max-age|expires/i);
    const after = await browser.post(`/${code}`, [["asking", "colour~1.0"]]);
    expect(langOf(await after.text())).toBe("en");
    for (const path of [`/${code}`, "/", "/privacy", "/accessibility", "/000000"]) {
      expect(langOf(await browser.html(path))).toBe("en");
    }
    const html = await browser.html(`/${code}`);
    expect(html).toContain('<a href="?lang=sv" lang="sv" hreflang="sv">Svenska</a>');
    expect(langOf(await browser.html(`/${code}?lang=sv`))).toBe("sv");
    expect(langOf(await browser.html(`/${code}`))).toBe("sv");
  });

  test("is the browser's where there are no texts in the poll's", async () => {
    const { code } = await createPoll({ ...sampleDefinition, language: "fi" });
    expect(langOf(await new PlainBrowser().html(`/${code}`, english))).toBe("en");
  });

  test("a choice that there are no texts in is none", async () => {
    const { code } = await pollOnStage();
    const browser = new PlainBrowser();
    expect(langOf(await browser.html(`/${code}?lang=fi`))).toBe("sv");
    expect([...browser.cookies.keys()]).not.toContain("handupp_lang");
  });
});

describe.each(["privacy", "accessibility"] as const)("the page about %s", (name) => {
  test.each([
    ["sv", documentsSv, footerSv],
    ["en", documentsEn, footerEn],
  ] as const)("is a document in the reader's language (%s), without a script", async (language, documents, footer) => {
    const html = await new PlainBrowser().html(`/${name}`, { "accept-language": language });
    expect(langOf(html)).toBe(language);
    expect(html).toContain(`<h1>${documents[name].title}</h1>`);
    for (const { heading } of documents[name].sections) expect(html).toContain(`<h2>${heading}</h2>`);
    expect(html).not.toContain("<script");
    expect(html).toContain(`<a href="/privacy">${footer.privacy}</a>`);
    expect(html).toContain(`<a href="/accessibility">${footer.accessibility}</a>`);
    // Nobody is named in the tests' own settings.
    expect(html).toContain(documents.contact.nobody);
  });

  test("is one tap away before the first answer, in the lobby, and where a code is typed", async () => {
    const lobby = await createPoll();
    const onStage = await pollOnStage();
    expect(await new PlainBrowser().html("/")).toContain(`<a href="/${name}">`);
    for (const { code } of [lobby, onStage]) {
      // About privacy there is more to say to whoever comes from a poll.
      const query = name === "privacy" ? `?poll=${code}` : "";
      expect(await new PlainBrowser().html(`/${code}`)).toContain(`<a href="/${name}${query}">`);
    }
  });
});

test("the page about privacy is of the same poll in the other language", async () => {
  const { code } = await createPoll();
  const html = await new PlainBrowser().html(`/privacy?poll=${code}`, { "accept-language": "sv" });
  expect(html).toContain(`<a href="?poll=${code}&amp;lang=en"`);
  expect(await new PlainBrowser().html('/privacy?poll="x"', { "accept-language": "sv" })).toContain(
    '<a href="?lang=en"',
  );
});

test("the page about privacy names every cookie that there is", async () => {
  const { code } = await pollOnStage();
  const browser = new PlainBrowser();
  const html = await browser.html("/privacy?lang=sv");
  await browser.get(`/${code}`);
  for (const name of browser.cookies.keys()) {
    expect(html).toContain(name === "handupp_lang" ? name : "handupp_ följd av omröstningens id");
  }
  expect(browser.cookies.size).toBe(2);
});
