-- What outlives a run. Every statement may be applied again to a database that has it already.

CREATE TABLE IF NOT EXISTS polls (
  id TEXT PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,                 -- digits, without spaces
  definition TEXT NOT NULL,                  -- JSON, defaults filled in
  status TEXT NOT NULL CHECK (status IN ('draft', 'live', 'closed')),
  run INTEGER NOT NULL,                      -- 0 while draft
  organiser_key_hash TEXT NOT NULL,          -- SHA-256, base64url
  presenter_key_hash TEXT NOT NULL,
  created_at INTEGER NOT NULL,               -- milliseconds since the epoch, as every time here
  updated_at INTEGER NOT NULL
) STRICT;

-- Closed runs; a row is written once and stays as it is.
CREATE TABLE IF NOT EXISTS runs (
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  closed_at INTEGER NOT NULL,
  answered TEXT NOT NULL,                    -- JSON, ids of the questions that have ballots
  PRIMARY KEY (poll, run)
) STRICT, WITHOUT ROWID;

-- The body of results.json of a closed run, in parts: a row holds at most 2 MB.
CREATE TABLE IF NOT EXISTS result_parts (
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  part INTEGER NOT NULL,                     -- from 0
  json TEXT NOT NULL,
  PRIMARY KEY (poll, run, part)
) STRICT, WITHOUT ROWID;

-- Runs whose ballots are erased: none of theirs is taken in any more.
CREATE TABLE IF NOT EXISTS erased_ballots (
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  erased_at INTEGER NOT NULL,
  PRIMARY KEY (poll, run)
) STRICT, WITHOUT ROWID;

-- The chains of closed runs with the ballots that count, archived by the shards that took them (docs/VERIFYING.md).
CREATE TABLE IF NOT EXISTS casts (
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  shard INTEGER NOT NULL,
  number INTEGER NOT NULL,                   -- from 1 in each shard and run
  asking TEXT NOT NULL,                      -- question~round.take
  replaces INTEGER,                          -- the number of the same attendee's earlier cast
  digest TEXT NOT NULL,                      -- SHA-256 of the ballot, or 'cleared'
  attendee TEXT,                             -- random in each run; this and the rest only where the ballot counts
  answer TEXT,                               -- the answer's JSON
  cast_at INTEGER,
  salt TEXT,                                 -- random
  PRIMARY KEY (poll, run, shard, number)
) STRICT, WITHOUT ROWID;

-- Before there were chains, ballots had a table of their own; what it holds can be read, but not be checked.
CREATE TABLE IF NOT EXISTS ballots (
  poll TEXT NOT NULL, run INTEGER NOT NULL, question TEXT NOT NULL, attendee TEXT NOT NULL, answer TEXT NOT NULL,
  cast_at INTEGER NOT NULL, PRIMARY KEY (poll, run, question, attendee)
) STRICT, WITHOUT ROWID;
INSERT INTO casts (poll, run, shard, number, asking, digest, attendee, answer, cast_at, salt)
SELECT poll, run, 0, row_number() OVER (PARTITION BY poll, run ORDER BY cast_at, question, attendee),
  iif(instr(question, '~') > 0, question, question || '~1.0'), '', attendee, answer, cast_at, ''
FROM ballots WHERE true ON CONFLICT DO NOTHING;
DROP TABLE ballots;

-- Polls that are coming in from an account's file: until all of it is there they are found by nobody.
CREATE TABLE IF NOT EXISTS imports (
  poll TEXT PRIMARY KEY REFERENCES polls (id) ON DELETE CASCADE,
  begun_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Results that the organiser has made public, by a key of their own.
CREATE TABLE IF NOT EXISTS publications (
  poll TEXT PRIMARY KEY REFERENCES polls (id) ON DELETE CASCADE,
  key_hash TEXT NOT NULL,                    -- SHA-256, base64url
  ballots INTEGER NOT NULL CHECK (ballots IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- An account is its passkeys: no address, no password, and a name only for the passkey's own prompt.
CREATE TABLE IF NOT EXISTS accounts (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,                        -- as the account's holder wrote it, or empty
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS passkeys (
  id TEXT PRIMARY KEY,                       -- the credential's, base64url
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  public_key TEXT NOT NULL,                  -- COSE, base64url
  counter INTEGER NOT NULL,
  transports TEXT NOT NULL,                  -- JSON, a list
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  used_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS passkeys_of_account ON passkeys (account);

-- A browser that is signed in has a token, renewed daily: the rows of one browser share their `family`.
CREATE TABLE IF NOT EXISTS sessions (
  hash TEXT PRIMARY KEY,                     -- SHA-256 of the token, base64url
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  family TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  renewed_at INTEGER,                        -- when a token to follow it was given out
  used INTEGER NOT NULL,                     -- 0 until the token has come back once
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS sessions_of_account ON sessions (account);

-- Which polls' stages a sign-in has opened: its end closes their sockets.
CREATE TABLE IF NOT EXISTS opened_stages (
  family TEXT NOT NULL,
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  account TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  PRIMARY KEY (family, poll)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS opened_stages_of_account ON opened_stages (account);

CREATE TABLE IF NOT EXISTS recovery_codes (
  hash TEXT PRIMARY KEY,                     -- SHA-256, base64url; a row goes when its code is used
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS recovery_codes_of_account ON recovery_codes (account);

-- What an authenticator is asked to sign; a row goes when it is answered.
CREATE TABLE IF NOT EXISTS challenges (
  challenge TEXT PRIMARY KEY,                -- base64url
  purpose TEXT NOT NULL CHECK (purpose IN ('account', 'passkey', 'sign-in')),
  account TEXT,                              -- for 'account' one that is not there yet
  name TEXT NOT NULL,
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS challenges_by_end ON challenges (ends_at);

CREATE TABLE IF NOT EXISTS account_polls (
  account TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('organiser', 'presenter')),
  created INTEGER NOT NULL,                  -- 1 where the account created the poll
  folder TEXT,                               -- its name; null: in none
  added_at INTEGER NOT NULL,
  PRIMARY KEY (account, poll)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS account_polls_of_poll ON account_polls (poll);

-- One-time links that make whoever opens them, signed in, an organiser of the poll.
CREATE TABLE IF NOT EXISTS hand_overs (
  hash TEXT PRIMARY KEY,                     -- SHA-256 of what stands in the link, base64url
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  giver TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
  leaves INTEGER NOT NULL,                   -- 1: the giver's account has the poll no longer once it is taken
  ends_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS hand_overs_of_poll ON hand_overs (poll);
