/** A browser as the account's pages use it: cookies kept, JSON sent, its origin named. */
import {
  type CreationOptions,
  type SignInOptions,
  SoftwarePasskey,
  type Spoiled,
} from "../support/software-authenticator.ts";
import { fetchPath, origin } from "./fetch-path.ts";
import { bodyOf } from "./poll-client.ts";

export const sessionCookie = "__Host-handupp_session";

type NewAccount = { id: string; name: string; recoveryCodes: string[] };

export class AccountBrowser {
  readonly cookies = new Map<string, string>();
  /** What the last response said of the session's cookie. */
  lastCookie = "";

  async call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetchPath(path, {
      method,
      headers: {
        ...(method === "GET" ? {} : { origin }),
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = set.split(";")[0]?.split("=") ?? [];
      if (value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
      this.lastCookie = set;
    }
    return response;
  }

  creationOptions(purpose: "account" | "passkey", name = "Åsa"): Promise<CreationOptions> {
    return bodyOf(this.call("POST", "/api/account/challenges", { for: purpose, name }), 201);
  }

  signInOptions(): Promise<SignInOptions> {
    return bodyOf(this.call("POST", "/api/account/challenges", { for: "sign-in" }), 201);
  }

  async newAccount(): Promise<NewAccount & { passkey: SoftwarePasskey }> {
    const passkey = await SoftwarePasskey.make(origin);
    const sent = { passkey: await passkey.created(await this.creationOptions("account")), name: "Telefonen" };
    return { ...(await bodyOf<NewAccount>(this.call("POST", "/api/account", sent), 201)), passkey };
  }

  async signIn(passkey: SoftwarePasskey, spoiled: Spoiled = {}): Promise<Response> {
    const signed = await passkey.signed(await this.signInOptions(), spoiled);
    return this.call("POST", "/api/account/session", { passkey: signed });
  }

  recover(recoveryCode: string): Promise<Response> {
    return this.call("POST", "/api/account/session", { recoveryCode });
  }

  async whoAmI(): Promise<string | null> {
    const { account } = await bodyOf<{ account: { id: string } | null }>(this.call("GET", "/api/account/session"));
    return account?.id ?? null;
  }

  async polls(): Promise<{ id: string; title: string; role: string; folder: string | null; status: string }[]> {
    const { polls } = await bodyOf<{ polls: Awaited<ReturnType<AccountBrowser["polls"]>> }>(
      this.call("GET", "/api/account/polls"),
    );
    return polls;
  }
}
