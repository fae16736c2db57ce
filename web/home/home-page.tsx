import type { HomeTranslate } from "../messages/home.sv.ts";

export type WrongCode = "unknown" | "closed" | "full" | "too-many" | "malformed" | "cookies";

/** A form that asks `/?code=…`; the page has no script at all. */
export function HomePage({ t, wrongCode }: { t: HomeTranslate; wrongCode?: WrongCode | undefined }) {
  return (
    <main>
      <h1>{t("title")}</h1>
      <form action="/" method="get">
        <label for="code">{t("code")}</label>
        <input
          id="code"
          class="field"
          name="code"
          type="text"
          inputmode="numeric"
          autocomplete="off"
          required
          maxLength={24}
          aria-describedby={wrongCode === undefined ? "hint" : "wrong hint"}
          aria-invalid={wrongCode === undefined ? undefined : "true"}
        />
        {wrongCode !== undefined && (
          <p id="wrong" class="wrong" role="alert">
            {t(`wrong.${wrongCode}`)}
          </p>
        )}
        <p id="hint" class="quiet">
          {t("codeHint")}
        </p>
        <button class="button" type="submit">
          {t("join")}
        </button>
      </form>
      <p class="organise">
        <a href="/organise">{t("organise")}</a>
      </p>
    </main>
  );
}
