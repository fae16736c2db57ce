import { streamOf } from "../export/stream-of.ts";
import { logEvent } from "../live/log.ts";
import { cutMark } from "../shared/cut-mark.ts";

/**
 * The CSV file; where it breaks off its last line says so. To let the response break off is not enough: workerd ends it as if
 * it were whole, and a compressed one loses what it has not sent yet. (A zip that breaks off can't be opened.)
 */
export function sayingWhereCut(csv: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  return streamOf(pieces(csv));
}

async function* pieces(csv: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array, void, void> {
  try {
    for await (const piece of csv) yield piece;
  } catch (error) {
    logEvent("file-cut-short", { error: String(error) });
    yield new TextEncoder().encode(`${cutMark}\r\n`);
  }
}
