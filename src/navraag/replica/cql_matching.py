"""Whether a publication meets a CQL query: phrase containment, exactness, days; and which publications need to be looked at."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from functools import cache

from navraag.replica.catalogue import Catalogue, Publication
from navraag.replica.cql import Clause, CqlError, Node, conjuncts, read_day
from navraag.replica.publication_facts import askers, chamber_of, is_question, numbers, publication_name, sort_of
from navraag.replica.publications import folder_of
from navraag.replica.titles import session_year

Values = Callable[[Publication], Iterable[str]]
Test = Callable[[Publication], bool]
_WORDS = re.compile(r"['’]s-[^\W_]+|[^\W_]+")


def _issued(publication: Publication) -> tuple[str, ...]:
    return (publication.paper.on.isoformat(),)


DAYS: dict[str, Values] = {
    "dt.modified": lambda p: (p.modified.isoformat(),), "dt.date": _issued, "dt.available": _issued, "dt.issued": _issued,
    "w.datumIndiening": lambda p: (p.dossier.tabled.isoformat(),) if is_question(p) else (),
    "w.datumOntvangst": lambda p: () if is_question(p) else _issued(p), "w.datumBrief": lambda _p: (),
    "cd.datumTijdstipWijzigingWork": lambda p: (p.modified.isoformat(),),
}
"""The indexes that hold days."""
WORDS: dict[str, Values] = {
    "dt.identifier": lambda p: (p.identifier,), "dt.title": lambda p: (p.paper.title,),
    "dt.type": lambda p: ("Kamervragen zonder antwoord" if is_question(p) else "Aanhangsel van de Handelingen",),
    "dt.creator": lambda p: (chamber_of(p),), "dt.subject": lambda p: p.dossier.topics, "dt.hasVersion": lambda _p: ("1",),
    "dt.isreplacedby": lambda _p: (), "c.product-area": lambda _p: ("officielepublicaties",),
    "c.content-area": lambda p: (f"officielepublicaties/{folder_of(p)}",), "w.vraagnummer": numbers,
    "w.aanhangselnummer": lambda p: (str(p.paper.appendix),) if p.paper.appendix else (), "w.aanhangsel": lambda p: p.appendices,
    "w.publicatienaam": lambda p: (publication_name(p),), "w.subrubriek": lambda p: (sort_of(p),),
    "w.vergaderjaar": lambda p: (session_year(p.paper.on),), "w.indiener": lambda p: [a.name for a in askers(p)],
    "w.ontvanger": lambda p: () if is_question(p) else [a.name for a in p.paper.actors], "w.documentstatus": lambda p: (p.status,),
    "w.organisatietype": lambda _p: ("staten generaal",), "w.bijlage": lambda _p: (), "w.externeBijlage": lambda _p: (),
    "w.hoofddocument": lambda _p: (), "w.heeftMededeling": lambda _p: (), "w.mededelingOver": lambda _p: (), "w.dossiernummer": lambda _p: (),
    "w.ondernummer": lambda _p: (), "w.documenttitel": lambda p: (p.paper.title,),
    "cql.textAndIndexes": lambda p: (p.identifier, p.paper.title, p.dossier.subject, *(a.name for a in askers(p)), *p.dossier.topics),
}
"""The indexes that hold words: index → the values of a publication."""


@cache
def folded(words: str) -> tuple[str, ...]:
    """The tokens of a text, without case and accents.

    >>> folded("Financiën in 's-Gravenhage")
    ('financien', 'in', "'s-gravenhage")
    """
    plain = "".join(c for c in unicodedata.normalize("NFD", words) if not unicodedata.combining(c))
    return tuple(_WORDS.findall(plain.lower()))


def contains(words: str, phrase: str) -> bool:
    """Whether a phrase stands in a text, as whole tokens in a row."""
    text, wanted = folded(words), folded(phrase)
    return any(text[at:at + len(wanted)] == wanted for at in range(len(text) - len(wanted) + 1)) if wanted else False


def test_of(tree: Node, ignored: list[str]) -> Test | None:
    """The test of a query; clauses that mean nothing are dropped and told in ``ignored``. None: nothing is left of it."""
    if isinstance(tree, Clause):
        return _clause(tree, ignored)
    left, right = test_of(tree.left, ignored), test_of(tree.right, ignored)
    if left is None or right is None:
        return left or right
    match tree.boolean:
        case "or":
            return lambda p: left(p) or right(p)
        case "not":
            return lambda p: left(p) and not right(p)
    return lambda p: left(p) and right(p)


def _clause(clause: Clause, ignored: list[str]) -> Test | None:
    index = clause.index or "cql.textAndIndexes"
    if index in DAYS:
        return _of_days(clause, DAYS[index], ignored)
    if index not in WORDS:
        raise CqlError(16, "Unsupported index", index)
    return _of_words(clause, WORDS[index])


def _of_days(clause: Clause, values: Values, ignored: list[str]) -> Test | None:
    day, term = read_day(clause.term), clause.term
    if day is None:
        shape = {"<": "[:{}]", "<=": "[:{}]", ">": "[{}:]", ">=": "[{}:]"}.get(clause.relation, "[{0}:{0}]")
        ignored.append(f"{shape.format(term)} is not a valid range constraint against type date")
        return None
    match clause.relation:
        case "<":
            return lambda p: any(value < term for value in values(p))
        case "<=":
            return lambda p: any(value <= term for value in values(p))
        case ">":
            return lambda p: any(value > term for value in values(p))
        case ">=":
            return lambda p: any(value >= term for value in values(p))
    return lambda p: term in values(p)


def _of_words(clause: Clause, values: Values) -> Test:
    term = clause.term
    match clause.relation:
        case "==":
            return lambda p: term in values(p)
        case "=" | "adj":
            return lambda p: any(contains(value, term) for value in values(p))
        case "any":
            return lambda p: any(contains(value, word) for value in values(p) for word in folded(term))
        case "all":
            return lambda p: any(all(contains(value, word) for word in folded(term)) for value in values(p))
    raise CqlError(19, "Unsupported relation", clause.relation)


def candidates(tree: Node, catalogue: Catalogue, now: datetime) -> Iterator[Publication]:
    """The publications that may meet a query: by id or number where it names one, else by its days, else all."""
    clauses = conjuncts(tree)
    for clause in clauses:
        if clause.relation == "==" and clause.index == "dt.identifier":
            found = catalogue.find(clause.term, now)
            return iter([found] if found else [])
        if clause.relation == "==" and clause.index == "w.vraagnummer":
            return iter(catalogue.of_number(clause.term, now))
    first, last = _window([clause for clause in clauses if clause.index == "dt.modified"])
    if (first, last) != (date.min, date.max):
        return catalogue.changed(first, last, now)
    return catalogue.issued(*_window_of_issue(clauses), now)


def _window_of_issue(clauses: list[Clause]) -> tuple[date, date]:
    for clause in clauses:
        if clause.index == "w.vergaderjaar" and clause.relation == "==" and re.fullmatch(r"\d{4}-\d{4}", clause.term):
            return date(int(clause.term[:4]), 9, 1), date(int(clause.term[5:]), 9, 30)
    return _window([clause for clause in clauses if clause.index in {"dt.date", "dt.available", "dt.issued"}])


def _window(clauses: list[Clause]) -> tuple[date, date]:
    first, last = date.min, date.max
    for clause in clauses:
        day = read_day(clause.term)
        if day and clause.relation in {">=", ">", "==", "="}:
            first = max(first, day)
        if day and clause.relation in {"<=", "<", "==", "="}:
            last = min(last, day)
    return first, last
