/** The browser's side of a passkey. The library comes when somebody signs in, not with the page. */
import { accountApi, type Who } from "../../connection/account-api.ts";
import { Problem } from "../../connection/api.ts";

/** Why a passkey came to nothing. `cancelled`: the reader closed the prompt, has none here, or let it time out. */
export type PasskeyTrouble = "cancelled" | "known-already" | "refused" | "no-contact" | "too-fast" | "other";

/** Browsers know passkeys on safe pages alone, and not where the address is a number. */
export function passkeysWork(): boolean {
  return isSecureContext && "PublicKeyCredential" in globalThis && !/^[\d.]+$|^\[/.test(location.hostname);
}

export async function makeAccount(name: string, passkeyName: string): Promise<Who & { recoveryCodes: string[] }> {
  const { startRegistration } = await library();
  const passkey = await startRegistration({ optionsJSON: await accountApi.toCreate("account", name) });
  return accountApi.create(passkey, passkeyName);
}

export async function makePasskey(name: string): Promise<void> {
  const { startRegistration } = await library();
  const passkey = await startRegistration({ optionsJSON: await accountApi.toCreate("passkey", "") });
  await accountApi.addPasskey(passkey, name);
}

export async function signInByPasskey(): Promise<Who> {
  const { startAuthentication } = await library();
  return accountApi.signIn(await startAuthentication({ optionsJSON: await accountApi.toSignIn() }));
}

export function troubleOf(error: unknown): PasskeyTrouble {
  if (error instanceof Problem) {
    if (error.status === 0) return "no-contact";
    if (error.status === 429) return "too-fast";
    return error.status === 401 ? "refused" : "other";
  }
  const name = error instanceof Error ? error.name : "";
  if (name === "InvalidStateError") return "known-already";
  return name === "NotAllowedError" || name === "AbortError" ? "cancelled" : "other";
}

/** What the browser is called, as a first name for its passkey. */
export function deviceName(): string {
  const system = ["iPhone", "iPad", "Android", "Windows", "Macintosh", "CrOS", "Linux"].find((name) =>
    navigator.userAgent.includes(name),
  );
  const names: Record<string, string> = { Macintosh: "Mac", CrOS: "Chromebook" };
  return system === undefined ? "" : (names[system] ?? system);
}

function library() {
  return import("@simplewebauthn/browser");
}
