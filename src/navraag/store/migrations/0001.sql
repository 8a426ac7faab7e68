-- People: who is who in the cases, as of their days. Made by linking from the sources of people that were imported.

-- One person.
CREATE TABLE person (
    id   TEXT PRIMARY KEY,                  -- end of the address: anne-kuik
    name TEXT NOT NULL,                     -- usual name in full
    sort TEXT NOT NULL,                     -- family name first, small letters without accents
    data BLOB NOT NULL                      -- the Person as JSON
) WITHOUT ROWID;

-- One party that a source of people names and our own table does not.
CREATE TABLE organization (
    id   TEXT PRIMARY KEY,                  -- end of the address
    data BLOB NOT NULL                      -- the Organization as JSON
) WITHOUT ROWID;

-- One stay of a person in the Kamer or in a post.
CREATE TABLE membership (
    id              TEXT PRIMARY KEY,       -- person, organization or post, first day
    person_id       TEXT NOT NULL,          -- the person
    organization_id TEXT NOT NULL,          -- tweede-kamer, or the line of the ministry
    post_id         TEXT,                   -- the post, where it is one
    on_behalf_of_id TEXT,                   -- the party, where it is a seat in the Kamer
    start_date      TEXT,                   -- first day
    end_date        TEXT,                   -- last day
    data            BLOB NOT NULL           -- the Membership as JSON
) WITHOUT ROWID;
CREATE INDEX membership_person ON membership (person_id);
CREATE INDEX membership_post ON membership (post_id) WHERE post_id IS NOT NULL;
CREATE INDEX membership_party ON membership (on_behalf_of_id) WHERE on_behalf_of_id IS NOT NULL;

-- Who asked, resolved: NULL where it stays open.
ALTER TABLE case_asker ADD COLUMN person_id TEXT;      -- the person
ALTER TABLE case_asker ADD COLUMN party_code TEXT;     -- the party on the day of tabling
ALTER TABLE case_asker ADD COLUMN stance TEXT;         -- coalition, opposition or neither on that day
CREATE INDEX case_asker_person ON case_asker (person_id, case_id) WHERE person_id IS NOT NULL;
CREATE INDEX case_asker_party_code ON case_asker (party_code, case_id) WHERE party_code IS NOT NULL;
CREATE INDEX case_asker_stance ON case_asker (stance, case_id) WHERE stance IS NOT NULL;

-- Who was asked, resolved.
ALTER TABLE case_addressee ADD COLUMN name TEXT;       -- the name as printed, where one is
ALTER TABLE case_addressee ADD COLUMN person_id TEXT;  -- the person
ALTER TABLE case_addressee ADD COLUMN post_id TEXT;    -- the post on the day of tabling
ALTER TABLE case_addressee ADD COLUMN ministry TEXT;   -- the line of the ministry
CREATE INDEX case_addressee_person ON case_addressee (person_id, case_id) WHERE person_id IS NOT NULL;
CREATE INDEX case_addressee_post ON case_addressee (post_id, case_id) WHERE post_id IS NOT NULL;
CREATE INDEX case_addressee_ministry ON case_addressee (ministry, case_id) WHERE ministry IS NOT NULL;

-- Who answered, and on whose behalf.
CREATE TABLE case_answerer (
    case_id     INTEGER NOT NULL REFERENCES case_row (id) ON DELETE CASCADE, -- the case
    answer      INTEGER NOT NULL,           -- 0 is the first answer document of the case
    position    INTEGER NOT NULL,           -- 0 is the first who signed it
    behalf      INTEGER NOT NULL,           -- 1: not signed by, but on behalf of
    received_on TEXT,                       -- date of the answer
    name        TEXT,                       -- as printed, where one is
    person_id   TEXT,                       -- the person
    post_id     TEXT,                       -- the post on the day of receipt
    ministry    TEXT,                       -- the line of the ministry
    PRIMARY KEY (case_id, answer, position)
) WITHOUT ROWID;
CREATE INDEX case_answerer_person ON case_answerer (person_id, case_id) WHERE person_id IS NOT NULL;
CREATE INDEX case_answerer_post ON case_answerer (post_id, case_id) WHERE post_id IS NOT NULL;
CREATE INDEX case_answerer_ministry ON case_answerer (ministry, case_id) WHERE ministry IS NOT NULL;
