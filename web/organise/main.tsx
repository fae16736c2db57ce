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
import "./editing.css";
import "./files.css";
import "./looks.css";
// Of the preview, too, which is loaded later: its scripts come then, and no styles with them.
import "../charts/charts.css";
import "../charts/fills.css";
import "../charts/histogram.css";
import "../charts/plane-chart.css";
import "../charts/ranking.css";
import "../charts/ratings.css";
import "../ui/series.css";
import "./preview.css";
import "./save-bar.css";
import "./question-list.css";

const root = document.getElementById("app");
if (root !== null) {
  const state = readPageState<OrganiseState>(document);
  render(<OrganiseApp state={state} storage={jsonStorage(() => localStorage)} />, root);
}
