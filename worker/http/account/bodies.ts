/** What is sent to `/api/account…`. */
import * as v from "valibot";
import { labelUpTo, textUpTo } from "../../questions/schema.ts";
import { limits } from "../../shared/limits.ts";
import { newPasskeySchema, signedSchema } from "./passkeys.ts";

const name = textUpTo(limits.nameLength);
const anyName = v.optional(labelUpTo(limits.nameLength), "");
const pollId = v.pipe(v.string(), v.maxLength(64, "is too long"));
/** Where a poll lies: a folder's name, or null for none. */
const folder = v.nullable(name);

export const challengeBody = v.strictObject({
  for: v.picklist(["account", "passkey", "sign-in"], "must be account, passkey or sign-in"),
  name: anyName,
});
export const newAccountBody = v.strictObject({ passkey: newPasskeySchema, name: anyName });
export const signInBody = v.union(
  [
    v.strictObject({ passkey: signedSchema }),
    v.strictObject({ recoveryCode: v.pipe(v.string(), v.maxLength(64, "is too long")) }),
  ],
  "must hold a passkey's signature or a recoveryCode",
);
export const renameBody = v.strictObject({ name: labelUpTo(limits.nameLength) });
export const erasureBody = v.strictObject({ polls: v.picklist(["keep", "delete"], "must be keep or delete") });
export const newPasskeyBody = v.strictObject({ passkey: newPasskeySchema, name: anyName });
export const passkeyNameBody = v.strictObject({ name });

export const addPollBody = v.strictObject({ id: pollId, key: v.pipe(v.string(), v.maxLength(64, "is too long")) });
export const moveBody = v.strictObject({ folder });
export const renameFolderBody = v.strictObject({ from: name, to: folder });
export const handOverBody = v.strictObject({ leave: v.boolean() });
export const takeBody = v.strictObject({ token: v.pipe(v.string(), v.maxLength(64, "is too long")) });
export const keyBody = v.strictObject({
  role: v.picklist(["organiser", "presenter"], "must be organiser or presenter"),
});
