import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { readDraft } from "../../../web/organise/draft.ts";
import { templates } from "../../../web/organise/templates/templates.ts";
import { parseDefinition } from "../../../worker/poll/definition.ts";
import closingPoll from "../../support/closing-poll.sv.json" with { type: "json" };
import { questionTypes } from "../question-types.ts";
import { countedKeys } from "./keys.ts";

it.each(templates)("$id is a poll that the service takes as it is, and the form holds all of it", ({ definition }) => {
  expect(parseDefinition(definition, () => crypto.randomUUID())).toMatchObject({ ok: true });
  expect(readDraft(definition, "sv", countedKeys()).left).toEqual([]);
});

it("there are the same in both languages, and together they show every type of question", () => {
  const kinds = (language: string) =>
    templates
      .filter(({ definition }) => definition.language === language)
      .map(({ id, definition }) => [id.replace(/-\w+$/, ""), definition.questions.map(({ type }) => type)]);
  expect(kinds("sv")).toEqual(kinds("en"));
  expect(kinds("sv")).toHaveLength(4);
  const shown = new Set(templates.flatMap(({ definition }) => definition.questions.map(({ type }) => type)));
  expect([...shown].toSorted()).toEqual(questionTypes.toSorted());
});

it("the closing poll is one and the same as the demo and in the tests; its template is of no one event", async () => {
  const demo: unknown = JSON.parse(
    await readFile(new URL("../../../scripts/demo-poll.sv.json", import.meta.url), "utf8"),
  );
  const template = templates.find(({ id }) => id === "closing-poll-sv")?.definition;
  expect(template).toEqual({ ...closingPoll, title: "Innan vi går" });
  expect(demo).toEqual(closingPoll);
});
