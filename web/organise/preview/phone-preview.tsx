/** The question as a phone has it, in a tree of its own: neither its styles nor its ids meet those of the form. */
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Question } from "../../../worker/questions/registry.ts";
import type { VoteTranslate } from "../../messages/vote.sv.ts";
import { phoneFormOf } from "./phone-forms.ts";
import { phoneStyles } from "./phone-styles.ts";

type PhonePreviewProps = { title: string; question: Question; language: string; t: VoteTranslate };

export function PhonePreview(props: PhonePreviewProps) {
  const host = useRef<HTMLDivElement>(null);
  const { type } = props.question;
  useEffect(() => {
    if (host.current === null) return;
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [phoneStyles(type)];
    render(<PhonePage {...props} />, root);
  });
  useEffect(
    () => () => {
      if (host.current?.shadowRoot) render(null, host.current.shadowRoot);
    },
    [],
  );
  return <div ref={host} class="preview-phone" />;
}

function PhonePage({ title, question, language, t }: PhonePreviewProps) {
  const form = phoneFormOf(question.type);
  const { Fields } = form;
  return (
    <div id="app" lang={language}>
      <div class="top quiet">{title}</div>
      <main>
        <h1 class={question.text.length > 140 ? "long" : undefined}>{question.text}</h1>
        <form id="answer">
          <fieldset key={shapeOf(question)}>
            <Fields
              question={question}
              entries={form.entriesOf(question, null, language)}
              language={language}
              languageOf={() => language}
              problem={null}
              t={t}
            />
          </fieldset>
        </form>
        <div class="action">
          <div class="buttons">
            <button class="button" type="button">
              {t("send")}
            </button>
            {question.skippable && (
              <button class="button quiet" type="button">
                {t("skip")}
              </button>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}

/** What the controls depend on besides the texts: with another they begin anew, since they keep what they hold themselves. */
function shapeOf(question: Question): string {
  return JSON.stringify(question, (name, value) => (name === "text" ? undefined : value));
}
