import { render } from "preact";
import { jsonStorage } from "../connection/json-storage.ts";
import "../ui/fonts.css";
import "../ui/base.css";
import "../ui/field.css";
import "../ui/screens.css";
import { type OrganiseState, readPageState } from "../ui/page-state.ts";
import { OrganiseApp } from "./organise-app.tsx";
import "./organise.css";
import "./poll-list.css";
import "./poll-page.css";
import "./data-panel.css";
import "./account/account.css";
import "./editor.css";
import "./question-list.css";

const root = document.getElementById("app");
if (root !== null) {
  const state = readPageState<OrganiseState>(document);
  render(<OrganiseApp state={state} storage={jsonStorage(() => localStorage)} />, root);
}
