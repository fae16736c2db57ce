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

-- Ballots of closed runs, archived by the shards that took them.
CREATE TABLE IF NOT EXISTS ballots (
  poll TEXT NOT NULL REFERENCES polls (id) ON DELETE CASCADE,
  run INTEGER NOT NULL,
  question TEXT NOT NULL,
  attendee TEXT NOT NULL,                    -- random in each run
  answer TEXT NOT NULL,                      -- the answer's JSON
  cast_at INTEGER NOT NULL,
  PRIMARY KEY (poll, run, question, attendee)
) STRICT, WITHOUT ROWID;

-- Results that the organiser has made public, by a key of their own.
CREATE TABLE IF NOT EXISTS publications (
  poll TEXT PRIMARY KEY REFERENCES polls (id) ON DELETE CASCADE,
  key_hash TEXT NOT NULL,                    -- SHA-256, base64url
  ballots INTEGER NOT NULL CHECK (ballots IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
