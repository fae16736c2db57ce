/**
 * Stands in for `fflate` in the Worker's bundle (`[alias]` in wrangler.toml). write-excel-file zips with fflate's `zip`, which
 * hands files above 160 kB to a Web Worker; workerd has none, so a workbook with a few thousand texts would fail.
 */
import { type AsyncZippable, type FlateCallback, type FlateError, zipSync } from "fflate/browser";

export { strToU8, zipSync } from "fflate/browser";

export function zip(files: Record<string, Uint8Array> & AsyncZippable, done: FlateCallback): void {
  let zipped: Uint8Array<ArrayBuffer>;
  try {
    zipped = zipSync(files);
  } catch (error) {
    done(flateError(error), new Uint8Array());
    return;
  }
  done(null, zipped);
}

function flateError(error: unknown): FlateError {
  return Object.assign(error instanceof Error ? error : new Error(String(error)), { code: 0 });
}
