/** The calls about accounts. The session is a cookie that no script sees; a refusal is thrown as a `Problem`. */
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from "@simplewebauthn/browser";
import type { PollStatus } from "../../worker/shared/protocol.ts";
import { call, fileOf, send } from "./api.ts";

export type Who = { id: string; name: string };
export type PasskeyInfo = { id: string; name: string; createdAt: string; usedAt: string };
export type AccountInfo = Who & { passkeys: PasskeyInfo[]; recoveryCodesLeft: number; sessions: number };
/** A link for one person that nobody has used yet. */
export type HandOverInfo = { id: string; leave: boolean; createdAt: string; until: string };
export type LibraryPoll = {
  id: string;
  code: string;
  title: string;
  language: string;
  status: PollStatus;
  run: number;
  role: "organiser" | "presenter";
  folder: string | null;
  addedAt: string;
  updatedAt: string;
  others: number;
};

const account = (rest = "") => `/api/account${rest}`;
const pollPath = (id: string, rest = "") => account(`/polls/${encodeURIComponent(id)}${rest}`);
const passkeyPath = (id: string) => account(`/passkeys/${encodeURIComponent(id)}`);

/** A file of some megabytes may take its time over a slow line. */
const fileMs = 300_000;

export const accountApi = {
  session: async () => (await call<{ account: Who | null }>("GET", account("/session"), null)).account,
  toCreate: (purpose: "account" | "passkey", name: string) =>
    call<PublicKeyCredentialCreationOptionsJSON>("POST", account("/challenges"), null, { for: purpose, name }),
  toSignIn: () => call<PublicKeyCredentialRequestOptionsJSON>("POST", account("/challenges"), null, { for: "sign-in" }),
  create: (passkey: RegistrationResponseJSON, name: string) =>
    call<Who & { recoveryCodes: string[] }>("POST", account(), null, { passkey, name }),
  signIn: async (passkey: AuthenticationResponseJSON) =>
    (await call<{ account: Who }>("POST", account("/session"), null, { passkey })).account,
  recover: async (recoveryCode: string) =>
    (await call<{ account: Who }>("POST", account("/session"), null, { recoveryCode })).account,
  signOut: () => done("DELETE", account("/session")),
  signOutEverywhere: () => done("DELETE", account("/sessions")),
  info: () => call<AccountInfo>("GET", account(), null),
  rename: (name: string) => done("PATCH", account(), { name }),
  erase: (polls: "keep" | "delete") => done("DELETE", account(), { polls }),
  addPasskey: (passkey: RegistrationResponseJSON, name: string) =>
    done("POST", account("/passkeys"), { passkey, name }),
  renamePasskey: (id: string, name: string) => done("PATCH", passkeyPath(id), { name }),
  removePasskey: (id: string) => done("DELETE", passkeyPath(id)),
  newRecoveryCodes: async () =>
    (await call<{ recoveryCodes: string[] }>("POST", account("/recovery-codes"), null)).recoveryCodes,
  polls: async () => (await call<{ polls: LibraryPoll[] }>("GET", account("/polls"), null)).polls,
  addPoll: (id: string, key: string) => done("POST", account("/polls"), { id, key }),
  move: (id: string, folder: string | null) => done("PATCH", pollPath(id), { folder }),
  leave: (id: string) => done("DELETE", pollPath(id)),
  renameFolder: (from: string, to: string | null) => done("PATCH", account("/folders"), { from, to }),
  handOver: (id: string, leave: boolean) =>
    call<{ link: string; until: string }>("POST", pollPath(id, "/hand-overs"), null, { leave }),
  handOvers: async (id: string) =>
    (await call<{ handOvers: HandOverInfo[] }>("GET", pollPath(id, "/hand-overs"), null)).handOvers,
  revokeHandOver: (id: string, handOver: string) => done("DELETE", pollPath(id, `/hand-overs/${handOver}`)),
  take: async (token: string) => (await call<{ id: string }>("POST", account("/hand-overs"), null, { token })).id,
  exportZip: async (signal: AbortSignal) =>
    fileOf(
      await send("GET", account("/export"), null, undefined, AbortSignal.any([signal, AbortSignal.timeout(fileMs)])),
    ),
  importZip: (file: Blob) =>
    call<{ polls: { id: string }[]; leftRuns: number }>(
      "POST",
      account("/import"),
      null,
      new Blob([file], { type: "application/zip" }),
      AbortSignal.timeout(fileMs),
    ),
};

async function done(method: string, path: string, body?: unknown): Promise<void> {
  await send(method, path, null, body);
}
