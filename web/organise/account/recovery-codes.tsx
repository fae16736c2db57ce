/** Recovery codes, the one time that they are shown. */
import { useEffect, useRef } from "preact/hooks";
import { saveAs } from "../../ui/save-as.ts";
import type { AccountTexts } from "./account-texts.ts";

type RecoveryCodesProps = { t: AccountTexts; codes: string[]; onSaved(): void };

export function RecoveryCodes({ t, codes, onSaved }: RecoveryCodesProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  const save = () => {
    const text = [t("codes.file", { host: location.host }), "", ...codes, ""].join("\n");
    saveAs(new Blob([text], { type: "text/plain;charset=utf-8" }), t("codes.fileName"));
  };
  return (
    <section class="recovery-codes notice" aria-labelledby="codes-title">
      <h2 id="codes-title" ref={title} tabIndex={-1}>
        {t("codes.title")}
      </h2>
      <p>{t("codes.about")}</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div class="buttons">
        <button type="button" class="button" onClick={save}>
          {t("codes.save")}
        </button>
        <button type="button" class="button quiet" onClick={onSaved}>
          {t("codes.done")}
        </button>
      </div>
    </section>
  );
}
