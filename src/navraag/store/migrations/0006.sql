-- Linking: by what each paper can meet others, so that an import links anew only what its papers can have changed.

-- The papers as they were linked last; registrations of a feed among them.
CREATE TABLE link_paper (
    id        INTEGER PRIMARY KEY,          -- row id, of no meaning outside these tables
    sha256    TEXT NOT NULL,                -- the document, or zaak:<id> for a registration of the feed
    row       INTEGER NOT NULL,             -- as in paper
    marks     BLOB NOT NULL,                -- by which it can meet others, eight bytes each
    odd       INTEGER NOT NULL,             -- 1: it bears a mistyped number, whose likely meaning depends on all papers
    component INTEGER NOT NULL,             -- the papers that hang together: the lowest id among them
    UNIQUE (sha256, row)
);
CREATE INDEX link_paper_component ON link_paper (component);
CREATE INDEX link_paper_odd ON link_paper (sha256) WHERE odd;

-- Which papers bear a mark.
CREATE TABLE link_mark (
    mark  INTEGER NOT NULL,                 -- see linking.marks
    paper INTEGER NOT NULL,                 -- id in link_paper
    PRIMARY KEY (mark, paper)
) WITHOUT ROWID;

-- What others need to know of each case.
CREATE TABLE link_case (
    number    TEXT PRIMARY KEY,             -- as in case_row
    component INTEGER NOT NULL,             -- of whose papers it was made
    near      INTEGER,                      -- a number that cases of the same day and askers share
    subjects  TEXT,                         -- its subjects, JSON
    has_paper INTEGER NOT NULL              -- 1: it has a question paper of its own
) WITHOUT ROWID;
CREATE INDEX link_case_component ON link_case (component);
CREATE INDEX link_case_near ON link_case (near) WHERE near IS NOT NULL;

-- The names by which a case is cited.
CREATE TABLE link_name (
    name   TEXT NOT NULL,                   -- a publication or a number
    number TEXT NOT NULL,                   -- the case
    PRIMARY KEY (name, number)
) WITHOUT ROWID;
CREATE INDEX link_name_number ON link_name (number);

-- The names that a case cites.
CREATE TABLE link_cite (
    name   TEXT NOT NULL,                   -- a publication or a number
    number TEXT NOT NULL,                   -- the case
    PRIMARY KEY (name, number)
) WITHOUT ROWID;
CREATE INDEX link_cite_number ON link_cite (number);

-- The documents that came, went or were read anew since the last linking: whoever writes a paper cannot forget to say so.
CREATE TABLE link_stale (
    sha256 TEXT PRIMARY KEY                 -- the document, or zaak:<id>
) WITHOUT ROWID;
CREATE TRIGGER link_paper_came AFTER INSERT ON paper BEGIN INSERT OR IGNORE INTO link_stale VALUES (NEW.sha256); END;
CREATE TRIGGER link_paper_went AFTER DELETE ON paper BEGIN INSERT OR IGNORE INTO link_stale VALUES (OLD.sha256); END;
CREATE TRIGGER link_paper_changed AFTER UPDATE ON paper BEGIN INSERT OR IGNORE INTO link_stale VALUES (NEW.sha256); END;
CREATE TRIGGER link_address_came AFTER INSERT ON retrieval WHEN NEW.url IS NOT NULL BEGIN INSERT OR IGNORE INTO link_stale VALUES (NEW.sha256); END;

-- What the sources say beside the documents.
CREATE TABLE told_registration (
    id      TEXT PRIMARY KEY,               -- zaak:<id of the entity>
    content BLOB NOT NULL                   -- the Registration as JSON, defaults left out
) WITHOUT ROWID;
CREATE TABLE told_case (
    sha256 TEXT PRIMARY KEY,                -- a document
    cases  TEXT NOT NULL                    -- the numbers of the cases that the sources name for it, JSON
) WITHOUT ROWID;
CREATE TABLE told_gone (
    sha256 TEXT PRIMARY KEY                 -- a document that a later one of the same name has replaced
) WITHOUT ROWID;

-- Registrations, and entities about people, without reading all papers.
CREATE INDEX paper_registered ON paper (row, as_of) WHERE number IS NOT NULL;
CREATE INDEX paper_entity ON paper (sha256, row) WHERE kind = 'Other' AND layout = 'tk_entities';

-- The next import links all cases again, so that these tables are filled.
UPDATE meta SET value = 'no' WHERE key = 'linked';
