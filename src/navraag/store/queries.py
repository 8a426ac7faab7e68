"""The SQL that reads, whole and by name; lists of cases stand in ``listing``."""

from navraag.store.listing import STATE, STATE_JOIN

CASE = "SELECT data FROM case_data WHERE number = ?"

CASE_BY_ALIAS = """
SELECT case_data.data
  FROM case_alias
  JOIN case_row ON case_row.id = case_alias.case_id
  JOIN case_data ON case_data.number = case_row.number
 WHERE case_alias.alias = ?
 ORDER BY case_alias.kind, case_row.number
 LIMIT 1
"""

NEAREST = """
SELECT number FROM (SELECT number FROM case_row WHERE number >= :number ORDER BY number LIMIT 1)
UNION ALL
SELECT number FROM (SELECT number FROM case_row WHERE number < :number ORDER BY number DESC LIMIT 1)
"""

EVERY_CASE = "SELECT data FROM case_data ORDER BY number"

TOTALS = """
SELECT count(*), coalesce(sum(question_count), 0), coalesce(sum(answer_count), 0), coalesce(sum(pair_count), 0),
       coalesce(sum(notice_count), 0)
  FROM case_row
 WHERE chamber = 'tk' AND NOT oral AND (tabled_on IS NULL OR tabled_on <= :today)
"""

STATES = f"""
SELECT {STATE} AS value, count(*)
  FROM case_row{STATE_JOIN}
 WHERE chamber = 'tk' AND NOT oral AND (tabled_on IS NULL OR tabled_on <= :today)
 GROUP BY value
"""  # noqa: S608 - fragments of the module listing, values bound

REST = """
SELECT (SELECT count(*) FROM case_row WHERE chamber = 'ek'),
       (SELECT count(*) FROM case_row WHERE oral),
       (SELECT count(*) FROM document),
       (SELECT count(*) FROM problem),
       (SELECT max(finished_at) FROM run)
"""

SOURCES = "SELECT source, known_until, records FROM source_state ORDER BY source"

DOCUMENT = """
SELECT document.sha256, document.media_type, document.size, retrieval.source, retrieval.source_id, retrieval.url
  FROM document JOIN retrieval ON retrieval.sha256 = document.sha256
 WHERE document.sha256 = ?
 ORDER BY retrieval.retrieved_at, retrieval.source, retrieval.source_id
 LIMIT 1
"""

DOCUMENT_READING = """
SELECT document.outcome, min(paper.layout), min(paper.kind), count(paper.row)
  FROM document LEFT JOIN paper ON paper.sha256 = document.sha256
 WHERE document.sha256 = ?
 GROUP BY document.sha256
"""

DOCUMENT_CASES = """
SELECT DISTINCT case_row.number
  FROM case_document JOIN case_row ON case_row.id = case_document.case_id
 WHERE case_document.sha256 = ?
 ORDER BY case_row.number
 LIMIT 1000
"""

RETRIEVALS = """
SELECT source, source_id, retrieved_at, url, status, etag, last_modified
  FROM retrieval WHERE sha256 = ? ORDER BY retrieved_at, source, source_id
"""

CASE_DOCUMENTS = """
WITH used AS (
    SELECT sha256, role FROM case_document WHERE case_id = (SELECT id FROM case_row WHERE number = :number)
    UNION
    SELECT sha256, 'registration' FROM paper WHERE number = :number
)
SELECT used.role, document.sha256, document.media_type, document.size,
       (SELECT min(layout) FROM paper WHERE paper.sha256 = used.sha256 AND paper.row <= 1),
       retrieval.source, retrieval.source_id, retrieval.url, min(retrieval.retrieved_at) AS first_seen
  FROM used
  JOIN document ON document.sha256 = used.sha256
  JOIN retrieval ON retrieval.sha256 = used.sha256
 GROUP BY used.role, used.sha256
 ORDER BY first_seen, used.role, retrieval.source_id
"""

PROBLEM_COUNTS = "SELECT code, severity, count(*) FROM problem GROUP BY code, severity ORDER BY 3 DESC, 1"

PROBLEMS = """
SELECT problem.code, problem.severity, problem.message, problem.place, problem.sha256, document.name, case_row.number
  FROM problem
  LEFT JOIN document ON document.sha256 = problem.sha256
  LEFT JOIN case_row ON case_row.id = problem.case_id
 WHERE :code IS NULL OR problem.code = :code
 ORDER BY problem.code, document.name, case_row.number, problem.id
 LIMIT :limit OFFSET :offset
"""
