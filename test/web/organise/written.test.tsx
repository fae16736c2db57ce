import { renderToString } from "preact-render-to-string";
import { expect, test } from "vitest";
import { organiseSv } from "../../../web/messages/organise.sv.ts";
import { translator } from "../../../web/messages/translate.ts";
import { ConflictPanel } from "../../../web/organise/conflict-panel.tsx";
import { addQuestion, type Draft, definitionOf, emptyDraft } from "../../../web/organise/draft.ts";
import { undone } from "../../../web/organise/history.ts";
import { PollEditor } from "../../../web/organise/poll-editor.tsx";
import type { DraftInPage } from "../../../web/organise/use-draft.ts";
import {
  afterSaving,
  afterSavingJson,
  beginning,
  draftIn,
  isDirty,
  jsonOf,
  replacedBy,
  rewritten,
} from "../../../web/organise/written.ts";
import { countedKeys } from "./keys.ts";

const t = translator(organiseSv, "sv");
const titled = (title: string): Draft => ({ ...emptyDraft("sv"), title });
const start = { draft: titled("Fika"), tag: "1" };
const inForm = beginning({ draft: start.draft, json: null }, start, false);
const json = '{"title": "Fika på";';
const inJson = rewritten(inForm, { json }, 0);

test("an autosave's answer that comes after the switch to JSON leaves the JSON", () => {
  const { history, baseline } = afterSaving(inJson, start.draft, definitionOf(start.draft), "2");
  expect(history.present.json).toBe(json);
  expect(baseline.tag).toBe("2");
});

test("JSON that nobody has touched gets the ids that the service gave", () => {
  const sent = addQuestion(start.draft, "words", countedKeys());
  const stored = { ...definitionOf(sent), questions: [{ id: "q1" }] };
  const shown = rewritten(rewritten(inForm, { draft: sent }, 0), { json: jsonOf(sent) }, 0);
  const { history, baseline } = afterSaving(shown, sent, stored, "2");
  expect(history.present.json).toContain('"id": "q1"');
  expect(isDirty(history.present, baseline.draft)).toBe(false);
});

test.each([
  [
    "what somebody else has saved",
    (written: typeof inJson) => replacedBy(written, { draft: titled("Te"), tag: "2" }, 1),
  ],
  ["throwing away", (written: typeof inJson) => replacedBy(written, written.baseline, 1)],
])("undoing gets JSON back from %s", (_, replace) => {
  const replaced = replace(inJson);
  expect(replaced.history.present.json).toBeNull();
  expect(undone(replaced.history).present).toEqual({ draft: start.draft, json });
  const twice = replacedBy(replaced, { draft: titled("Saft"), tag: "3" }, 2);
  expect(undone(undone(twice.history)).present.json).toBe(json);
});

test("what is typed on while JSON is saved stays, and is not saved yet", () => {
  const saved = { draft: titled("Fika på"), tag: "2" };
  const typedOn = rewritten(inJson, { json: `${json} ` }, 1);
  const after = afterSavingJson(typedOn, json, saved, 2);
  expect(after.history.present.json).toBe(`${json} `);
  expect(after.baseline).toBe(saved);
  expect(isDirty(after.history.present, saved.draft)).toBe(true);
});

test("saved JSON is shown in the form, and undoing gets the form of before", () => {
  const saved = { draft: titled("Fika på"), tag: "2" };
  const { history } = afterSavingJson(inJson, json, saved, 2);
  expect(history.present).toEqual({ draft: saved.draft, json: null });
  expect(undone(history).present).toEqual({ draft: start.draft, json: null });
});

test("a conflict is about what the JSON holds, and says nothing where it can't be read", () => {
  const mine = draftIn({ draft: start.draft, json: JSON.stringify(definitionOf(titled("Saft"))) });
  expect(mine?.title).toBe("Saft");
  expect(draftIn({ draft: start.draft, json })).toBeNull();
  const panel = { t, theirs: titled("Te"), busy: false, onKeep: nothing, onTake: nothing };
  expect(renderToString(<ConflictPanel {...panel} mine={mine} />)).toContain(t("conflict.differences"));
  expect(renderToString(<ConflictPanel {...panel} mine={null} />)).not.toContain(t("conflict.differences"));
});

test("a draft poll in JSON is said to be saved by pressing, not to be saving", () => {
  const page: DraftInPage = {
    draft: start.draft,
    json,
    tag: "1",
    dirty: true,
    restored: false,
    kept: true,
    undoTo: null,
    redoTo: null,
    write: nothing,
    undo: nothing,
    redo: nothing,
    saved: nothing,
    savedJson: nothing,
    replaced: nothing,
    rebased: nothing,
    discard: nothing,
  };
  const html = renderToString(
    <PollEditor
      t={t}
      language="sv"
      page={page}
      firstOpen={null}
      saveLabel={t("save.save")}
      byItself={true}
      theirs={null}
      save={async (definition) => ({ definition, tag: "2" })}
      onDecided={nothing}
      onProblem={nothing}
    />,
  );
  expect(html).toContain(t("save.unsavedJson"));
  expect(html).not.toContain(t("save.saving"));
});

function nothing(): void {}
