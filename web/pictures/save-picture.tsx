/** Saves one question's result as a picture: the same chart as on the screen, drawn once more on a sheet of a fixed size. */
import { render } from "preact";
import { summaryOf } from "../questions/summaries.ts";
import { fileName } from "../ui/file-name.ts";
import { saveAs } from "../ui/save-as.ts";
import { fontFaces } from "./embedded-fonts.ts";
import { PictureSheet, type Sheet, sheetSize } from "./picture-sheet.tsx";
import { rasterise } from "./rasterise.ts";
import { svgOf } from "./svg-of.ts";

export type PictureFormat = "svg" | "png";

const pollMs = 40;
/** Fonts come over the line; what has not settled by then is taken as it is. */
const longestMs = 8000;

/** Rejects where a font can't be loaded or the browser makes no PNG. */
export async function savePicture(sheet: Sheet, format: PictureFormat): Promise<void> {
  const svg = await drawnSvg(sheet);
  const content = format === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await rasterise(svg, sheetSize);
  saveAs(content, fileName([sheet.title, sheet.question.text], format));
}

/** The picture's text. Rejects where a font can't be loaded. */
export async function drawnSvg(sheet: Sheet): Promise<string> {
  const place = document.createElement("div");
  place.className = "sheet-place";
  place.inert = true;
  document.body.append(place);
  try {
    render(<PictureSheet {...sheet} />, place);
    const root = await settled(place);
    const { question, rounds, title, counts } = sheet;
    const said = rounds.map(({ tally }) => summaryOf(question.type)({ ...sheet, tally }));
    return svgOf(root, sheetSize, {
      title: question.text,
      description: [title, ...said, counts].join(". "),
      styles: await fontFaces(place.textContent ?? ""),
    });
  } finally {
    render(null, place);
    place.remove();
  }
}

/** The sheet once its charts have measured what they need and change no more. */
async function settled(place: HTMLElement): Promise<Element> {
  await document.fonts.ready;
  const deadline = Date.now() + longestMs;
  let before = "";
  for (let same = 0; same < 3 && Date.now() < deadline; ) {
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    const now = place.innerHTML;
    same = now === before ? same + 1 : 0;
    before = now;
  }
  const root = place.firstElementChild;
  if (root === null) throw new Error("the sheet was not drawn");
  return root;
}
