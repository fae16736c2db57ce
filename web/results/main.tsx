import { render } from "preact";
import "../ui/fonts.css";
import "../ui/base.css";
import "../ui/field.css";
import "../ui/screens.css";
import { type ResultsPageState, readPageState } from "../ui/page-state.ts";
import { ResultsApp } from "./results-app.tsx";
import "./results.css";
import "./comparison.css";
import "./print.css";

const root = document.getElementById("app");
if (root !== null) render(<ResultsApp state={readPageState<ResultsPageState>(document)} />, root);
