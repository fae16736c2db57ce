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
