import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { organiseEn } from "../../../web/messages/organise.en.ts";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { DataPanel } from "../../../web/organise/data-panel.tsx";
import { definitionOf, readDraft } from "../../../web/organise/draft.ts";
import { countedKeys } from "./keys.ts";

const keeping = { days: 180, contact: "" };
const panel = {
  title: "<Möte>",
  retentionDays: undefined,
  keeping,
  erasable: true,
  busy: false,
  onErase: () => undefined,
};
const sv = translator(organiseSv, "sv");

test("the text for attendees says what, why, how long and who, with the poll's own days", () => {
  const html = renderToString(<DataPanel t={sv} {...panel} retentionDays={30} />);
  for (const part of ["&lt;Möte>", "Vad:", "Varför:", "Hur länge:", "30 dagar", "Vem:"]) expect(html).toContain(part);
  expect(html).not.toContain("180");
});

test("without days of its own a poll has the service's, and whom it names is named", () => {
  const t = translator(organiseEn, "en");
  const html = renderToString(<DataPanel t={t} {...panel} keeping={{ days: 1, contact: "IT, room 3" }} />);
  expect(html).toContain("erased 1 day after");
  expect(html).toContain("run by: IT, room 3");
});

test("nothing is offered for erasing before a run is closed", () => {
  expect(renderToString(<DataPanel t={sv} {...panel} />)).toContain(sv("data.erase"));
  expect(renderToString(<DataPanel t={sv} {...panel} erasable={false} />)).not.toContain(sv("data.erase"));
});

test.each([undefined, 7])("the form keeps %s days", (retentionDays) => {
  const definition = { title: "t", language: "sv", questions: [], settings: { retentionDays } };
  const { draft, left } = readDraft(definition, "sv", countedKeys());
  expect(left).toEqual([]);
  expect(definitionOf(draft)).toMatchObject({ settings: retentionDays === undefined ? {} : { retentionDays } });
});
