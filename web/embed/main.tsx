import { render } from "preact";
import "../ui/fonts.css";
import "../ui/base.css";
import "../ui/screens.css";
import { translator } from "../messages/translate.ts";
import { type EmbedState, readPageState } from "../ui/page-state.ts";
import { EmbedPage, type EmbedTexts } from "./embed-page.tsx";
import "./embed.css";

const { poll, question, transparent, language, messages } = readPageState<EmbedState>(document);
const translate = translator(messages, language);
const t: EmbedTexts = (key, params) => translate(key, params);
const root = document.getElementById("app");

if (transparent) document.documentElement.classList.add("is-transparent");
if (root !== null) render(<EmbedPage poll={poll} question={question} t={t} language={language} />, root);
