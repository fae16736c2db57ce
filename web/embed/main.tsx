import { render } from "preact";
import "../ui/fonts.css";
import "../ui/base.css";
import "../ui/screens.css";
import { translator } from "../messages/translate.ts";
import { type EmbedState, readPageState } from "../ui/page-state.ts";
import { applyTheme } from "../ui/theme.ts";
import { EmbedPage, type EmbedTexts } from "./embed-page.tsx";
import "./embed.css";

const { poll, question, theme, transparent, language, messages } = readPageState<EmbedState>(document);
const translate = translator(messages, language);
const t: EmbedTexts = (key, params) => translate(key, params);
const root = document.getElementById("app");

applyTheme(theme, document);
if (transparent) {
  document.documentElement.classList.add("is-transparent");
  // The scheme is the slide's then, whatever the colours; see the style sheet.
  document.documentElement.style.colorScheme = "";
}
if (root !== null) render(<EmbedPage poll={poll} question={question} t={t} language={language} />, root);
