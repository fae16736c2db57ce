/** The poll out as a file, and polls and lists of questions in: chosen, dragged onto the page, or pasted. */
import { useState } from "preact/hooks";
import { limits } from "../../../worker/shared/limits.ts";
import type { Result } from "../../../worker/shared/result.ts";
import type { OrganiseCatalogue } from "../../messages/organise.en.ts";
import type { Translate } from "../../messages/translate.ts";
import { newKey } from "../../questions/new-key.ts";
import { saveAs } from "../../ui/save-as.ts";
import type { Draft } from "../draft.ts";
import { appended } from "./append.ts";
import type { FileProblem } from "./file-problem.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { PasteDialog } from "./paste-dialog.tsx";
import { jsonFile } from "./poll-file.ts";
import { type Brought, readBrought, readBroughtFile } from "./read-file.ts";
import { tooMany } from "./read-poll.ts";
import { useFileDrop } from "./use-file-drop.ts";

type FilePanelProps = {
  t: Translate<OrganiseCatalogue>;
  draft: Draft;
  language: string;
  /** `told`: what has happened, in words. */
  onChange(draft: Draft, told: string): void;
};

type Looking = { name: string; read: Result<Brought, FileProblem[]> };

export function FilePanel({ t, draft, language, onChange }: FilePanelProps) {
  const [looking, setLooking] = useState<Looking | null>(null);
  /** The text in the dialog for pasting, which is there again after a look at what it holds; null: not pasting. */
  const [pasted, setPasted] = useState<string | null>(null);
  const [told, setTold] = useState("");

  /** What reads files is loaded now: without a line it can't be. */
  const attempt = async (work: () => Promise<void>) => {
    setTold("");
    try {
      await work();
    } catch {
      setTold(t("file.cantLoad"));
    }
  };
  const lookAt = (name: string, reading: () => Promise<Looking["read"]>) =>
    void attempt(async () => setLooking({ name, read: await reading() }));
  const lookAtText = (text: string) => lookAt(t("file.pasted"), () => readBrought(text, draft.language));
  const lookAtFile = (file: File) => lookAt(file.name, () => readBroughtFile(file, draft.language));
  const above = useFileDrop({ onFile: lookAtFile, onText: lookAtText });

  const save = (content: string, type: string, ending: string) => {
    const name = `${fileName(draft.title, t("draft.untitled"))}.${ending}`;
    saveAs(new Blob([content], { type }), name);
    setTold(t("file.savedAs", { name }));
  };
  const saveJson = () => save(jsonFile(draft, `${location.origin}/api/poll-schema.json`), "application/json", "json");
  const saveYaml = () =>
    void attempt(async () => save((await import("./yaml-text.ts")).yamlFile(draft), "application/yaml", "yaml"));
  const openPasting = () => {
    setTold("");
    setPasted("");
  };
  const append = (brought: Brought) => {
    const next = appended(draft, brought, newKey);
    const n = next.questions.length - draft.questions.length;
    if (next.questions.length > limits.questions) {
      setLooking({ name: looking?.name ?? "", read: { ok: false, error: [tooMany(next.questions.length)] } });
      return;
    }
    setLooking(null);
    setPasted(null);
    onChange(next, t("file.appended", { n }));
  };

  return (
    <div class="files">
      <details>
        <summary>
          <h2>{t("file.title")}</h2>
        </summary>
        <p class="hint">{t("file.about")}</p>
        <div class="buttons">
          <button type="button" class="button quiet" onClick={saveJson}>
            {t("file.asJson")}
          </button>
          <button type="button" class="button quiet" onClick={saveYaml}>
            {t("file.asYaml")}
          </button>
          <button type="button" class="button quiet" onClick={openPasting}>
            {t("file.paste")}
          </button>
        </div>
        <div class="form-row">
          <label for="file-choose">{t("file.choose")}</label>
          <p class="hint" id="file-choose-hint">
            {t("file.chooseAbout")}
          </p>
          <input
            type="file"
            id="file-choose"
            aria-describedby="file-choose-hint"
            accept=".json,.yaml,.yml,.csv,.tsv,.txt"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file !== undefined) lookAtFile(file);
              // The same file again is a choice, too: it may have been mended.
              currentTarget.value = "";
            }}
          />
        </div>
      </details>
      <p class="told" role="status">
        {told}
      </p>
      {above ? <p class="drop-here">{t("file.drop")}</p> : null}
      {pasted === null || looking !== null ? null : (
        <PasteDialog
          t={t}
          begun={pasted}
          told={told}
          onCancel={() => setPasted(null)}
          onText={(text) => {
            setPasted(text);
            lookAtText(text);
          }}
        />
      )}
      {looking === null ? null : (
        <ImportDialog
          t={t}
          name={looking.name}
          language={language}
          pollLanguage={draft.language}
          read={looking.read}
          onCancel={() => setLooking(null)}
          onReplace={(poll) => {
            setLooking(null);
            setPasted(null);
            onChange(poll, t("file.replaced"));
          }}
          onAppend={append}
        />
      )}
    </div>
  );
}

/** The poll's title as far as it can name a file anywhere. */
function fileName(title: string, otherwise: string): string {
  const plain = title
    .normalize("NFC")
    .replaceAll(/[^\p{L}\p{M}\p{N} _–-]/gu, "")
    .trim()
    .slice(0, 80);
  return plain === "" ? otherwise : plain;
}
