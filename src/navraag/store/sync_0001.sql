-- From the first step of this file to the second: what came in when, and what belongs to one document.
DROP INDEX entity_sequence;
ALTER TABLE entity ADD COLUMN arrived INTEGER NOT NULL DEFAULT 0;
CREATE INDEX entity_arrived ON entity (category, arrived);
CREATE INDEX remote_sha256 ON remote (sha256) WHERE sha256 IS NOT NULL;
DELETE FROM progress WHERE stream = 'papers';

-- Which remote files are one document of the Kamer, and the cases that the feed names for it.
CREATE TABLE told (
    source    TEXT NOT NULL,         -- as in remote
    source_id TEXT NOT NULL,         -- as in remote
    document  BLOB NOT NULL,         -- the entity
    cases     TEXT NOT NULL,         -- numbers, with blanks between them
    PRIMARY KEY (source, source_id, document)
) WITHOUT ROWID;
CREATE INDEX told_document ON told (document, source);

-- The cases (entities) that documents refer to, held or not yet.
CREATE TABLE document_case (
    zaak     BLOB NOT NULL,          -- the case
    document BLOB NOT NULL,          -- the document
    PRIMARY KEY (zaak, document)
) WITHOUT ROWID;
CREATE INDEX document_case_document ON document_case (document);
