/** Signing in and out, and what belongs to an account itself. */
import { type Context, Hono } from "hono";
import type * as v from "valibot";
import { roomOf } from "../../live/objects.ts";
import { hashKey, randomToken } from "../../live/token.ts";
import { limits } from "../../shared/limits.ts";
import { newRecoveryCode, parseRecoveryCode } from "../../shared/recovery-code.ts";
import { AccountPolls } from "../../store/account-polls.ts";
import { Accounts } from "../../store/accounts.ts";
import { Sessions } from "../../store/sessions.ts";
import { type App, unwrap } from "../access.ts";
import { AddressGuard, addressOf } from "../address-guard.ts";
import { readNothing, readObject } from "../body.ts";
import { Problem } from "../problem.ts";
import {
  challengeBody,
  erasureBody,
  newAccountBody,
  newPasskeyBody,
  passkeyNameBody,
  renameBody,
  signInBody,
} from "./bodies.ts";
import { endStages } from "./end-sign-in.ts";
import { accountOfPasskey, creationOptions, madePasskey, signInOptions } from "./passkeys.ts";
import { beginSession, endSession, refuseOtherSites, sessionOf, signedIn } from "./session.ts";

const accountIdBytes = 16;

const challenges = new AddressGuard(limits.challengesPerMinute);
const recoveries = new AddressGuard(limits.wrongRecoveriesPerMinute);

export const accountRoutes = new Hono<App>()
  .use("/account/*", async (c, next) => {
    refuseOtherSites(c);
    await next();
    c.res.headers.set("cache-control", "no-store");
  })
  .post("/account/challenges", async (c) => {
    const wish = await readObject(c.req.raw, challengeBody, limits.commandBytes);
    // Where nothing tells addresses apart, one could keep all others from signing in; D1 holds only so many anyway.
    if (addressOf(c) !== "") limit(c, challenges);
    return c.json(await optionsFor(c, wish), 201);
  })
  .post("/account", async (c) => {
    const sent = await readObject(c.req.raw, newAccountBody, limits.passkeyBytes);
    const { passkey, accountName } = await madePasskey(c, sent.passkey, { purpose: "account", name: sent.name });
    const codes = newCodes();
    const account = { id: passkey.account, name: accountName };
    if (!(await new Accounts(c.env.DB).create(account, passkey, await codes.hashes))) throw knownPasskey();
    await beginSession(c, passkey.account);
    return c.json({ id: passkey.account, name: accountName, recoveryCodes: codes.shown }, 201);
  })
  .get("/account", async (c) => {
    const { account } = await signedIn(c);
    const accounts = new Accounts(c.env.DB);
    const [name, passkeys, recoveryCodesLeft, sessions] = await Promise.all([
      accounts.nameOf(account),
      accounts.passkeys(account),
      accounts.codesLeft(account),
      new Sessions(c.env.DB).count(account, Date.now()),
    ]);
    return c.json({
      id: account,
      name: name ?? "",
      passkeys: passkeys.map((passkey) => ({
        id: passkey.id,
        name: passkey.name,
        createdAt: new Date(passkey.createdAt),
        usedAt: new Date(passkey.usedAt),
      })),
      recoveryCodesLeft,
      sessions,
    });
  })
  .patch("/account", async (c) => {
    const { account } = await signedIn(c);
    const { name } = await readObject(c.req.raw, renameBody, limits.commandBytes);
    await new Accounts(c.env.DB).rename(account, name);
    return c.body(null, 204);
  })
  .delete("/account", async (c) => {
    const { account } = await signedIn(c);
    const { polls } = await readObject(c.req.raw, erasureBody, limits.commandBytes);
    if (polls === "delete") await erasePolls(c, account);
    await new Accounts(c.env.DB).erase(account);
    await endStages(c.env, { account });
    c.set("sessionToken", null);
    return c.body(null, 204);
  })
  .get("/account/session", async (c) => {
    const session = await sessionOf(c);
    const name = session === undefined ? undefined : await new Accounts(c.env.DB).nameOf(session.account);
    return c.json({ account: session === undefined ? null : { id: session.account, name: name ?? "" } });
  })
  .post("/account/session", async (c) => {
    const sent = await readObject(c.req.raw, signInBody, limits.passkeyBytes);
    const account =
      "passkey" in sent ? await accountOfPasskey(c, sent.passkey) : await accountOfCode(c, sent.recoveryCode);
    await beginSession(c, account);
    return c.json({ account: { id: account, name: (await new Accounts(c.env.DB).nameOf(account)) ?? "" } });
  })
  .delete("/account/session", async (c) => {
    const session = await sessionOf(c);
    if (session !== undefined) await endSession(c, session);
    c.set("sessionToken", null);
    return c.body(null, 204);
  })
  .delete("/account/sessions", async (c) => {
    const { account } = await signedIn(c);
    await new Sessions(c.env.DB).endAll(account);
    await endStages(c.env, { account });
    c.set("sessionToken", null);
    return c.body(null, 204);
  })
  .post("/account/passkeys", async (c) => {
    const { account } = await signedIn(c);
    const sent = await readObject(c.req.raw, newPasskeyBody, limits.passkeyBytes);
    const { passkey } = await madePasskey(c, sent.passkey, { purpose: "passkey", name: sent.name });
    if (passkey.account !== account) throw new Problem(401, "The passkey was begun by another account.");
    if (!(await new Accounts(c.env.DB).addPasskey(passkey))) throw knownPasskey();
    return c.json({ id: passkey.id, name: passkey.name }, 201);
  })
  .patch("/account/passkeys/:passkey", async (c) => {
    const { account } = await signedIn(c);
    const { name } = await readObject(c.req.raw, passkeyNameBody, limits.commandBytes);
    if (!(await new Accounts(c.env.DB).renamePasskey(account, c.req.param("passkey"), name))) throw noPasskey();
    return c.body(null, 204);
  })
  .delete("/account/passkeys/:passkey", async (c) => {
    const { account } = await signedIn(c);
    const accounts = new Accounts(c.env.DB);
    const id = c.req.param("passkey");
    if (await accounts.removePasskey(account, id)) return c.body(null, 204);
    const known = await accounts.passkey(id);
    throw known?.account === account
      ? new Problem(409, "It is the last way in. Add another passkey or make recovery codes first.")
      : noPasskey();
  })
  .post("/account/recovery-codes", async (c) => {
    const { account } = await signedIn(c);
    await readNothing(c.req.raw, limits.commandBytes);
    const codes = newCodes();
    await new Accounts(c.env.DB).replaceCodes(account, await codes.hashes);
    return c.json({ recoveryCodes: codes.shown }, 201);
  });

async function optionsFor(c: Context<App>, wish: v.InferOutput<typeof challengeBody>): Promise<object> {
  switch (wish.for) {
    case "sign-in":
      return signInOptions(c);
    case "account":
      return creationOptions(c, { account: randomToken(accountIdBytes), name: wish.name, purpose: "account" }, []);
    case "passkey": {
      const { account } = await signedIn(c);
      const accounts = new Accounts(c.env.DB);
      const known = await accounts.passkeys(account);
      if (known.length >= limits.passkeysPerAccount) {
        throw new Problem(409, `An account has at most ${limits.passkeysPerAccount} passkeys. Remove one first.`);
      }
      const name = (await accounts.nameOf(account)) ?? "";
      return creationOptions(c, { account, name, purpose: "passkey" }, known);
    }
  }
}

async function accountOfCode(c: Context<App>, typed: string): Promise<string> {
  const code = parseRecoveryCode(typed);
  const account = code === undefined ? undefined : await new Accounts(c.env.DB).useCode(await hashKey(code));
  if (account !== undefined) return account;
  limit(c, recoveries);
  throw new Problem(401, "This is no recovery code, or it has been used.");
}

function limit(c: Context<App>, guard: AddressGuard): void {
  const retryAfter = guard.count(addressOf(c), Date.now());
  if (retryAfter === undefined) return;
  throw new Problem(429, "Too many tries came from here. Wait a minute.", {
    headers: { "retry-after": String(retryAfter) },
  });
}

/** `shown` once; `hashes` are kept. */
function newCodes(): { shown: string[]; hashes: Promise<string[]> } {
  const random = (n: number) => crypto.getRandomValues(new Uint8Array(n));
  const shown = Array.from({ length: limits.recoveryCodes }, () => newRecoveryCode(random));
  return { shown, hashes: Promise.all(shown.map((code) => hashKey(parseRecoveryCode(code) ?? ""))) };
}

async function erasePolls(c: Context<App>, account: string): Promise<void> {
  for (const id of await new AccountPolls(c.env.DB).organisedAlone(account)) unwrap(await roomOf(c.env, id).erase(id));
}

function knownPasskey(): Problem {
  return new Problem(409, "This passkey is known already.");
}

function noPasskey(): Problem {
  return new Problem(404, "The account has no such passkey.");
}
