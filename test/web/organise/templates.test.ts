import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { templates } from "../../../web/organise/templates/templates.ts";
import { parseDefinition } from "../../../worker/poll/definition.ts";
import closingPoll from "../../support/closing-poll.sv.json" with { type: "json" };

it.each(templates)("$id is a poll that the service takes", ({ definition }) => {
  const parsed = parseDefinition(definition, () => crypto.randomUUID());
  expect(parsed.ok).toBe(true);
  const types = definition.questions.map((question) => ("type" in question ? question.type : undefined));
  expect(types).toEqual(["words", "choice", "scale", "ranking", "text"]);
});

it("the closing poll is one and the same as a template, as the demo and in the tests", async () => {
  const demo: unknown = JSON.parse(
    await readFile(new URL("../../../scripts/demo-poll.sv.json", import.meta.url), "utf8"),
  );
  const template = templates.find(({ id }) => id === "closing-poll-sv")?.definition;
  expect(template).toEqual(closingPoll);
  expect(demo).toEqual(closingPoll);
});
