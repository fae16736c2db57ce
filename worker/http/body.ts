import * as v from "valibot";
import { fieldErrors } from "../shared/field-errors.ts";
import { limits } from "../shared/limits.ts";
import { isPlainObject } from "../shared/plain-object.ts";
import { fieldError } from "../shared/result.ts";
import { Problem, wrongFields } from "./problem.ts";

/** The body as JSON; at most `maxBytes` are ever read. */
export async function readJson(request: Request, maxBytes: number): Promise<unknown> {
  if (mediaTypeOf(request) !== "application/json") throw new Problem(415, "Send the body as application/json.");
  const text = await readText(request, maxBytes);
  try {
    return JSON.parse(text);
  } catch {
    throw new Problem(400, "The body is not JSON.");
  }
}

/** The body as one object of `schema`; what is not known or wrong is told by field. */
export async function readObject<T>(
  request: Request,
  schema: v.GenericSchema<unknown, T>,
  maxBytes: number,
): Promise<T> {
  const input = await readJson(request, maxBytes);
  if (!isPlainObject(input)) throw wrongFields([fieldError("", "type", "must be an object")]);
  const parsed = v.safeParse(schema, input);
  if (!parsed.success) throw wrongFields(fieldErrors(parsed.issues));
  return parsed.output;
}

/** For calls whose fields may all be left out: no body is an empty object. */
export async function readFields<T>(
  request: Request,
  schema: v.GenericSchema<unknown, T>,
  maxBytes: number,
): Promise<T> {
  const isEmpty =
    request.body === null ||
    request.headers.get("content-length") === "0" ||
    (request.headers.get("content-type") === null && (await readText(request, maxBytes)) === "");
  return isEmpty ? v.parse(schema, {}) : readObject(request, schema, maxBytes);
}

/** For calls that take no fields: no body, or an empty object. */
export async function readNothing(request: Request, maxBytes: number): Promise<void> {
  await readFields(request, v.strictObject({}), maxBytes);
}

/** A file as it arrives, which has to be of `type`; throws once more than `maxBytes` have. */
export function filePieces(request: Request, type: string, maxBytes: number): AsyncGenerator<Uint8Array, void, void> {
  if (mediaTypeOf(request) !== type) throw new Problem(415, `Send the file as ${type}.`);
  return piecesOf(request, maxBytes);
}

/** A form as browsers post it by default. */
export async function readForm(request: Request, maxBytes: number): Promise<URLSearchParams> {
  if (mediaTypeOf(request) !== "application/x-www-form-urlencoded") {
    throw new Problem(415, "Send the form as application/x-www-form-urlencoded.");
  }
  return new URLSearchParams(await readText(request, maxBytes));
}

async function readText(request: Request, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });
  let text = "";
  for await (const piece of piecesOf(request, maxBytes)) text += decode(() => decoder.decode(piece, { stream: true }));
  return text + decode(() => decoder.decode());
}

/**
 * Past `maxBytes`, and past what the reader wants, nothing is kept, but the rest is let run by, up to a bound: a client that is
 * still sending when the answer comes sees a broken connection, and not why.
 */
async function* piecesOf(request: Request, maxBytes: number): AsyncGenerator<Uint8Array, void, void> {
  const tooLarge = new Problem(413, `The body may hold at most ${maxBytes} bytes.`);
  const drained = Math.max(limits.drainedBytes, maxBytes);
  if (Number(request.headers.get("content-length") ?? 0) > drained) throw tooLarge;
  const reader = request.body?.getReader();
  let bytes = 0;
  const next = async (): Promise<Uint8Array | undefined> => {
    const { value } = bytes > drained ? {} : ((await reader?.read()) ?? {});
    bytes += value?.byteLength ?? 0;
    return value;
  };
  try {
    for (let piece = await next(); piece !== undefined; piece = await next()) if (bytes <= maxBytes) yield piece;
    if (bytes > maxBytes) throw tooLarge;
  } finally {
    while ((await next()) !== undefined);
  }
}

function decode(step: () => string): string {
  try {
    return step();
  } catch {
    throw new Problem(400, "The body is not UTF-8.");
  }
}

function mediaTypeOf(request: Request): string | undefined {
  return request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
}
