import { expect, test } from "vitest";
import { isListed } from "../../worker/questions/block-list.ts";
import type { PollContext } from "../../worker/questions/rules.ts";
import { swedish } from "./questions.ts";

const english: PollContext = { ...swedish, language: "en" };

test.each([
  "röv",
  "RÖV!",
  "din röv där",
  "Vilken röv, alltså.",
  "bra,röv,dåligt",
  "dra åt helvete nu",
  "DRA  ÅT\nHELVETE",
  "shit",
  "så shit det blev",
])("%j is listed in Swedish, which has the English list too", (text) => expect(isListed(text, swedish)).toBe(true));

test.each([
  "rov",
  "rövare",
  "Middlesex",
  "hård",
  "sätta på",
  "Kan vi sätta på fläkten?",
  "Vi slutar sex, det är slut då",
  "skitbra",
  "",
  "...",
  "kukeliku",
])("%j is not", (text) => expect(isListed(text, swedish)).toBe(false));

test.each([
  "r\u200böv",
  "r\u00adöv",
  "rö\u2060v",
  "r\u034föv",
  "rö\u200dv",
  "röv\ufe0f",
  "ｓｈｉｔ",
  "sh\ufff9it",
  "𝐬𝐡𝐢𝐭",
  "din r\u200böv där",
])("%j looks like a listed word, and is", (text) => expect(isListed(text, swedish)).toBe(true));

test("an own word written with invisible characters is found plain, and allowed so", () => {
  expect(isListed("kaffe", { ...swedish, blockedWords: ["kaf\u00adfe"] })).toBe(true);
  expect(isListed("f\u200ban", { ...swedish, allowedWords: ["fan"] })).toBe(false);
});

test("an English poll has the English list alone", () => {
  expect(isListed("a fucking mess", english)).toBe(true);
  expect(isListed("röv", english)).toBe(false);
  expect(isListed("assess the grape", english)).toBe(false);
  expect(isListed("s&m", english)).toBe(true);
});

test("a language without a list has the English one", () => {
  expect(isListed("shit", { ...swedish, language: "xx" })).toBe(true);
});

test("a poll's own words are hidden beside the list, and where the list is off", () => {
  const own = { blockedWords: ["Bolaget AB", "kaffe"] };
  for (const blockList of [true, false]) {
    const context = { ...swedish, ...own, blockList };
    expect(isListed("KAFFE", context)).toBe(true);
    expect(isListed("mer kaffe!", context)).toBe(true);
    expect(isListed("hos bolaget ab igen", context)).toBe(true);
    expect(isListed("bolaget", context)).toBe(false);
    expect(isListed("kaffekopp", context)).toBe(false);
    expect(isListed("röv", context)).toBe(blockList);
  }
});

test("a poll's allowed words are shown, but not what stands beside them", () => {
  const context = { ...swedish, allowedWords: ["Fan", "dra åt helvete"] };
  expect(isListed("fan", context)).toBe(false);
  expect(isListed("ett stort fan av er", context)).toBe(false);
  expect(isListed("fan och röv", context)).toBe(true);
  expect(isListed("Dra åt helvete!", context)).toBe(false);
});

test("a long text is looked through in time", () => {
  const text = "ett ord och ett till, ".repeat(400);
  const startedAt = performance.now();
  for (let index = 0; index < 20; index++) isListed(`${text}${index}`, { ...swedish });
  expect(performance.now() - startedAt).toBeLessThan(5000);
});

test.each(["valueOf", "toString", "__proto__", "SV"])("a poll in the language %j has a list", (language) => {
  expect(isListed("shit", { ...swedish, language })).toBe(true);
  expect(isListed("röv", { ...swedish, language })).toBe(language === "SV");
});
