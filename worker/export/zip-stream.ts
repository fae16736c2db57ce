/** One zip of many files, made only as fast as it is read: an account's ballots need not fit in memory. */
import { Zip, ZipDeflate } from "fflate/browser";

/** `content`: all of it, or pieces as they come. */
export type ZippedFile = { path: string; content: string | AsyncIterable<Uint8Array> };

export function zipStream(files: AsyncIterable<ZippedFile>): ReadableStream<Uint8Array> {
  const pieces = zipped(files);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await pieces.next();
        if (next.done === true) controller.close();
        else controller.enqueue(next.value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 1 },
  );
}

async function* zipped(files: AsyncIterable<ZippedFile>): AsyncGenerator<Uint8Array, void, void> {
  let made: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    failure ??= error;
    made.push(piece);
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
    zip.add(entry);
    if (typeof content === "string") entry.push(encoder.encode(content));
    else {
      for await (const piece of content) {
        entry.push(piece);
        yield* taken();
      }
    }
    entry.push(new Uint8Array(), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
