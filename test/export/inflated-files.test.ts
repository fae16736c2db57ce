import { strToU8, type Zippable, zipSync } from "fflate";
import { expect, test } from "vitest";
import { inflatedFiles } from "../../worker/export/inflated-files.ts";

const limits = {
  entries: 3,
  totalBytes: 100_000,
  fileBytes: (name: string) => (name.endsWith(".txt") ? 60_000 : undefined),
};
const zeros = (bytes: number) => new Uint8Array(bytes);

async function* inPieces(zip: Uint8Array, bytes: number): AsyncGenerator<Uint8Array, void, void> {
  for (let at = 0; at < zip.length; at += bytes) yield zip.subarray(at, at + bytes);
}

async function filesIn(zip: Uint8Array, bytes = 7): Promise<unknown[]> {
  const found: unknown[] = [];
  for await (const file of inflatedFiles(inPieces(zip, bytes), limits)) found.push(file.ok ? file.value : file.error);
  return found;
}

test("each wanted file comes once it is whole, however the zip is cut into pieces", async () => {
  const zip = zipSync({ "a.txt": strToU8("Å i åa"), "b.bin": zeros(9), "c.txt": strToU8("") });
  const files = [
    { name: "a.txt", text: "Å i åa" },
    { name: "c.txt", text: "" },
  ];
  for (const bytes of [1, 7, 4096, zip.length]) expect(await filesIn(zip, bytes)).toEqual(files);
});

test.each<[string, Zippable, RegExp]>([
  ["one that is too large", { "a.txt": zeros(60_001) }, /a\.txt is larger/],
  ["too much in all", { "a.txt": zeros(50_001), "b.txt": zeros(50_001) }, /more than 100000 bytes/],
  ["too many", { a: zeros(1), b: zeros(1), c: zeros(1), d: zeros(1) }, /more than 3 files/],
  ["no UTF-8", { "a.txt": new Uint8Array([0x22, 0xff]) }, /UTF-8/],
])("refused: %s", async (_, files, words) => {
  expect((await filesIn(zipSync(files))).at(-1)).toMatch(words);
});

test("refused: what is no zip, is empty or cut short", async () => {
  const zip = zipSync({ "a.txt": strToU8(Array.from({ length: 5000 }, (_, n) => n).join(" ")) });
  expect(await filesIn(strToU8("hej"))).toEqual(["is no zip, or an empty one"]);
  expect(await filesIn(new Uint8Array())).toEqual(["is no zip, or an empty one"]);
  expect(await filesIn(zip.slice(0, 3000))).toHaveLength(1);
});
