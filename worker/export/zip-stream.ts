/** One zip of many files, made only as fast as it is read: what is in it need not fit in memory. */
import { Zip, ZipDeflate } from "fflate/browser";
import { streamOf } from "./stream-of.ts";

/** `content`: all of it, or pieces as they come. */
export type ZippedFile = { path: string; content: string | Uint8Array | AsyncIterable<Uint8Array> };
type ZippedFiles = AsyncIterable<ZippedFile> | Iterable<ZippedFile>;

/** `fileTime`: of every file in it, by the clock of whoever reads it; now where it isn't given. */
export function zipStream(files: ZippedFiles, fileTime?: Date): ReadableStream<Uint8Array> {
  return streamOf(zipped(files, fileTime));
}

async function* zipped(files: ZippedFiles, fileTime: Date | undefined): AsyncGenerator<Uint8Array, void, void> {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error !== null) failure ??= error;
    else if (piece.length > 0) made.push(piece);
  });
  function* taken() {
    if (failure !== null) throw failure;
    const ready = made;
    made = [];
    yield* ready;
  }
  const encoder = new TextEncoder();
  for await (const { path, content } of files) {
    const entry = new ZipDeflate(path);
    if (fileTime !== undefined) entry.mtime = fileTime;
    zip.add(entry);
    if (typeof content === "string") entry.push(encoder.encode(content), true);
    else if (content instanceof Uint8Array) entry.push(content, true);
    else {
      for await (const piece of content) {
        entry.push(piece);
        yield* taken();
      }
      entry.push(new Uint8Array(), true);
    }
    yield* taken();
  }
  zip.end();
  yield* taken();
}
