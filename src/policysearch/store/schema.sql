-- The derived part of a corpus. Everything here can be made again from the snapshots (see snapshots.py).
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

-- An address, and the originals met there, oldest first. The newest one is current.
CREATE TABLE source (id INTEGER PRIMARY KEY, uri TEXT NOT NULL UNIQUE);
-- `says_as`: another original that its address gave before it, and that says the same in other bytes (a counter, a
-- nonce); the documents of that one stand for both.
CREATE TABLE snapshot (
  sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, read_stamp TEXT NOT NULL,
  says_as TEXT REFERENCES snapshot
) WITHOUT ROWID;
-- What the records of an original say of the attachments that they list, by address: they hold these back.
CREATE TABLE mark (
  sha256 TEXT NOT NULL REFERENCES snapshot ON DELETE CASCADE,
  uri TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL
);
CREATE INDEX mark_uri ON mark (uri);
CREATE INDEX mark_sha256 ON mark (sha256);
CREATE INDEX snapshot_says_as ON snapshot (says_as) WHERE says_as IS NOT NULL;
CREATE TABLE version (
  source INTEGER NOT NULL REFERENCES source,
  number INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES snapshot,
  retrieved_at TEXT NOT NULL,
  overrides TEXT NOT NULL,
  told_at TEXT,                      -- when the user said that it is there; as retrieved_at until somebody looked
  copy_of INTEGER REFERENCES source, -- the address on the web that a file came from
  PRIMARY KEY (source, number)
) WITHOUT ROWID;
-- From when to when an address gave nothing (404, 410); still, where `ended` is NULL.
CREATE TABLE absence (
  source INTEGER NOT NULL REFERENCES source,
  began TEXT NOT NULL, status INTEGER, ended TEXT,
  PRIMARY KEY (source, began)
) WITHOUT ROWID;
CREATE INDEX version_sha256 ON version (sha256);

CREATE TABLE document (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL REFERENCES snapshot,
  ordinal INTEGER NOT NULL,          -- place of the item in its original
  locator TEXT NOT NULL,
  media_type TEXT NOT NULL,
  type TEXT, title TEXT, date TEXT, issuer TEXT, language TEXT,
  case_number TEXT, section_number TEXT, meeting_number TEXT,
  text BLOB NOT NULL,                -- zlib, UTF-8
  body TEXT NOT NULL,                -- JSON: sections, participants, agenda, furniture, warnings, reader
  facts_stamp TEXT NOT NULL
);
CREATE INDEX document_sha256 ON document (sha256);
-- Versions with the original whose documents they have.
CREATE VIEW met AS
  SELECT version.*, coalesce(says_as, version.sha256) AS original FROM version JOIN snapshot USING (sha256);
-- The newest version of each source. A file is none once the address that it came from has another one.
CREATE VIEW newest AS SELECT * FROM met
  WHERE number = (SELECT max(number) FROM version AS newer WHERE newer.source = met.source)
  AND (copy_of IS NULL OR original =
    (SELECT original FROM met AS theirs WHERE theirs.source = met.copy_of ORDER BY number DESC LIMIT 1));
-- Documents that are one with another one, which stands for them (sameness/), as of the revision that `meta` names.
CREATE TABLE same (
  document TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE,
  main TEXT NOT NULL REFERENCES document ON DELETE CASCADE
) WITHOUT ROWID;
CREATE INDEX same_main ON same (main);
-- Documents that are one in two languages, each pair in both orders.
CREATE TABLE twin (
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  other TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  PRIMARY KEY (document, other)
) WITHOUT ROWID;
-- By what candidates for `same` are found.
CREATE TABLE sketch (document TEXT PRIMARY KEY REFERENCES document ON DELETE CASCADE, hashes TEXT NOT NULL) WITHOUT ROWID;
-- Documents whose original is the newest version of one of its sources.
CREATE VIEW latest AS SELECT * FROM document WHERE sha256 IN (SELECT original FROM newest);
-- Of these, all but those for which another one stands: what is asked of the corpus is asked of these.
CREATE VIEW current AS SELECT * FROM latest WHERE id NOT IN (SELECT document FROM same);

CREATE TABLE page (
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL, status TEXT NOT NULL, width REAL NOT NULL, height REAL NOT NULL,
  start INTEGER, end INTEGER,        -- where its text lies; NULL without text
  words BLOB NOT NULL,               -- zlib, JSON: start, end, x0, top, x1, bottom of each printed word
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE block (
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  kind TEXT NOT NULL, page INTEGER, section INTEGER, ocr INTEGER NOT NULL,
  columns TEXT NOT NULL,             -- JSON: of a table row, the column of each filled cell
  PRIMARY KEY (document, number)
) WITHOUT ROWID;
CREATE TABLE passage (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  number INTEGER NOT NULL, start INTEGER NOT NULL, end INTEGER NOT NULL,
  section INTEGER, part TEXT, page INTEGER, kind TEXT NOT NULL, ocr INTEGER NOT NULL,
  language TEXT NOT NULL,            -- ISO 639-1, of its words
  sentences TEXT NOT NULL,           -- JSON: [start, end] of each
  tokens BLOB NOT NULL               -- index/terms.py
) WITHOUT ROWID;
CREATE INDEX passage_document ON passage (document, number);
CREATE INDEX passage_language ON passage (language);

CREATE TABLE fact (
  id TEXT PRIMARY KEY,
  document TEXT NOT NULL REFERENCES document ON DELETE CASCADE,
  kind TEXT NOT NULL,                -- time, actor, commitment, measure
  start INTEGER NOT NULL, end INTEGER NOT NULL,
  begins TEXT, ends TEXT,            -- ISO, of its time
  record TEXT NOT NULL               -- JSON of the dataclass
) WITHOUT ROWID;
CREATE INDEX fact_document ON fact (document, kind, start);
CREATE INDEX fact_kind_ends ON fact (kind, ends);
CREATE TABLE fact_actor (
  fact TEXT NOT NULL REFERENCES fact ON DELETE CASCADE,
  actor TEXT NOT NULL, name TEXT NOT NULL, actor_kind TEXT NOT NULL,
  PRIMARY KEY (actor, fact)
) WITHOUT ROWID;
CREATE INDEX fact_actor_fact ON fact_actor (fact);

-- `kept`: hash of an original that was read once; empty for what never was. The former is listed until it is read.
CREATE TABLE failure (
  uri TEXT NOT NULL, kept TEXT NOT NULL,
  stage TEXT NOT NULL, reason TEXT NOT NULL, at TEXT NOT NULL,
  PRIMARY KEY (uri, kept)
) WITHOUT ROWID;
CREATE TABLE skipped (uri TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;

-- The memo of analysed word forms, one dictionary at a time.
CREATE TABLE form (form TEXT PRIMARY KEY, readings TEXT NOT NULL) WITHOUT ROWID;

-- Commitments met again (threads/), as of the revision that `meta` names under `threads`.
CREATE TABLE thread (id TEXT PRIMARY KEY, record TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE thread_member (
  thread TEXT NOT NULL REFERENCES thread ON DELETE CASCADE,
  commitment TEXT NOT NULL,
  adopts INTEGER NOT NULL,           -- it settles a proposal, maybe in several threads
  PRIMARY KEY (commitment, thread)
) WITHOUT ROWID;
CREATE INDEX thread_member_thread ON thread_member (thread);
-- What later documents say of the measures of plans; made together with the threads.
CREATE TABLE measure_link (
  measure TEXT NOT NULL, other TEXT NOT NULL, record TEXT NOT NULL,
  PRIMARY KEY (measure, other)
) WITHOUT ROWID;
