/** Every call about accounts. */
import { body, call, json, pollId } from "./calls.ts";

const signedIn = "whoever is signed in";
const gone = (description: string): [number, string] => [204, description];
const handOver = { ...pollId, name: "handOver", description: "The link's id in the list." };
const passkey = { ...pollId, name: "passkey", description: "The passkey's id." };

export function accountPaths(): Record<string, object> {
  return {
    "/api/account/challenges": {
      post: call({
        summary: "Ask for what a passkey has to sign: to make an account, to add a passkey to it, or to sign in",
        by: "anyone",
        sends: "ChallengeWish",
        answers: [201, "Good for one answer, for five minutes.", json("Challenge")],
        refuses: [...body, 401, 403, 409, 429],
      }),
    },
    "/api/account": {
      post: call({
        summary: "Make an account of a passkey, and sign in",
        by: "anyone",
        sends: "NewAccount",
        answers: [201, "The account, with its recovery codes.", json("CreatedAccount")],
        refuses: [...body, 401, 403],
      }),
      get: call({
        summary: "The account",
        by: signedIn,
        answers: [200, "Its passkeys, and how many recovery codes are left.", json("Account")],
        refuses: [401],
      }),
      patch: call({
        summary: "Rename the account",
        by: signedIn,
        sends: "AccountName",
        answers: gone("Renamed."),
        refuses: [...body, 401, 403],
      }),
      delete: call({
        summary: "Delete the account; with `delete` also the polls that it organises and no other account has",
        by: signedIn,
        sends: "AccountErasure",
        answers: gone("Gone. Polls that are kept are reached by their links."),
        refuses: [...body, 401, 403],
      }),
    },
    "/api/account/session": {
      get: call({
        summary: "Who is signed in",
        by: "anyone",
        answers: [200, "The account, or null.", json("SessionState")],
        refuses: [],
      }),
      post: call({
        summary: "Sign in, by a passkey or a recovery code",
        by: "anyone",
        sends: "SignIn",
        answers: [200, "Signed in; the cookie comes with it.", json("SignedIn")],
        refuses: [...body, 401, 403, 429],
      }),
      delete: call({ summary: "Sign out", by: "anyone", answers: gone("Signed out."), refuses: [403] }),
    },
    "/api/account/sessions": {
      delete: call({
        summary: "Sign out everywhere",
        by: signedIn,
        answers: gone("Signed out; open stages of live polls come in anew, and only those that still may."),
        refuses: [401, 403],
      }),
    },
    "/api/account/passkeys": {
      post: call({
        summary: "Add a passkey",
        by: signedIn,
        sends: "NewPasskey",
        answers: [201, "The passkey.", json("Passkey")],
        refuses: [...body, 401, 403, 409],
      }),
    },
    "/api/account/passkeys/{passkey}": {
      patch: call({
        summary: "Name a passkey",
        by: signedIn,
        parameters: [passkey],
        sends: "PasskeyName",
        answers: gone("Named."),
        refuses: [...body, 401, 403, 404],
      }),
      delete: call({
        summary: "Remove a passkey; the last one only while recovery codes are left",
        by: signedIn,
        parameters: [passkey],
        answers: gone("Removed."),
        refuses: [401, 403, 404, 409],
      }),
    },
    "/api/account/recovery-codes": {
      post: call({
        summary: "Make ten recovery codes in the place of all earlier ones",
        by: signedIn,
        answers: [201, "The codes.", json("RecoveryCodes")],
        refuses: [401, 403],
      }),
    },
    ...libraryPaths(),
  };
}

function libraryPaths(): Record<string, object> {
  return {
    "/api/account/polls": {
      get: call({
        summary: "The account's polls, the latest change first",
        by: signedIn,
        answers: [200, "The polls.", json("AccountPolls")],
        refuses: [401],
      }),
      post: call({
        summary: "Add a poll by one of its keys",
        by: signedIn,
        sends: "PollAddition",
        answers: [201, "The poll, and what the account may do with it.", json("AddedPoll")],
        refuses: [...body, 401, 403, 404, 409],
      }),
    },
    "/api/account/polls/{id}": {
      patch: call({
        summary: "Put a poll into a folder",
        by: signedIn,
        parameters: [pollId],
        sends: "PollMove",
        answers: gone("Moved."),
        refuses: [...body, 401, 403, 404],
      }),
      delete: call({
        summary: "Take a poll out of the account; the poll itself stays",
        by: signedIn,
        parameters: [pollId],
        answers: gone("Taken out."),
        refuses: [401, 403, 404],
      }),
    },
    "/api/account/folders": {
      patch: call({
        summary: "Rename a folder, or dissolve it (`to` null)",
        by: signedIn,
        sends: "FolderName",
        answers: gone("Renamed."),
        refuses: [...body, 401, 403, 404],
      }),
    },
    "/api/account/polls/{id}/hand-overs": {
      get: call({
        summary: "The poll's one-time links that nobody has used yet",
        by: signedIn,
        parameters: [pollId],
        answers: [200, "Those whose time is not over, whoever of the organisers made them.", json("OpenHandOvers")],
        refuses: [401, 403, 404],
      }),
      post: call({
        summary: "Make a one-time link by which another account becomes the poll's organiser",
        by: signedIn,
        parameters: [pollId],
        sends: "HandOverWish",
        answers: [
          201,
          "The link, good for seven days. With `leave` the giver has the poll until it is taken.",
          json("HandOver"),
        ],
        refuses: [...body, 401, 403, 404],
      }),
    },
    "/api/account/polls/{id}/hand-overs/{handOver}": {
      delete: call({
        summary: "Take back a link that nobody has used yet",
        by: signedIn,
        parameters: [pollId, handOver],
        answers: gone("It works no longer."),
        refuses: [401, 403, 404],
      }),
    },
    "/api/account/hand-overs": {
      post: call({
        summary: "Take a poll by such a link",
        by: signedIn,
        sends: "HandOverTaking",
        answers: [200, "The poll, which the account has now.", json("PollId")],
        refuses: [...body, 401, 403, 404, 409],
      }),
    },
    "/api/account/export": {
      get: call({
        summary: "All of the account's polls as one zip: definitions, results and ballots, no keys",
        by: signedIn,
        answers: [200, "The file.", { "application/zip": {} }],
        refuses: [401],
      }),
    },
    "/api/account/import": {
      post: {
        ...call({
          summary: "Create the polls of such a zip anew, with their folders; all of them or none",
          by: signedIn,
          answers: [201, "The new polls.", json("ImportedPolls")],
          refuses: [401, 403, 409, 413, 415, 422],
        }),
        requestBody: { required: true, content: { "application/zip": {} } },
      },
    },
  };
}
