"""How complete the registry is: cases and known publications by year, and what does not fit together."""

from dataclasses import dataclass

from navraag.store.reader import Registry

_YEARS = """
SELECT year, count(*), sum(question_count > 0), sum(answer_sets > 0), sum(notice_count > 0)
  FROM case_row
 WHERE NOT oral AND chamber = 'tk' AND year IS NOT NULL
 GROUP BY year
"""

_KNOWN = """
SELECT year, kind, count(*),
       sum(NOT EXISTS (SELECT 1 FROM case_alias WHERE alias = known_publication.id)
           AND NOT EXISTS (SELECT 1 FROM case_row WHERE case_row.number = known_publication.id AND question_count > 0))
  FROM known_publication
 WHERE problem IS NULL AND year IS NOT NULL
 GROUP BY year, kind
"""

_LOOSE = {
    "orphan_answers": "SELECT number FROM case_row WHERE orphan_count > 0 ORDER BY number",
    "unpaired_questions": (
        "SELECT number FROM case_row WHERE answer_sets > 0 AND question_count > answered_count ORDER BY number"
    ),
    "unlinked_answers": "SELECT number FROM case_row WHERE provisional AND answer_sets > 0 ORDER BY number",
    "answers_without_day": (
        "SELECT number FROM case_row WHERE answer_sets > 0 AND answered_on IS NULL ORDER BY number"
    ),
    "ministry_unknown": (
        "SELECT DISTINCT number FROM case_addressee JOIN case_row ON case_row.id = case_id"
        " WHERE ministry IS NULL AND post_id IS NULL AND person_id IS NULL AND chamber = 'tk' ORDER BY number"
    ),
}

_QUARANTINED = "SELECT id, problem FROM known_publication WHERE problem IS NOT NULL ORDER BY id"

_WITHOUT_PAPER = """
SELECT number FROM case_row
 WHERE question_count = 0 AND chamber = 'tk' AND number LIKE '____Z_____'
   AND NOT EXISTS (SELECT 1 FROM known_publication WHERE known_publication.number = case_row.number)
"""

_STALE = "SELECT count(*) FROM document WHERE parser_version <> ?"

_DOCUMENTS = "SELECT sha256 FROM document ORDER BY sha256"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCoverage:
    """One calendar year: cases held, of these with the words of questions, answers, notices; and lists of known ids.

    ``known_questions`` are kv ids that a list of publications names, ``missing_questions`` those without a document
    here; answers (ah ids) stand under the first year of their session.
    """

    year: int
    cases: int = 0
    with_questions: int = 0
    with_answers: int = 0
    with_notice: int = 0
    known_questions: int = 0
    missing_questions: int = 0
    known_answers: int = 0
    missing_answers: int = 0


def years(registry: Registry) -> tuple[YearCoverage, ...]:
    """The coverage of every year that the registry or a list of ids speaks of."""
    found: dict[int, dict[str, int]] = {}
    for year, cases, questions, answers, notices in registry.rows(_YEARS):
        found[year] = {"cases": cases, "with_questions": questions, "with_answers": answers, "with_notice": notices}
    for year, kind, known, missing in registry.rows(_KNOWN):
        name = "questions" if kind == "kv" else "answers"
        found.setdefault(year, {}).update({f"known_{name}": known, f"missing_{name}": missing})
    return tuple(YearCoverage(year=year, **found[year]) for year in sorted(found))


def loose_ends(registry: Registry) -> dict[str, tuple[str, ...]]:
    """Case numbers by what does not fit: orphan answers, unpaired questions, unlinked answers, answers without a day."""
    return {name: tuple(number for (number,) in registry.rows(sql)) for name, sql in _LOOSE.items()}


def quarantined(registry: Registry) -> tuple[tuple[str, str], ...]:
    """Publication ids of a list that fit no form, each with the rule that set it apart."""
    return tuple(registry.rows(_QUARANTINED))


def cases_without_paper(registry: Registry) -> frozenset[str]:
    """Registered cases of which neither a document nor any list shows a question paper."""
    return frozenset(number for (number,) in registry.rows(_WITHOUT_PAPER))


def read_by_another_parser(registry: Registry, version: str) -> int:
    """How many documents were read by another parser than this one."""
    return int(registry.rows(_STALE, (version,))[0][0])


def documents(registry: Registry) -> frozenset[str]:
    """The sha256 of every document that the registry was made of."""
    return frozenset(sha256 for (sha256,) in registry.rows(_DOCUMENTS))
