/** A passkey made of nothing but code: it signs what a page would have an authenticator sign (ES256). */
import { isoBase64URL, isoCBOR } from "@simplewebauthn/server/helpers";

export type CreationOptions = { challenge: string; rp: { id?: string }; user: { id: string } };
export type SignInOptions = { challenge: string; rpId?: string };

/** What a test may spoil. `counter`: of the signature; it goes on by itself where none is given. */
export type Spoiled = { origin?: string; host?: string; counter?: number; type?: string };

const userPresent = 0x01;
const userVerified = 0x04;
const hasCredential = 0x40;

export class SoftwarePasskey {
  readonly id: string;
  readonly #keys: CryptoKeyPair;
  readonly #origin: string;
  #counter = 0;

  private constructor(origin: string, keys: CryptoKeyPair) {
    this.#origin = origin;
    this.#keys = keys;
    this.id = isoBase64URL.fromBuffer(crypto.getRandomValues(new Uint8Array(16)));
  }

  static async make(origin: string): Promise<SoftwarePasskey> {
    const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
    if (!("privateKey" in keys)) throw new Error("no pair of keys");
    return new SoftwarePasskey(origin, keys);
  }

  /** As `navigator.credentials.create` answers. */
  async created(options: CreationOptions, spoiled: Spoiled = {}): Promise<object> {
    const data = await this.#authenticatorData(hasCredential, spoiled, await this.#credentialData());
    const attestation = isoCBOR.encode(
      new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", data],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    );
    return this.#credential({
      clientDataJSON: this.#clientData("webauthn.create", options.challenge, spoiled),
      attestationObject: isoBase64URL.fromBuffer(attestation),
      transports: ["internal"],
    });
  }

  /** As `navigator.credentials.get` answers. */
  async signed(options: SignInOptions, spoiled: Spoiled = {}): Promise<object> {
    this.#counter = spoiled.counter ?? this.#counter + 1;
    const data = await this.#authenticatorData(0, spoiled);
    const clientDataJSON = this.#clientData("webauthn.get", options.challenge, spoiled);
    const clientHash = await crypto.subtle.digest("SHA-256", isoBase64URL.toBuffer(clientDataJSON));
    const signature = await crypto.subtle.sign(
      { name: "ECDSA", hash: "SHA-256" },
      this.#keys.privateKey,
      joined(data, new Uint8Array(clientHash)),
    );
    return this.#credential({
      clientDataJSON,
      authenticatorData: isoBase64URL.fromBuffer(data),
      signature: isoBase64URL.fromBuffer(derOf(new Uint8Array(signature))),
    });
  }

  #credential(response: object): object {
    return { id: this.id, rawId: this.id, type: "public-key", response, clientExtensionResults: {} };
  }

  #clientData(type: string, challenge: string, spoiled: Spoiled): string {
    const data = { type: spoiled.type ?? type, challenge, origin: spoiled.origin ?? this.#origin, crossOrigin: false };
    return isoBase64URL.fromUTF8String(JSON.stringify(data));
  }

  async #authenticatorData(flags: number, { host, counter }: Spoiled, rest = new Uint8Array()) {
    const name = new TextEncoder().encode(host ?? new URL(this.#origin).hostname);
    const hostHash = new Uint8Array(await crypto.subtle.digest("SHA-256", name));
    const count = new Uint8Array(4);
    new DataView(count.buffer).setUint32(0, counter ?? this.#counter);
    return joined(hostHash, new Uint8Array([flags | userPresent | userVerified]), count, rest);
  }

  async #credentialData() {
    const id = isoBase64URL.toBuffer(this.id);
    const point = await crypto.subtle.exportKey("raw", this.#keys.publicKey);
    if (!(point instanceof ArrayBuffer)) throw new Error("not raw");
    const key = isoCBOR.encode(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, new Uint8Array(point.slice(1, 33))],
        [-3, new Uint8Array(point.slice(33, 65))],
      ]) as Parameters<typeof isoCBOR.encode>[0],
    );
    return joined(new Uint8Array(16), new Uint8Array([0, id.length]), id, key);
  }
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** WebCrypto signs in two numbers side by side; authenticators write them in DER. */
function derOf(signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const half = signature.length / 2;
  const numbers = [signature.subarray(0, half), signature.subarray(half)].map((bytes) => {
    let start = 0;
    while (start < bytes.length - 1 && bytes[start] === 0) start++;
    const trimmed = bytes.subarray(start);
    const padded = (trimmed[0] ?? 0) > 0x7f ? joined(new Uint8Array(1), trimmed) : trimmed;
    return joined(new Uint8Array([2, padded.length]), padded);
  });
  const body = joined(...numbers);
  return joined(new Uint8Array([0x30, body.length]), body);
}
