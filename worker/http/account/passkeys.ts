/** Passkeys: what an authenticator is asked to sign, and whether it has. */
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import type { Context } from "hono";
import type * as v from "valibot";
import { limits } from "../../shared/limits.ts";
import { Accounts, type Challenge, type ChallengePurpose, type StoredPasskey } from "../../store/accounts.ts";
import type { App } from "../access.ts";
import { Problem } from "../problem.ts";
import { originOf } from "../site.ts";
import type { newPasskeySchema, signedSchema } from "./bodies.ts";

const service = "Handupp";
/** Ed25519, ES256, RS256: what authenticators have. */
const algorithms = [-8, -7, -257];

type NewPasskey = v.InferOutput<typeof newPasskeySchema>;
type Signed = v.InferOutput<typeof signedSchema>;

/** The options for `navigator.credentials.create`. `known`: the account's passkeys, which are not made twice. */
export async function creationOptions(
  c: Context<App>,
  { account, name, purpose }: { account: string; name: string; purpose: "account" | "passkey" },
  known: readonly StoredPasskey[],
): Promise<object> {
  const { generateRegistrationOptions } = await library();
  const options = await generateRegistrationOptions({
    rpName: service,
    rpID: hostOf(c),
    userName: name === "" ? service : name,
    userID: new TextEncoder().encode(account),
    timeout: limits.challengeMs,
    attestationType: "none",
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
    supportedAlgorithmIDs: algorithms,
  });
  await remember(c, { challenge: options.challenge, purpose, account, name });
  return options;
}

/** The options for `navigator.credentials.get`: whichever passkey of this site the reader has. */
export async function signInOptions(c: Context<App>): Promise<object> {
  const { generateAuthenticationOptions } = await library();
  const options = await generateAuthenticationOptions({
    rpID: hostOf(c),
    timeout: limits.challengeMs,
    userVerification: "preferred",
  });
  await remember(c, { challenge: options.challenge, purpose: "sign-in", account: null, name: "" });
  return options;
}

/** A passkey that was just made, with the challenge that it answers. */
export async function madePasskey(
  c: Context<App>,
  sent: NewPasskey,
  { purpose, name }: { purpose: "account" | "passkey"; name: string },
): Promise<{ passkey: StoredPasskey; accountName: string }> {
  const challenge = await answered(c, sent.response.clientDataJSON, purpose);
  const { verifyRegistrationResponse } = await library();
  const response: RegistrationResponseJSON = sent;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    ...expected(c, challenge),
    requireUserVerification: false,
    supportedAlgorithmIDs: algorithms,
  }).catch(refusePasskey);
  if (!verified || challenge.account === null) return refusePasskey();
  const { id, publicKey, counter } = registrationInfo.credential;
  const now = Date.now();
  const passkey = {
    id,
    account: challenge.account,
    publicKey: base64UrlOf(publicKey),
    counter,
    transports: sent.response.transports,
    name,
    createdAt: now,
    usedAt: now,
  };
  return { passkey, accountName: challenge.name };
}

/** Whose passkey it is that has signed. */
export async function accountOfPasskey(c: Context<App>, sent: Signed): Promise<string> {
  const challenge = await answered(c, sent.response.clientDataJSON, "sign-in");
  const accounts = new Accounts(c.env.DB);
  const passkey = await accounts.passkey(sent.id);
  if (passkey === undefined) throw new Problem(401, "This passkey belongs to no account here.");
  const { userHandle, ...signed } = sent.response;
  const response: AuthenticationResponseJSON = { ...sent, response: signed };
  const { verifyAuthenticationResponse } = await library();
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    ...expected(c, challenge),
    credential: { id: passkey.id, publicKey: bytesOf(passkey.publicKey), counter: passkey.counter },
    requireUserVerification: false,
  }).catch(refusePasskey);
  if (!verified) return refusePasskey();
  await accounts.passkeyUsed(passkey.id, authenticationInfo.newCounter, Date.now());
  return passkey.account;
}

/** Loaded with the first passkey: nothing else here needs the certificates and formats that it knows. */
function library() {
  return import("@simplewebauthn/server");
}

/** A challenge is used up by any answer, a wrong one too. */
async function answered(c: Context<App>, clientData: string, purpose: ChallengePurpose): Promise<Challenge> {
  const { decodeClientDataJSON } = await import("@simplewebauthn/server/helpers");
  let challenge: unknown;
  try {
    ({ challenge } = decodeClientDataJSON(clientData));
  } catch {
    return refusePasskey();
  }
  const taken =
    typeof challenge === "string"
      ? await new Accounts(c.env.DB).takeChallenge(challenge, purpose, Date.now())
      : undefined;
  if (taken === undefined) throw new Problem(401, "That took too long, or was sent before. Try again.");
  return taken;
}

function remember(c: Context<App>, challenge: Challenge): Promise<void> {
  const now = Date.now();
  return new Accounts(c.env.DB).addChallenge(challenge, now, now + limits.challengeMs);
}

function expected(c: Context<App>, { challenge }: Challenge) {
  return { expectedChallenge: challenge, expectedOrigin: originOf(c), expectedRPID: hostOf(c) };
}

function refusePasskey(): never {
  throw new Problem(401, "The passkey does not fit.");
}

function hostOf(c: Context<App>): string {
  return new URL(c.req.url).hostname;
}

function base64UrlOf(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
}
