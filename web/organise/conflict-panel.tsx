/** Somebody else has saved the poll meanwhile: which of the two is to stand? */
import { useEffect, useRef } from "preact/hooks";
import type { OrganiseCatalogue } from "../messages/organise.en.ts";
import type { Translate } from "../messages/translate.ts";
import { BusyButton } from "../ui/busy-button.tsx";
import { type Difference, differencesOf } from "./differences.ts";
import type { Draft } from "./draft.ts";
import { placeInWords } from "./field-place.ts";

type ConflictPanelProps = {
  t: Translate<OrganiseCatalogue>;
  /** Null for JSON that can't be read, which nothing can be said of. */
  mine: Draft | null;
  theirs: Draft;
  busy: boolean;
  onKeep(): void;
  onTake(): void;
};

export function ConflictPanel({ t, mine, theirs, busy, onKeep, onTake }: ConflictPanelProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const differences = mine === null ? [] : differencesOf(mine, theirs);
  return (
    <section class="error-summary" aria-labelledby="conflict-title">
      <h2 id="conflict-title" ref={heading} tabIndex={-1}>
        {t("conflict.title")}
      </h2>
      <p>{t("conflict.text")}</p>
      {differences.length === 0 ? null : (
        <>
          <p id="conflict-differences">{t("conflict.differences")}</p>
          <ul aria-labelledby="conflict-differences">
            {differences.map((difference) => (
              <li key={differenceText(difference, t)}>{differenceText(difference, t)}</li>
            ))}
          </ul>
        </>
      )}
      <div class="buttons">
        <BusyButton class="button quiet" busy={busy} onClick={onKeep}>
          {t("conflict.keep")}
        </BusyButton>
        <BusyButton class="button quiet" busy={busy} onClick={onTake}>
          {t("conflict.take")}
        </BusyButton>
      </div>
      <p class="hint">{t("conflict.undo")}</p>
    </section>
  );
}

function differenceText(difference: Difference, t: Translate<OrganiseCatalogue>): string {
  switch (difference.kind) {
    case "title":
    case "language":
      return t(`field.${difference.kind}`);
    case "settings":
    case "order":
      return t(`conflict.${difference.kind}`);
    case "question": {
      const { path, text, fields } = difference;
      const names = fields.map((name) => placeInWords(`${path}.${name}`, t).replace(/^[^,]*, /, ""));
      return `${named(path, text, t)}: ${names.join(", ")}`;
    }
    case "mine":
    case "theirs":
      return t(`conflict.${difference.kind}`, { question: named(difference.path, difference.text, t) });
  }
}

function named(path: string, text: string, t: Translate<OrganiseCatalogue>): string {
  return text.trim() === "" ? placeInWords(path, t) : `${placeInWords(path, t)} (${text})`;
}
