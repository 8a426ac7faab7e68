-- From the second step of this file to the third: papers by dossier and number. Those that were read before stand in it once they change.
CREATE INDEX entity_number ON entity (category, number) WHERE number IS NOT NULL;

-- The papers of each dossier, by which a cited paper gets its title.
CREATE TABLE dossier_paper (
    dossier  BLOB NOT NULL,          -- the entity
    number   INTEGER NOT NULL,       -- its number in the dossier
    document BLOB NOT NULL,          -- the entity
    PRIMARY KEY (dossier, number, document)
) WITHOUT ROWID;
