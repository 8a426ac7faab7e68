-- The registry: everything in this file can be made again from the raw documents (navraag rebuild).
-- Dates are ISO texts (YYYY-MM-DD), moments ISO texts in UTC. Never change a released statement: add a migration.

-- What this file is.
CREATE TABLE meta (
    key   TEXT PRIMARY KEY,       -- kind: real or samples; linked: yes once all papers are linked into cases; versions
    value TEXT NOT NULL                     -- its value
) WITHOUT ROWID;

-- One raw document; its bytes lie in the blob store under the same sha256.
CREATE TABLE document (
    sha256         TEXT PRIMARY KEY,   -- of the bytes as received
    media_type     TEXT NOT NULL,      -- as far as name and first bytes tell
    size           INTEGER NOT NULL,   -- bytes
    name           TEXT NOT NULL,      -- the file name (of all its names the most telling) under which it is read
    outcome        TEXT NOT NULL,      -- read: papers were made of it; reference: a list; failed: kept, not understood
    parser_version TEXT NOT NULL,      -- by which parser it was read last
    message        TEXT                -- why it failed
) WITHOUT ROWID;

-- Where and when a document was received; a line each time another source, name or address gave the same bytes.
CREATE TABLE retrieval (
    sha256        TEXT NOT NULL REFERENCES document (sha256), -- the document
    source        TEXT NOT NULL,       -- folder, tk_syncfeed, koop_publications, …
    source_id     TEXT NOT NULL,       -- path below the folder imported, or the source's own identifier
    retrieved_at  TEXT NOT NULL,       -- moment
    url           TEXT,                -- official address, where there is one
    status        INTEGER,             -- HTTP status
    etag          TEXT,                -- HTTP ETag
    last_modified TEXT,                -- HTTP Last-Modified
    PRIMARY KEY (sha256, source, source_id)
) WITHOUT ROWID;

-- What the parser made of a document: one row for a paper, many for a list of registrations.
CREATE TABLE paper (
    sha256   TEXT NOT NULL REFERENCES document (sha256), -- the document
    row      INTEGER NOT NULL,         -- 0 for a paper; the line number in a list
    layout   TEXT NOT NULL,            -- the layout module that read it
    kind     TEXT NOT NULL,            -- the type of its content: QuestionSet, AnswerSet, Registration, …
    content  BLOB NOT NULL,            -- that record as JSON, defaults left out
    problems BLOB NOT NULL,            -- its problems as JSON
    number   TEXT,                     -- registrations: the number of the case
    as_of    TEXT,                     -- registrations: day of the source's own last stamp
    PRIMARY KEY (sha256, row)
);
CREATE INDEX paper_number ON paper (number) WHERE number IS NOT NULL;

-- One case as lists need it.
CREATE TABLE case_row (
    id             INTEGER PRIMARY KEY,     -- row id, of no meaning outside this file
    number         TEXT NOT NULL UNIQUE,    -- 2020Z02502, or the publication of a case without a number
    hash           TEXT NOT NULL,           -- sha256 of the record: unchanged cases are not written again
    subject        TEXT NOT NULL,           -- the spelling that is shown
    folded         TEXT NOT NULL,           -- number and every spelling, small letters without accents: text search
    chamber        TEXT NOT NULL,           -- tk or ek
    oral           INTEGER NOT NULL,        -- 1: oral questions, kept apart
    provisional    INTEGER NOT NULL,        -- 1: the number of the case is not known yet
    year           INTEGER,                 -- calendar year of tabling
    tabled_on      TEXT,                    -- date
    due_on         TEXT,                    -- last day of the three weeks
    extended_until TEXT,                    -- last day of the six weeks, where a notice was given
    notice_on      TEXT,                    -- date of the first delay notice
    answered_on    TEXT,                    -- date of the first answer
    askers         TEXT NOT NULL,           -- as shown: "Jansen (D66), De Vries (VVD)"
    addressees     TEXT NOT NULL,           -- as shown
    question_count INTEGER NOT NULL,        -- numbered questions held
    answered_count INTEGER NOT NULL,        -- of these, with an answer held
    answer_count   INTEGER NOT NULL,        -- answer blocks held
    pair_count     INTEGER NOT NULL,        -- pairs held
    notice_count   INTEGER NOT NULL,        -- delay notices held
    orphan_count   INTEGER NOT NULL,        -- answers that no question is held for
    answer_sets    INTEGER NOT NULL         -- answer documents held
);
CREATE INDEX case_row_tabled ON case_row (tabled_on, number);
CREATE INDEX case_row_answered ON case_row (answered_on, number);
CREATE INDEX case_row_year ON case_row (year, tabled_on);

-- The whole record of a case, so that a case page is one look-up.
CREATE TABLE case_data (
    number TEXT PRIMARY KEY REFERENCES case_row (number) ON DELETE CASCADE, -- as in case_row
    data   BLOB NOT NULL                    -- the Case as JSON, defaults left out
);

-- In which state a case is from one day up to (not including) another, as enrichment.timeline says.
CREATE TABLE case_state (
    case_id   INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    from_day  TEXT NOT NULL,                -- first day of the state
    until_day TEXT NOT NULL,                -- first day of the next state; 9999-12-31 for the last
    state     TEXT NOT NULL,                -- see records.timeline
    PRIMARY KEY (case_id, from_day)
) WITHOUT ROWID;

-- Other names that lead to a case: former numbers and publications.
CREATE TABLE case_alias (
    alias   TEXT NOT NULL,                  -- kv-tk-2020Z02502, ah-tk-20192020-2893, a former number
    kind    TEXT NOT NULL,                  -- former or publication
    case_id INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case it leads to
    PRIMARY KEY (alias, kind, case_id)
) WITHOUT ROWID;
CREATE INDEX case_alias_case ON case_alias (case_id);

-- Who asked, in printed order.
CREATE TABLE case_asker (
    case_id  INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    position INTEGER NOT NULL,              -- 0 is the first asker
    name     TEXT NOT NULL,                 -- as printed, or as resolved
    party    TEXT,                          -- as printed
    PRIMARY KEY (case_id, position)
) WITHOUT ROWID;
CREATE INDEX case_asker_name ON case_asker (name, case_id);
CREATE INDEX case_asker_party ON case_asker (party, case_id);

-- Who was asked, in printed order: the portfolio where an office is named, else the person.
CREATE TABLE case_addressee (
    case_id  INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    position INTEGER NOT NULL,              -- 0 is the first office
    label    TEXT NOT NULL,                 -- "Volksgezondheid, Welzijn en Sport", "Minister-President", "Edith Schippers (E.I.)"
    PRIMARY KEY (case_id, position)
) WITHOUT ROWID;
CREATE INDEX case_addressee_label ON case_addressee (label, case_id);

-- Topics given by the publisher.
CREATE TABLE case_topic (
    case_id INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    topic   TEXT NOT NULL,                  -- "Zorg en gezondheid | Organisatie en beleid"
    PRIMARY KEY (case_id, topic)
) WITHOUT ROWID;
CREATE INDEX case_topic_topic ON case_topic (topic, case_id);

-- Which documents stand behind a case.
CREATE TABLE case_document (
    case_id INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    sha256  TEXT NOT NULL REFERENCES document (sha256), -- the document
    role    TEXT NOT NULL,                  -- registration, questions, answers, notice, withdrawal
    PRIMARY KEY (case_id, sha256, role)
) WITHOUT ROWID;
CREATE INDEX case_document_sha256 ON case_document (sha256);

-- Flaws in documents and in cases, as data. Codes are explained in lexicon/problems.toml.
CREATE TABLE problem (
    id       INTEGER PRIMARY KEY,           -- row id, of no meaning
    code     TEXT NOT NULL,                 -- kind of problem
    severity TEXT NOT NULL,                 -- note, warning, error
    message  TEXT NOT NULL,                 -- what is wrong, in one sentence
    place    TEXT NOT NULL,                 -- where in the document
    sha256   TEXT REFERENCES document (sha256) ON DELETE CASCADE,   -- met in this document
    case_id  INTEGER REFERENCES case_row (id) ON DELETE CASCADE     -- or found while linking this case
);
CREATE INDEX problem_code ON problem (code);
CREATE INDEX problem_sha256 ON problem (sha256);
CREATE INDEX problem_case ON problem (case_id);

-- How far each source is known to be complete.
CREATE TABLE source_state (
    source      TEXT PRIMARY KEY,           -- zaken
    known_until TEXT NOT NULL,              -- date
    records     INTEGER NOT NULL            -- how many records it gave
) WITHOUT ROWID;

-- Reference data: publication ids that are known to exist, from a list (so that gaps can be shown).
CREATE TABLE known_publication (
    id      TEXT PRIMARY KEY,               -- kv-tk-2020Z02502, ah-tk-20192020-2893
    kind    TEXT NOT NULL,                  -- kv or ah
    year    INTEGER,                        -- calendar year of the number, or first year of the session
    number  TEXT,                           -- the case number that it holds, where it holds one
    problem TEXT                            -- the rule by which a misshapen id is quarantined
) WITHOUT ROWID;
CREATE INDEX known_publication_number ON known_publication (number);

-- Reference data: other lists, record by record (people fixtures, corrections of ids).
CREATE TABLE reference_record (
    dataset TEXT NOT NULL,                  -- person.person, misshapen_id, …
    key     TEXT NOT NULL,                  -- the record's own key
    data    TEXT NOT NULL,                  -- JSON
    PRIMARY KEY (dataset, key)
) WITHOUT ROWID;

-- The logbook of runs.
CREATE TABLE run (
    id          INTEGER PRIMARY KEY,        -- in order of time
    command     TEXT NOT NULL,              -- import, rebuild
    started_at  TEXT NOT NULL,              -- moment
    finished_at TEXT NOT NULL,              -- moment
    report      TEXT NOT NULL               -- JSON: counts by outcome and kind
);
