-- The first step of this file; sync_0001.sql and on bring it forward, as they bring forward what an older Navraag made.

-- What the official sources said: beside the registry, in a file of its own, since it grows with every entity of the
-- Kamer. Everything in it can be made again from the feed pages and the ledger (navraag rebuild).

-- How far each feed, and each search, was followed.
CREATE TABLE progress (
    stream    TEXT PRIMARY KEY,      -- Zaak, Document, …; search:Kamervragen (Aanhangsel)
    cursor    TEXT NOT NULL,         -- where to go on: a token of the feed, a day of the search
    floor     TEXT NOT NULL,         -- what lies before this was not read yet; '' where all was read
    behind    TEXT NOT NULL,         -- how far the part before the floor was read
    caught_up TEXT,                  -- moment at which the end was reached last
    newest    TEXT                   -- the source's own stamp on the newest thing that it gave
) WITHOUT ROWID;

-- Counts per stream.
CREATE TABLE tally (
    stream  TEXT NOT NULL,           -- as in progress
    what    TEXT NOT NULL,           -- pages, entries, deleted, or the kind of what was passed over
    count   INTEGER NOT NULL,        -- how many
    PRIMARY KEY (stream, what)
) WITHOUT ROWID;

-- The newest state of every entity that the feed gave.
CREATE TABLE entity (
    category INTEGER NOT NULL,       -- position in the list of categories
    id       BLOB NOT NULL,          -- its identifier, 16 bytes
    sequence INTEGER NOT NULL,       -- its place in the feed: a later one replaces an earlier one
    deleted  INTEGER NOT NULL,       -- 1: deleted at the source; what was known of it stays
    updated  TEXT NOT NULL,          -- the source's own stamp of its last change
    kind     TEXT,                   -- soort, relatie
    number   TEXT,                   -- nummer, documentNummer, externeidentifier
    owner    BLOB,                   -- the entity that it hangs on
    data     BLOB,                   -- fields and references that are used, JSON
    PRIMARY KEY (category, id)
) WITHOUT ROWID;
CREATE INDEX entity_owner ON entity (owner, category) WHERE owner IS NOT NULL;
CREATE INDEX entity_sequence ON entity (category, sequence);
CREATE INDEX entity_kind ON entity (category, kind) WHERE kind IS NOT NULL;

-- What is to be had, or is held, of each remote file.
CREATE TABLE remote (
    source        TEXT NOT NULL,     -- koop_publications, koop_search, tk_resources
    source_id     TEXT NOT NULL,     -- the publication, or the identifier of the document
    state         TEXT NOT NULL,     -- wanted, held, missing, vanished, refused
    told_by       TEXT NOT NULL,     -- feed: externeidentifier; search; computed: by rule, a fallback
    stamp         TEXT NOT NULL,     -- the source's own stamp on its last change, as told
    held_stamp    TEXT,              -- that stamp when it was fetched
    forms         TEXT,              -- in which forms it is to be had, where the source says so: xml html pdf
    sha256        TEXT,              -- the document held
    name          TEXT,              -- the name under which it is read
    etag          TEXT,              -- HTTP ETag
    last_modified TEXT,              -- HTTP Last-Modified
    tries         INTEGER NOT NULL,  -- in vain, one after another
    next_try      TEXT,              -- not before this moment; '9999' where a better source has it
    PRIMARY KEY (source, source_id)
) WITHOUT ROWID;
CREATE INDEX remote_state ON remote (state);

-- Documents that a later one of the same name has replaced: kept, but no longer what a case is made of.
CREATE TABLE superseded (
    sha256 TEXT PRIMARY KEY          -- the document
) WITHOUT ROWID;
