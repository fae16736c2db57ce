/** How every CSV here is written, so that spreadsheets and programs read it alike. */
import { stringify } from "csv-stringify/browser/esm/sync";

/** Without it, Excel takes UTF-8 for the system's code page and å for Ã¥. */
export const byteOrderMark = "\ufeff";

/**
 * Rows as RFC 4180 text with CR LF. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers,
 * negative ones too, stay numbers. Null is an empty cell.
 */
export function csvRows(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.length === 0
    ? ""
    : stringify(
        rows.map((row) => [...row]),
        // By itself it quotes what holds the whole delimiter; readers take a lone CR or LF for a new row just as well.
        { record_delimiter: "\r\n", escape_formulas: true, quoted_match: /[\r\n]/ },
      );
}
