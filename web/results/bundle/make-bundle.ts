/**
 * Everything of a closed run in one zip: a report to read without a script, its pictures, and the files of the run. The same
 * bytes for the same run, whoever makes it and when: what it holds is in the poll's language, in UTC, and in one order.
 */
import { strToU8, type Zippable, zipSync } from "fflate";
import type { Results } from "../../../worker/poll/results.ts";
import { sheetSize } from "../../pictures/picture-sheet.tsx";
import { rasterise } from "../../pictures/rasterise.ts";
import { drawnSvg } from "../../pictures/save-picture.tsx";
import { applyTheme } from "../../ui/theme.ts";
import { roundsOf } from "../answer-counts.ts";
import { type BundleReader, bundleReader } from "./bundle-texts.ts";
import styles from "./report.css?inline";
import { endOf, type PictureFiles, reportHtml, zonedDate } from "./static-report.tsx";

export type BundleOptions = {
  results: Results;
  /** Whether the single ballots and their chains are in it. */
  ballots: boolean;
  /** A file of the run, as readers get it. */
  fetchFile(name: string): Promise<Blob>;
  /** Steps done, and steps in all. */
  onProgress(done: number, all: number): void;
  signal: AbortSignal;
};

/** By the clock of whoever opens it: the earliest that a zip can tell. */
const fileTime = new Date(1980, 0, 1);
const runFiles = ["results.csv", "results.json", "results.xlsx"];
const ballotFiles = ["ballots.csv", "chain.csv"];

/** Rejects where a file can't be fetched or a picture not be drawn, and with the signal's reason once it is aborted. */
export async function makeBundle({ results, ballots, fetchFile, onProgress, signal }: BundleOptions): Promise<Blob> {
  const names = ballots ? [...ballotFiles, ...runFiles] : runFiles;
  const drawn = results.questions.filter(hasPicture).length * 2;
  const all = names.length + drawn + 1;
  let done = 0;
  const step = () => {
    signal.throwIfAborted();
    onProgress(done++, all);
  };
  step();
  const reader = await bundleReader(results.language);
  const files: Zippable = {};
  for (const name of names) {
    files[name] = await bytesOf(await fetchFile(name));
    step();
  }
  const pictures = await withLightTheme(() => addPictures(files, results, reader, step));
  const listed = Object.keys(files).toSorted();
  files["index.html"] = strToU8(reportHtml({ ...reader, results, pictures, files: listed }));
  files["report.css"] = strToU8(styles);
  files["README.txt"] = strToU8(readme(results, ballots, reader));
  step();
  const sorted = Object.fromEntries(Object.entries(files).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return new Blob([zipSync(sorted, { mtime: fileTime })], { type: "application/zip" });
}

async function addPictures(
  files: Zippable,
  results: Results,
  { t, language }: BundleReader,
  step: () => void,
): Promise<PictureFiles> {
  const pictures: PictureFiles[number][] = [];
  for (const [index, result] of results.questions.entries()) {
    if (!hasPicture(result)) {
      pictures.push(undefined);
      continue;
    }
    const rounds = roundsOf(result);
    const when = zonedDate(endOf(results), language);
    const counts = t("picture.counts", { answered: rounds.at(-1)?.answered ?? 0, joined: results.joined, when });
    const svg = await drawnSvg({ title: results.title, question: result.definition, rounds, counts, t, language });
    step();
    const name = `pictures/question-${String(index + 1).padStart(2, "0")}`;
    const names = { svg: `${name}.svg`, png: `${name}.png` };
    files[names.svg] = strToU8(svg);
    // Compressed already.
    files[names.png] = [await bytesOf(await rasterise(svg, sheetSize)), { level: 0 }];
    step();
    pictures.push(names);
  }
  return pictures;
}

function hasPicture(result: Results["questions"][number]): boolean {
  return roundsOf(result).some(({ answered }) => answered > 0);
}

/** Pictures take the page's colours: those of a bundle don't depend on what its maker prefers. */
async function withLightTheme<T>(draw: () => Promise<T>): Promise<T> {
  applyTheme("light", document);
  try {
    return await draw();
  } finally {
    applyTheme("auto", document);
  }
}

function readme(results: Results, ballots: boolean, { t, language }: BundleReader): string {
  const closed = t("results.closed", { when: zonedDate(endOf(results), language) });
  const lines = [
    results.title.replace(/\s+/gu, " "),
    `${t("results.run", { n: results.run })} · ${closed}`,
    "",
    `index.html    ${t("bundle.about.index")}`,
    `pictures/     ${t("bundle.about.pictures")}`,
    `results.csv   ${t("bundle.about.csv")}`,
    `results.json  ${t("bundle.about.json")}`,
    `results.xlsx  ${t("bundle.about.xlsx")}`,
    ...(ballots ? [`ballots.csv   ${t("bundle.about.ballots")}`, `chain.csv     ${t("bundle.about.chain")}`] : []),
    "",
  ];
  return lines.join("\r\n");
}

async function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}
