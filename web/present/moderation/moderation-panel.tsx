import { useEffect, useRef, useState } from "preact/hooks";
import type { PollTallyFrame } from "../../../worker/poll/snapshots.ts";
import type { Question } from "../../../worker/questions/registry.ts";
import type { ModerationCommand } from "../../../worker/shared/protocol.ts";
import { formatCount, formatTime } from "../../charts/figures.ts";
import type { StageTexts } from "../present-page.tsx";
import { actionsOf, commandOf, found, type Part, partsOf, type Row, type RowAction, rowsOf } from "./entries.ts";

type ModerationPanelProps = {
  question: Question;
  frame: PollTallyFrame;
  onModerate: (command: ModerationCommand) => void;
  t: StageTexts;
  language: string;
};

/** More rows than anybody reads through; the others are found by searching. */
const mostRows = 100;

/** What attendees have written, with what a moderator can do about it. What is hidden stands behind a press of its own. */
export function ModerationPanel({ question, frame, onModerate, t, language }: ModerationPanelProps) {
  const parts = partsOf(question);
  const [chosen, setPart] = useState<Part>(parts[0] ?? "shown");
  const [search, setSearch] = useState("");
  const [merging, setMerging] = useState<string | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const acted = useRef<number | null>(null);
  const all = rowsOf(frame);
  const part = merging === null ? chosen : "shown";
  const fitting = found(all[part], search, language);
  const rows = fitting.slice(0, mostRows);

  // The row that was pressed goes away: whoever pressed it goes on with the next one.
  useEffect(() => {
    if (acted.current === null || document.activeElement?.matches("body, dialog") === false) return;
    const next = list.current?.children[Math.min(acted.current, rows.length - 1)]?.querySelector("button");
    (next ?? field.current)?.focus();
    acted.current = null;
  });

  const act = (action: RowAction, row: Row, index: number) => {
    const command = commandOf(action, row, question.id, merging);
    if (command !== undefined) acted.current = index;
    setMerging(action === "merge" ? row.entry : null);
    if (action === "merge" || action === "mergeHere") setSearch("");
    if (action === "merge") field.current?.focus();
    if (command !== undefined) onModerate(command);
  };

  return (
    <div class="moderation">
      {merging === null ? (
        <fieldset class="moderation-parts">
          <legend class="visually-hidden">{t("moderation.parts")}</legend>
          {parts.map((name) => (
            <button key={name} type="button" class="control" aria-pressed={name === part} onClick={() => setPart(name)}>
              {t(`moderation.${name}`, { n: all[name].length })}
            </button>
          ))}
        </fieldset>
      ) : (
        <p class="moderation-merging">
          <span role="status">{t("moderation.merging", { word: merging })}</span>
          <button type="button" class="control" onClick={() => setMerging(null)}>
            {t("dialog.cancel")}
          </button>
        </p>
      )}
      <label class="moderation-search">
        <span>{t("moderation.search")}</span>
        <input
          ref={field}
          type="search"
          class="field"
          autocomplete="off"
          value={search}
          onInput={(event) => setSearch(event.currentTarget.value)}
        />
      </label>
      <ul ref={list} class="moderation-rows">
        {rows.map((row, index) => (
          <li key={row.entry}>
            <RowText row={row} t={t} language={language} />
            <span class="moderation-actions">
              {actionsOf(row, question, merging).map((action) => (
                <button
                  key={action}
                  type="button"
                  class="control"
                  aria-label={`${t(`moderation.${action}`)}: ${row.text}`}
                  onClick={() => act(action, row, index)}
                >
                  {t(`moderation.${action}`)}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
      <p class="quiet" role="status">
        {rows.length === 0 && t(search.trim() === "" ? "moderation.none" : "moderation.noneFound")}
        {fitting.length > rows.length && t("moderation.rest", { n: fitting.length - rows.length })}
      </p>
    </div>
  );
}

function RowText({ row, t, language }: { row: Row; t: StageTexts; language: string }) {
  const { text, into, count, at, by } = row;
  return (
    <span class={count === undefined ? "moderation-text" : "moderation-text moderation-word"}>
      <span dir="auto">{into === undefined ? text : t("moderation.mergedInto", { word: text, into })}</span>
      <span class="quiet">
        {count !== undefined && formatCount(count, language)}
        {at !== undefined && formatTime(at, language)}
        {by !== undefined && ` · ${t(by === "list" ? "moderation.byList" : "moderation.byModerator")}`}
      </span>
    </span>
  );
}
