/** What is sent to `/api/account…`. */
import * as v from "valibot";
import { labelUpTo, textUpTo } from "../../questions/schema.ts";
import { limits } from "../../shared/limits.ts";

const base64Url = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]+$/, "must be base64url"));
const credential = { id: base64Url, rawId: base64Url, type: v.literal("public-key") };
const extensions = v.optional(v.looseObject({}), {});

/** As browsers give them; what they add to it in time is let pass. */
export const newPasskeySchema = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64Url,
    attestationObject: base64Url,
    transports: v.optional(v.pipe(v.array(v.pipe(v.string(), v.maxLength(32))), v.maxLength(16)), []),
  }),
  clientExtensionResults: extensions,
});
export const signedSchema = v.object({
  ...credential,
  response: v.object({
    clientDataJSON: base64Url,
    authenticatorData: base64Url,
    signature: base64Url,
    userHandle: v.optional(v.nullable(base64Url)),
  }),
  clientExtensionResults: extensions,
});

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
