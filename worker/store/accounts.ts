/** Accounts in D1: their passkeys and recovery codes, and the challenges that passkeys answer. */

import { limits } from "../shared/limits.ts";

/** `publicKey` COSE in base64url; times in milliseconds. */
export type StoredPasskey = {
  id: string;
  account: string;
  publicKey: string;
  counter: number;
  transports: string[];
  name: string;
  createdAt: number;
  usedAt: number;
};

export type ChallengePurpose = "account" | "passkey" | "sign-in";
export type Challenge = { challenge: string; purpose: ChallengePurpose; account: string | null; name: string };

type PasskeyRow = {
  id: string;
  account: string;
  public_key: string;
  counter: number;
  transports: string;
  name: string;
  created_at: number;
  used_at: number;
};

export class Accounts {
  readonly #db: D1Database;

  constructor(db: D1Database) {
    this.#db = db;
  }

  /** The account with its first passkey and its recovery codes; false, and nothing, where the passkey is another's. */
  async create(
    account: { id: string; name: string },
    passkey: StoredPasskey,
    codeHashes: readonly string[],
  ): Promise<boolean> {
    const [created] = await this.#db.batch([
      this.#db
        .prepare(
          `INSERT INTO accounts (id, name, created_at) SELECT ?1, ?2, ?3
           WHERE NOT EXISTS (SELECT 1 FROM passkeys WHERE id = ?4)`,
        )
        .bind(account.id, account.name, passkey.createdAt, passkey.id),
      this.#insertPasskey(passkey),
      this.#insertCodes(account.id, codeHashes),
    ]);
    return created?.meta.changes === 1;
  }

  async nameOf(account: string): Promise<string | undefined> {
    const row = await this.#db
      .prepare("SELECT name FROM accounts WHERE id = ?")
      .bind(account)
      .first<{ name: string }>();
    return row?.name;
  }

  async rename(account: string, name: string): Promise<void> {
    await this.#db.prepare("UPDATE accounts SET name = ? WHERE id = ?").bind(name, account).run();
  }

  /** With it go its passkeys, sessions, codes, list of polls and open hand-overs; the polls stay. */
  async erase(account: string): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("DELETE FROM challenges WHERE account = ?").bind(account),
      this.#db.prepare("DELETE FROM accounts WHERE id = ?").bind(account),
    ]);
  }

  async passkeys(account: string): Promise<StoredPasskey[]> {
    const { results } = await this.#db
      .prepare("SELECT * FROM passkeys WHERE account = ? ORDER BY created_at, id")
      .bind(account)
      .all<PasskeyRow>();
    return results.map(passkeyOf);
  }

  async passkey(id: string): Promise<StoredPasskey | undefined> {
    const row = await this.#db.prepare("SELECT * FROM passkeys WHERE id = ?").bind(id).first<PasskeyRow>();
    return row === null ? undefined : passkeyOf(row);
  }

  /** False where a passkey of that id is there already. */
  async addPasskey(passkey: StoredPasskey): Promise<boolean> {
    return (await this.#insertPasskey(passkey).run()).meta.changes === 1;
  }

  async passkeyUsed(id: string, counter: number, now: number): Promise<void> {
    await this.#db
      .prepare("UPDATE passkeys SET counter = max(counter, ?2), used_at = ?3 WHERE id = ?1")
      .bind(id, counter, now)
      .run();
  }

  /** False where the account has no such passkey. */
  async renamePasskey(account: string, id: string, name: string): Promise<boolean> {
    const { meta } = await this.#db
      .prepare("UPDATE passkeys SET name = ?3 WHERE account = ?1 AND id = ?2")
      .bind(account, id, name)
      .run();
    return meta.changes === 1;
  }

  /** In one statement, so that two at once can't take the last way in: another passkey or a recovery code has to be left. */
  async removePasskey(account: string, id: string): Promise<boolean> {
    const { meta } = await this.#db
      .prepare(
        `DELETE FROM passkeys WHERE account = ?1 AND id = ?2
         AND (EXISTS (SELECT 1 FROM passkeys AS other WHERE other.account = ?1 AND other.id <> ?2)
              OR EXISTS (SELECT 1 FROM recovery_codes WHERE recovery_codes.account = ?1))`,
      )
      .bind(account, id)
      .run();
    return meta.changes === 1;
  }

  /** The new codes take the place of all earlier ones. */
  async replaceCodes(account: string, hashes: readonly string[]): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("DELETE FROM recovery_codes WHERE account = ?").bind(account),
      this.#insertCodes(account, hashes),
    ]);
  }

  async codesLeft(account: string): Promise<number> {
    const row = await this.#db
      .prepare("SELECT count(*) AS n FROM recovery_codes WHERE account = ?")
      .bind(account)
      .first<{ n: number }>();
    return row?.n ?? 0;
  }

  /** Whose code it was; it is used up. */
  async useCode(hash: string): Promise<string | undefined> {
    const row = await this.#db
      .prepare("DELETE FROM recovery_codes WHERE hash = ? RETURNING account")
      .bind(hash)
      .first<{ account: string }>();
    return row?.account;
  }

  async addChallenge({ challenge, purpose, account, name }: Challenge, now: number, endsAt: number): Promise<void> {
    await this.#db.batch([
      this.#db.prepare("DELETE FROM challenges WHERE ends_at <= ?").bind(now),
      this.#db
        .prepare("INSERT INTO challenges (challenge, purpose, account, name, ends_at) VALUES (?, ?, ?, ?, ?)")
        .bind(challenge, purpose, account, name, endsAt),
      this.#db
        .prepare(
          `DELETE FROM challenges WHERE challenge IN
             (SELECT challenge FROM challenges ORDER BY ends_at DESC LIMIT -1 OFFSET ?)`,
        )
        .bind(limits.openChallenges),
    ]);
  }

  /** It is good for one answer, whatever that is, and for as long as this service's own clock says. */
  async takeChallenge(challenge: string, purpose: ChallengePurpose, now: number): Promise<Challenge | undefined> {
    const row = await this.#db
      .prepare("DELETE FROM challenges WHERE challenge = ? AND purpose = ? RETURNING *")
      .bind(challenge, purpose)
      .first<Challenge & { ends_at: number }>();
    return row === null || row.ends_at <= now ? undefined : row;
  }

  #insertPasskey(passkey: StoredPasskey): D1PreparedStatement {
    return this.#db
      .prepare(
        `INSERT INTO passkeys (id, account, public_key, counter, transports, name, created_at, used_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      )
      .bind(
        passkey.id,
        passkey.account,
        passkey.publicKey,
        passkey.counter,
        JSON.stringify(passkey.transports),
        passkey.name,
        passkey.createdAt,
        passkey.usedAt,
      );
  }

  #insertCodes(account: string, hashes: readonly string[]): D1PreparedStatement {
    return this.#db
      .prepare(
        `INSERT INTO recovery_codes (hash, account) SELECT value, ?2 FROM json_each(?1)
         WHERE EXISTS (SELECT 1 FROM accounts WHERE id = ?2)`,
      )
      .bind(JSON.stringify(hashes), account);
  }
}

function passkeyOf(row: PasskeyRow): StoredPasskey {
  return {
    id: row.id,
    account: row.account,
    publicKey: row.public_key,
    counter: row.counter,
    transports: JSON.parse(row.transports),
    name: row.name,
    createdAt: row.created_at,
    usedAt: row.used_at,
  };
}
