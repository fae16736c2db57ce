/** Texts out of a zip that anybody may have made, as it arrives: what it says of its sizes is not believed. */
import { Unzip, type UnzipFile, UnzipInflate } from "fflate/browser";
import { ok, type Result, refuse } from "../shared/result.ts";

export type InflatedFile = { name: string; text: string };

export type InflateLimits = {
  /** Files of any name. */
  entries: number;
  /** Of all files that are wanted, as they come out. */
  totalBytes: number;
  /** How large the file of that name may be; undefined where it is not wanted. */
  fileBytes: (name: string) => number | undefined;
};

/** Bytes handed in at once: deflate makes at most a thousand times as many of them, so that a bomb ends early. */
const pieceBytes = 4 * 1024;

/**
 * The files that are wanted, each once it is whole, in the order of the zip. Ends with a refusal, whose reason is in English,
 * where it is no zip or passes a limit.
 */
export async function* inflatedFiles(
  zip: AsyncIterable<Uint8Array>,
  limits: InflateLimits,
): AsyncGenerator<Result<InflatedFile, string>, void, void> {
  const inflating = new Inflating(limits);
  for await (const chunk of zip) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      inflating.push(chunk.subarray(at, at + pieceBytes));
      yield* inflating.taken();
      if (inflating.refusal !== undefined) return;
    }
  }
  inflating.end();
  yield* inflating.taken();
}

class Inflating {
  refusal: string | undefined;
  readonly #limits: InflateLimits;
  readonly #unzip = new Unzip((file) => this.#begin(file));
  readonly #names = new Set<string>();
  #whole: InflatedFile[] = [];
  #open = 0;
  #entries = 0;
  #total = 0;

  constructor(limits: InflateLimits) {
    this.#limits = limits;
    this.#unzip.register(UnzipInflate);
  }

  push(piece: Uint8Array, isLast = false): void {
    try {
      this.#unzip.push(piece, isLast);
    } catch {
      this.refusal ??= "is no zip, or a broken one";
    }
  }

  end(): void {
    if (this.refusal === undefined && this.#entries > 0) this.push(new Uint8Array(), true);
    if (this.#entries === 0) this.refusal ??= "is no zip, or an empty one";
    if (this.#open > 0) this.refusal ??= "is cut short";
  }

  /** What has become whole since the last call, and at last why there is no more. */
  *taken(): Generator<Result<InflatedFile, string>> {
    const whole = this.#whole;
    this.#whole = [];
    for (const file of whole) yield ok(file);
    if (this.refusal !== undefined) yield refuse(this.refusal);
  }

  #begin(file: UnzipFile): void {
    this.#entries += 1;
    if (this.#entries > this.#limits.entries) this.refusal ??= `holds more than ${this.#limits.entries} files`;
    const most = this.#limits.fileBytes(file.name);
    if (this.refusal !== undefined || most === undefined) return;
    if (this.#names.has(file.name)) this.refusal ??= `${file.name} is there twice`;
    this.#names.add(file.name);
    if ((file.originalSize ?? 0) > most) this.refusal ??= `${file.name} is larger than ${most} bytes`;
    if (this.refusal !== undefined) return;
    this.#open += 1;
    this.#inflate(file, most);
  }

  #inflate(file: UnzipFile, most: number): void {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    let [bytes, text] = [0, ""];
    file.ondata = (error, piece, final) => {
      if (this.refusal !== undefined) return;
      bytes += piece?.length ?? 0;
      this.#total += piece?.length ?? 0;
      if (error !== null) this.refusal = `${file.name} can't be read`;
      else if (bytes > most) this.refusal = `${file.name} is larger than ${most} bytes`;
      else if (this.#total > this.#limits.totalBytes) this.refusal = `holds more than ${this.#limits.totalBytes} bytes`;
      else {
        try {
          text += decoder.decode(piece, { stream: !final });
        } catch {
          this.refusal = `${file.name} is not UTF-8`;
          return;
        }
        if (!final) return;
        this.#open -= 1;
        this.#whole.push({ name: file.name, text });
      }
    };
    file.start();
  }
}
