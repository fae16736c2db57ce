/** Texts out of a zip that anybody may have made: what it says of its sizes is not believed. */
import { Unzip, UnzipInflate } from "fflate/browser";
import { ok, type Result, refuse } from "../shared/result.ts";

/** `entries`: files of any name. `fileBytes` and `totalBytes`: of those that are wanted, as they come out. */
export type InflateLimits = { entries: number; fileBytes: number; totalBytes: number };

/** Bytes handed in at once: deflate makes at most a thousand times as many of them, so that a bomb ends early. */
const pieceBytes = 4 * 1024;

/** By name; refused with the reason, in English, where it is no zip or passes a limit. */
export function inflatedFiles(
  zip: Uint8Array,
  wanted: (name: string) => boolean,
  limits: InflateLimits,
): Result<Map<string, string>, string> {
  const files = new Map<string, string>();
  let entries = 0;
  let total = 0;
  let refusal: string | undefined;
  const unzip = new Unzip();
  unzip.register(UnzipInflate);
  unzip.onfile = (file) => {
    entries += 1;
    if (entries > limits.entries) refusal ??= `holds more than ${limits.entries} files`;
    if (refusal !== undefined || !wanted(file.name)) return;
    if ((file.originalSize ?? 0) > limits.fileBytes)
      refusal ??= `${file.name} is larger than ${limits.fileBytes} bytes`;
    if (files.has(file.name)) refusal ??= `${file.name} is there twice`;
    if (refusal !== undefined) return;
    files.set(file.name, "");
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let bytes = 0;
    file.ondata = (error, piece, final) => {
      if (refusal !== undefined) return;
      bytes += piece?.length ?? 0;
      total += piece?.length ?? 0;
      if (error !== null) refusal = `${file.name} can't be read`;
      else if (bytes > limits.fileBytes) refusal = `${file.name} is larger than ${limits.fileBytes} bytes`;
      else if (total > limits.totalBytes) refusal = `holds more than ${limits.totalBytes} bytes`;
      else {
        try {
          files.set(file.name, (files.get(file.name) ?? "") + decoder.decode(piece, { stream: !final }));
        } catch {
          refusal = `${file.name} is not UTF-8`;
        }
      }
    };
    file.start();
  };
  try {
    for (let at = 0; at < zip.length && refusal === undefined; at += pieceBytes) {
      unzip.push(zip.subarray(at, at + pieceBytes), at + pieceBytes >= zip.length);
    }
  } catch {
    refusal ??= "is no zip, or a broken one";
  }
  if (refusal === undefined && entries === 0) refusal = "is no zip, or an empty one";
  return refusal === undefined ? ok(files) : refuse(refusal);
}
