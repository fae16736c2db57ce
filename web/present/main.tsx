import "../ui/fonts.css";
import "../ui/base.css";
import "../ui/field.css";
import "../ui/screens.css";
import "./present.css";
import "./controls.css";
import "./lobby.css";
import "./dialogs.css";
import "./moderation/moderation.css";
import "./rehearsal.css";
import "./remote.css";
import { render } from "preact";
import { presenterKey } from "../connection/presenter-key.ts";
import { translator } from "../messages/translate.ts";
import { type PresentState, readPageState } from "../ui/page-state.ts";
import { PresentPage, type StageTexts } from "./present-page.tsx";

const { poll, language, messages } = readPageState<PresentState>(document);
const translate = translator(messages, language);
const t: StageTexts = (key, params) => translate(key, params);
const app = document.getElementById("app");

const remote = new URLSearchParams(location.search).has("remote");

if (app !== null) {
  render(<PresentPage poll={poll} presenterKey={presenterKey(poll)} remote={remote} t={t} language={language} />, app);
}

// A link with a key that is pasted over this page's address changes the fragment alone, which loads nothing by itself.
addEventListener("hashchange", () => location.reload());
