-- Lists and statistics: the clock of a case in whole days, and its delay notices with their reasons.

-- The clock of a written question of the Tweede Kamer that has a day of tabling. Days are calendar days after tabling.
CREATE TABLE case_clock (
    case_id        INTEGER PRIMARY KEY REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    tabled         INTEGER NOT NULL,        -- day of tabling: 1 is 1 January of the year 1
    term           INTEGER NOT NULL,        -- days of the term
    longest        INTEGER NOT NULL,        -- days of the term after a notice
    known          INTEGER NOT NULL,        -- 0: whether and when it was answered is not known, or cannot be
    answer_day     INTEGER,                 -- first answer
    withdrawn_day  INTEGER,                 -- withdrawal; 0 where it has no day
    notice_day     INTEGER,                 -- first delay notice
    notice_undated INTEGER NOT NULL,        -- 1: there is a delay notice without a day
    question_count INTEGER NOT NULL         -- numbered questions held
);
CREATE INDEX case_clock_tabled ON case_clock (tabled);

-- Delay notices.
CREATE TABLE case_notice (
    case_id      INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    position     INTEGER NOT NULL,          -- 0 is the first notice held
    announced_on TEXT,                      -- date
    reason       TEXT NOT NULL,             -- information_not_received, coordination, other
    PRIMARY KEY (case_id, position)
) WITHOUT ROWID;

-- Which cases are in a state on a day, without reading any case.
CREATE INDEX case_state_state ON case_state (state, from_day, until_day, case_id);

-- The next import links all cases again, so that both tables are filled.
UPDATE case_row SET hash = '';
UPDATE meta SET value = 'no' WHERE key = 'linked';
