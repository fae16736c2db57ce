import { expect, it } from "vitest";
import type { LibraryPoll } from "../../../web/connection/account-api.ts";
import { found, shelves } from "../../../web/organise/account/library-view.ts";

const poll = (title: string, folder: string | null = null, code = "123456"): LibraryPoll => ({
  id: title,
  code,
  title,
  language: "sv",
  status: "draft",
  run: 0,
  role: "organiser",
  folder,
  addedAt: "",
  updatedAt: "",
  others: 0,
});
const polls = [
  poll("Fika på Öland", "Ö"),
  poll("Möte 10", "B10", "987654"),
  poll("Möte 2", "B2"),
  poll("Ångra"),
  poll("zebra", "Å"),
];
const titles = (some: readonly LibraryPoll[]) => some.map(({ title }) => title);

it.each([
  ["", titles(polls)],
  ["  ", titles(polls)],
  ["MÖTE", ["Möte 10", "Möte 2"]],
  ["ö fika", ["Fika på Öland"]],
  ["öland", ["Fika på Öland"]],
  ["987 654", ["Möte 10"]],
  ["b2", ["Möte 2"]],
  ["mote", []],
])("finds by words of title and folder, and by code: %j", (search, expected) => {
  expect(titles(found(polls, search, "sv"))).toEqual(expected);
});

it("sorts folders as the reader's language does, numbers by their size, and what is in none last", () => {
  expect(shelves(polls, "sv").map(({ folder }) => folder)).toEqual(["B2", "B10", "Å", "Ö", null]);
  expect(titles(shelves(polls, "sv").at(-1)?.polls ?? [])).toEqual(["Ångra"]);
});
