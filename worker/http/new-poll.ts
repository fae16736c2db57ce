/** Polls as they begin: an id, keys that are shown once, a code that no other has. */
import type { Context } from "hono";
import { hashKey, randomToken } from "../live/token.ts";
import { type Definition, parseDefinition } from "../poll/definition.ts";
import type { Role } from "../poll/replies.ts";
import { randomCode } from "../shared/codes.ts";
import { isPlainObject } from "../shared/plain-object.ts";
import type { FieldError, Result } from "../shared/result.ts";
import type { PollRecord } from "../store/poll-database.ts";
import { type App, bearerKey } from "./access.ts";
import { Problem } from "./problem.ts";
import { originOf } from "./site.ts";

const pollIdBytes = 12;
const keyBytes = 24;
const itemIdBytes = 6;
const shortestCode = 6;
const longestCode = 10;
const triesPerLength = 3;

export type NewPoll = { record: Omit<PollRecord, "code">; organiserKey: string; presenterKey: string };

/** Anyone, unless the deployment has set a key for it. */
export function checkCreator(c: Context<App>): void {
  const { CREATE_KEY } = c.env;
  if (CREATE_KEY !== "" && bearerKey(c.req.header("authorization")) !== CREATE_KEY) {
    throw new Problem(401, "Creating polls here needs this deployment's key.", {
      headers: { "www-authenticate": "Bearer" },
    });
  }
}

/** A poll as it was read is a definition, too, and so is a file of one: what they have besides is left out. */
export function readDefinition(input: unknown): Result<Definition, FieldError[]> {
  return parseDefinition(isPlainObject(input) ? asGiven(input) : input, () => randomToken(itemIdBytes));
}

function asGiven({ id: _, code: __, status: ___, run: ____, $schema: _____, ...definition }: Record<string, unknown>) {
  return definition;
}

export async function newKey(): Promise<{ key: string; hash: string }> {
  const key = randomToken(keyBytes);
  return { key, hash: await hashKey(key) };
}

export async function newPoll(definition: Definition): Promise<NewPoll> {
  const [organiser, presenter] = await Promise.all([newKey(), newKey()]);
  const record = {
    id: randomToken(pollIdBytes),
    definition,
    status: "draft" as const,
    run: 0,
    organiserKeyHash: organiser.hash,
    presenterKeyHash: presenter.hash,
    updatedAt: Date.now(),
  };
  return { record, organiserKey: organiser.key, presenterKey: presenter.key };
}

/** Where a key leads; it stands in the fragment, which no server sees. */
export function keyLink(c: Context<App>, page: "present" | "organise" | "results", poll: string, key: string): string {
  return `${originOf(c)}/${page}/${poll}#key=${key}`;
}

export function pageOf(role: Role): "present" | "organise" {
  return role === "presenter" ? "present" : "organise";
}

/** Codes are short, so that two may meet: `store` is tried again, with longer ones, until it says that they were free. */
export async function withFreeCodes(store: (newCode: () => string) => Promise<boolean>): Promise<void> {
  for (let length = shortestCode; length <= longestCode; length++) {
    for (let attempt = 0; attempt < triesPerLength; attempt++) {
      if (await store(() => randomCode(length, randomBelow))) return;
    }
  }
  throw new Problem(503, "No join code is free.");
}

function randomBelow(limit: number): number {
  // Codes need no uniformity beyond this: the bias of 2^32 modulo 10 is below one in a hundred million.
  return (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % limit;
}
