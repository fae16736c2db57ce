import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { definitionOf, readDraft } from "../../web/organise/draft.ts";
import { parseQuestions } from "../../web/organise/files/csv-text.ts";
import { readBrought } from "../../web/organise/files/read-file.ts";
import { yamlFile } from "../../web/organise/files/yaml-text.ts";
import { parseDefinition } from "../../worker/poll/definition.ts";

const page = await readFile(new URL("../../docs/POLL-FILES.md", import.meta.url), "utf8");
const examples = [...page.matchAll(/```(json|yaml|csv)\n([\s\S]*?)```/g)].map(([, format = "", text = ""]) => ({
  format,
  text,
}));
const keys = () => Math.random().toString(36);

it("has an example of each form", () => {
  expect(examples.map(({ format }) => format)).toEqual(["json", "yaml", "yaml", "csv", "csv"]);
});

it.each(examples.filter(({ format }) => format !== "csv"))(
  "its poll in $format is one that the service takes",
  async ({ text }) => {
    const read = await readBrought(text, "sv");
    if (!read.ok || read.value.kind !== "poll") throw new Error(JSON.stringify(read));
    expect(parseDefinition(definitionOf(read.value.poll), keys)).toMatchObject({ ok: true });
  },
);

it("its YAML stands as the editor writes it", async () => {
  for (const { text } of examples.filter(({ format }) => format === "yaml")) {
    const read = await readBrought(text, "sv");
    if (!read.ok || read.value.kind !== "poll") throw new Error(JSON.stringify(read));
    expect(yamlFile(read.value.poll)).toBe(text);
  }
});

it.each(examples.filter(({ format }) => format === "csv"))(
  "its table of questions (%#) is one that the service takes",
  ({ text }) => {
    const read = parseQuestions(text, keys);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    const definition = { ...definitionOf(readDraft({ title: "x" }, "sv", keys).draft), questions: [] };
    const { draft } = readDraft(definition, "sv", keys);
    expect(parseDefinition(definitionOf({ ...draft, questions: read.value }), keys)).toMatchObject({ ok: true });
  },
);
