-- Findings: what the texts of a case cite, undertake, admit, decline, count and name, each with the place of its words.

-- One finding. Where it stands: text = the part (and paper, note, place) of the case; text[start:stop] = quote.
CREATE TABLE finding (
    case_id    INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    enrichment TEXT NOT NULL,               -- which reader found it: references, commitments, …
    seq        INTEGER NOT NULL,            -- its place among the findings of that reader in that case, from 0
    kind       TEXT NOT NULL,               -- reference, commitment, data_gap, figure, name, …
    key        TEXT,                        -- what registers group by: target, name, outlet, reason; NULL where none
    part       TEXT NOT NULL,               -- question, answer, footnote, preamble, closing, notice
    labels     TEXT NOT NULL,               -- printed numbers of the questions that it belongs to, a blank between
    paper      TEXT NOT NULL,               -- id of the answer document or notice; empty for the questions
    note       TEXT NOT NULL,               -- label of the footnote; empty elsewhere
    place      INTEGER NOT NULL,            -- which of the texts that agree in all this
    start      INTEGER NOT NULL,            -- first letter
    stop       INTEGER NOT NULL,            -- letter after the last
    quote      TEXT NOT NULL,               -- the words
    rule       TEXT NOT NULL,               -- the rule that found it
    earliest   TEXT,                        -- first day of the time that its words mean
    latest     TEXT,                        -- last day of it: the day on which it is due
    payload    BLOB NOT NULL,               -- all else that the rule says, as JSON
    PRIMARY KEY (case_id, enrichment, seq)
) WITHOUT ROWID;
CREATE INDEX finding_key ON finding (kind, key, case_id) WHERE key IS NOT NULL;
CREATE INDEX finding_due ON finding (kind, latest, case_id) WHERE kind IN ('commitment', 'data_gap');

-- By which rules a case was read: "commitments=<version> data_gaps=<version> …".
CREATE TABLE enrichment_set (
    id       INTEGER PRIMARY KEY,           -- row id
    versions TEXT NOT NULL UNIQUE           -- every reader with its version, sorted
);
CREATE TABLE enriched (
    case_id INTEGER PRIMARY KEY REFERENCES case_row (id) ON DELETE CASCADE, -- a case that was read
    set_id  INTEGER NOT NULL REFERENCES enrichment_set (id)                 -- by these rules
);
