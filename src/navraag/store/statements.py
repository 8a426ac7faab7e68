"""The SQL that writes, whole and by name."""

KEEP_DOCUMENT = """
INSERT INTO document (sha256, media_type, size, name, outcome, parser_version, message)
VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (sha256) DO UPDATE SET
    media_type = excluded.media_type, name = excluded.name, outcome = excluded.outcome,
    parser_version = excluded.parser_version, message = excluded.message
"""

KEEP_RETRIEVAL = """
INSERT INTO retrieval (sha256, source, source_id, retrieved_at, url, status, etag, last_modified)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (sha256, source, source_id) DO NOTHING
"""

KEEP_CASE = """
INSERT INTO case_row (
    number, hash, subject, folded, chamber, oral, provisional, year, tabled_on, due_on, extended_until, notice_on,
    answered_on, askers, addressees, question_count, answered_count, answer_count, pair_count, notice_count,
    orphan_count, answer_sets)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""

KEEP_PART = {
    "case_state": "INSERT INTO case_state VALUES (?, ?, ?, ?)",
    "case_alias": "INSERT OR IGNORE INTO case_alias VALUES (?, ?, ?)",
    "case_asker": "INSERT INTO case_asker VALUES (?, ?, ?, ?, ?, ?, ?)",
    "case_addressee": "INSERT INTO case_addressee VALUES (?, ?, ?, ?, ?, ?, ?)",
    "case_answerer": "INSERT INTO case_answerer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "case_clock": "INSERT INTO case_clock VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "case_notice": "INSERT INTO case_notice VALUES (?, ?, ?, ?)",
    "case_topic": "INSERT INTO case_topic VALUES (?, ?)",
    "case_document": "INSERT INTO case_document VALUES (?, ?, ?)",
}

# Only a list tells how far it is complete (its rows count from 1); one registration alone (row 0) does not.
CLEAR_SOURCE_STATE = "DELETE FROM source_state"

WRITE_SOURCE_STATE = """
INSERT INTO source_state (source, known_until, records)
SELECT 'zaken', max(as_of), count(*) FROM paper WHERE number IS NOT NULL AND row >= 1 AND as_of IS NOT NULL
HAVING count(*) > 0
"""

KEEP_PUBLICATION = """
INSERT INTO known_publication (id, kind, year, number, problem) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (id) DO UPDATE SET problem = excluded.problem WHERE problem IS NOT excluded.problem
"""
