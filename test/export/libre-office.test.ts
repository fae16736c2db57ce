import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { resultsXlsx } from "../../worker/export/results-xlsx.ts";
import { readCsv } from "./csv-reader.ts";
import { sampleResults } from "./sample-results.ts";

const run = promisify(execFile);

const office = (process.env["PATH"] ?? "")
  .split(":")
  .map((folder) => join(folder, "soffice"))
  .find((file) => existsSync(file));

/** Comma, quotes around text, UTF-8, from the first line; cells as they are stored, every sheet a file. */
const csvFilter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1";

test.skipIf(office === undefined)(
  `LibreOffice reads the same figures as the spreadsheet library${office === undefined ? " (skipped: there is no soffice on this machine)" : ""}`,
  { timeout: 120_000 },
  async ({ onTestFinished }) => {
    const folder = await mkdtemp(join(tmpdir(), "handupp-office-"));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const answer = '{"text":"=1+1, å\\nä & <ö>"}';
    const ballots = [{ run: 2, question: "q", attendee: "-a", answer, castAt: Date.UTC(2026, 2, 19, 13) }];
    const file = join(folder, "results.xlsx");
    const bytes = Buffer.from(await new Response(await resultsXlsx(sampleResults(), ballots)).arrayBuffer());
    await writeFile(file, bytes);
    // A profile of its own: one that is open elsewhere on the machine would answer in its place.
    const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
    await run(office ?? "", [profile, "--headless", "--convert-to", csvFilter, "--outdir", folder, file]);

    const sheets = await readWorkbook(bytes, { trim: false });
    const written = (await readdir(folder)).filter((name) => name.endsWith(".csv"));
    expect(written).toHaveLength(sheets.length);
    for (const { sheet, data } of sheets) {
      const name = written.find((one) => one.normalize().endsWith(`-${sheet}.csv`.normalize()));
      const text = await readFile(join(folder, name ?? ""), "utf8");
      const rows = readCsv(
        text
          .replace(/^\ufeff/, "")
          .replaceAll("\r\n", "\n")
          .replace(/\n(?=(?:[^"]*"[^"]*")*[^"]*$)/g, "\r\n"),
      );
      const width = Math.max(...data.map((row) => row.length));
      const shown = data.map((row) => Array.from({ length: width }, (_, column) => cellText(row[column])));
      expect(
        rows.map((row) => row.map(figureText)),
        sheet,
      ).toEqual(shown.map((row) => row.map(figureText)));
    }
  },
);

function cellText(cell: unknown): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

/** Figures by their value: programs write 0.1 with as many digits as they like. */
function figureText(text: string): string {
  const figure = Number(text.replace(",", "."));
  return text.trim() === "" || Number.isNaN(figure) ? text : figure.toPrecision(12);
}
