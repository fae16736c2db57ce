/** Everything of an account as one file, and back. */
import { useRef } from "preact/hooks";
import { limits } from "../../../worker/shared/limits.ts";
import type { FieldError } from "../../../worker/shared/result.ts";
import { accountApi } from "../../connection/account-api.ts";
import { type Problem, problemOf } from "../../connection/api.ts";
import { BusyButton } from "../../ui/busy-button.tsx";
import { LateProgress } from "../../ui/late-progress.tsx";
import { saveAs } from "../../ui/save-as.ts";
import { useAction } from "../../ui/use-action.ts";
import type { AccountTexts } from "./account-texts.ts";

export function AccountFiles({ t, onSignedOut }: { t: AccountTexts; onSignedOut(): void }) {
  const { busy, told, tell, act } = useAction((error) => {
    const problem = problemOf(error);
    if (problem.status === 401) onSignedOut();
    return refusalText(problem, t);
  });
  const fetching = useRef<AbortController | null>(null);
  const section = useRef<HTMLElement>(null);
  const save = () =>
    act(async () => {
      tell(t("settings.exporting"));
      const controller = new AbortController();
      fetching.current = controller;
      const zip = await accountApi
        .exportZip(controller.signal)
        .catch((error) => {
          if (controller.signal.aborted) return null;
          throw error;
        })
        .finally(() => {
          fetching.current = null;
        });
      if (zip === null) return t("settings.exportCancelled");
      saveAs(zip, "handupp-account.zip");
      return zip.size > limits.importBytes
        ? t("settings.exportedLarge", { mb: limits.importBytes / 1024 / 1024 })
        : t("settings.exported");
    });
  const cancel = () => {
    fetching.current?.abort();
    section.current?.querySelector("button")?.focus();
  };
  const bring = (file: File) =>
    act(async () => {
      const { polls, leftRuns } = await accountApi.importZip(file);
      const words = [t("settings.imported", { n: polls.length })];
      if (leftRuns > 0) words.push(t("settings.importedLeft", { n: leftRuns }));
      return words.join(" ");
    });
  return (
    <section aria-labelledby="files-title" ref={section}>
      <h2 id="files-title">{t("settings.files")}</h2>
      <p class="hint">{t("settings.filesAbout")}</p>
      <BusyButton class="button quiet" busy={busy} onClick={() => void save()}>
        {t("settings.export")}
      </BusyButton>
      <div class="form-row">
        <label for="account-file">{t("settings.import")}</label>
        <p class="hint" id="account-file-hint">
          {t("settings.importAbout")}
        </p>
        <input
          id="account-file"
          type="file"
          accept=".zip,application/zip"
          // Not `disabled`, which would drop the focus of who has just chosen.
          aria-disabled={busy}
          aria-describedby="account-file-hint"
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            event.currentTarget.value = "";
            if (file !== undefined && !busy) void bring(file);
          }}
        />
      </div>
      <p class="told" role="status">
        {told}
      </p>
      <LateProgress
        isOn={busy}
        label={t("settings.working")}
        cancel={fetching.current === null ? undefined : { text: t("dialog.cancel"), onCancel: cancel }}
      />
    </section>
  );
}

/** Of an export only the last line can be meant. */
function refusalText({ status, errors }: Problem, t: AccountTexts): string {
  if (status === 413) return t("settings.importTooLarge");
  if (status === 409) return t("settings.importWrong", { detail: t("settings.importFull") });
  const [error] = errors;
  if (status !== 422 || error === undefined) return t("share.failed");
  return t("settings.importWrong", { detail: faultText(error, t) });
}

function faultText({ path: place, rule }: FieldError, t: AccountTexts): string {
  switch (rule) {
    case "zip":
      return t("settings.importZip");
    case "order":
      return t("settings.importOrder", { place });
    case "verify":
      return t("settings.importVerify", { place });
    default:
      return t("settings.importField", { place });
  }
}
