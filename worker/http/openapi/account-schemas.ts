/** What goes to and comes from `/api/account…`. */
import {
  addPollBody,
  challengeBody,
  erasureBody,
  handOverBody,
  keyBody,
  moveBody,
  newAccountBody,
  newPasskeyBody,
  passkeyNameBody,
  renameBody,
  renameFolderBody,
  signInBody,
  takeBody,
} from "../account/bodies.ts";
import { jsonSchemaOf } from "./convert.ts";
import { array, object } from "./tallies.ts";

const text = { type: "string" };
const count = { type: "integer", minimum: 0 };
const time = { type: "string", format: "date-time" };
const role = { type: "string", enum: ["organiser", "presenter"] };
const codes = { ...array(text), description: "Each signs in once. Shown this once." };
const folder = { type: ["string", "null"], description: "Its name; null where the poll is in none." };

export function accountSchemas(): Record<string, object> {
  const who = object({ id: text, name: text });
  return {
    ChallengeWish: jsonSchemaOf(challengeBody),
    Challenge: { type: "object", description: "Options for navigator.credentials, as WebAuthn writes them in JSON." },
    NewAccount: jsonSchemaOf(newAccountBody),
    CreatedAccount: object({ id: text, name: text, recoveryCodes: codes }),
    SignIn: jsonSchemaOf(signInBody),
    SignedIn: object({ account: who }),
    SessionState: object({ account: { oneOf: [who, { type: "null" }] } }),
    Account: object({
      id: text,
      name: text,
      passkeys: array(object({ id: text, name: text, createdAt: time, usedAt: time })),
      recoveryCodesLeft: count,
      sessions: { ...count, description: "In how many browsers the account is signed in." },
    }),
    AccountName: jsonSchemaOf(renameBody),
    AccountErasure: jsonSchemaOf(erasureBody),
    NewPasskey: jsonSchemaOf(newPasskeyBody),
    Passkey: object({ id: text, name: text }),
    PasskeyName: jsonSchemaOf(passkeyNameBody),
    RecoveryCodes: object({ recoveryCodes: codes }),
    AccountPolls: object({
      polls: array(
        object({
          id: text,
          code: text,
          title: text,
          language: text,
          status: { type: "string", enum: ["draft", "live", "closed"] },
          run: count,
          role,
          folder,
          addedAt: time,
          updatedAt: time,
          others: { ...count, description: "How many more accounts have the poll." },
        }),
      ),
    }),
    PollAddition: jsonSchemaOf(addPollBody),
    AddedPoll: object({ id: text, role }),
    PollMove: jsonSchemaOf(moveBody),
    FolderName: jsonSchemaOf(renameFolderBody),
    HandOverWish: jsonSchemaOf(handOverBody),
    HandOver: object({ token: text, link: text, until: time }),
    OpenHandOvers: object({
      handOvers: array(object({ id: text, leave: { type: "boolean" }, createdAt: time, until: time })),
    }),
    HandOverTaking: jsonSchemaOf(takeBody),
    PollId: object({ id: text }),
    ImportedPolls: object({ polls: array(object({ id: text })), runs: count, leftRuns: count }),
    KeyWish: jsonSchemaOf(keyBody),
    NewKey: object({ role, key: text, link: text }),
  };
}
