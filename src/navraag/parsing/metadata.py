"""KOOP's metadata → typed facts, from metadata.xml, the head of a page, a record of the search service or old XML."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from navraag.records.attribution import Attribution
from navraag.records.evidence import Furniture, Problem
from navraag.records.pages import PublicationMetadata
from navraag.records.papers import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One line of metadata: its name without prefix and capitals ("aanhangselnummer"), its scheme, its content."""

    name: str
    scheme: str
    content: str


_ALIASES = {
    "publicationname": "publicatienaam", "documentstatus": "documentstatus", "category": "subject",
    "organisationtype": "organisatietype", "dcterms.modified": "modified",
}
_KNOWN = frozenset({
    "identifier", "title", "type", "creator", "documentstatus", "vergaderjaar", "aanhangselnummer", "vraagnummer",
    "aanhangsel", "indiener", "ontvanger", "datumindiening", "datumontvangst", "available", "issued", "modified", "subject",
    "publicatienaam", "subrubriek",
})
_IGNORED = frozenset({
    "language", "doctype", "organisatietype", "alternative", "versieinformatie", "externmetadatarecord", "date", "hasversion",
    "product-area", "content-area", "datumtijdstipwijzigingwork", "datumtijdstipwijzigingexpression", "bijlage",
    "externebijlage", "hoofddocument", "dossiernummer", "ondernummer", "dossiertitel", "documenttitel", "datumbrief",
    "datumvergadering", "behandelddossier", "heeftmededeling", "mededelingover", "vergaderingnummer", "handelingenitemnummer",
    "viewport", "content-type", "description", "keywords", "generator", "x-ua-compatible", "robots", "author", "publisher",
    "adviesrvs", "publicatienummer", "replaces", "isreplacedby", "spatial", "rights", "source", "begingeldigheid", "startpagina", "eindpagina", "format",
})
_KIND_FIELDS = frozenset({"type", "publicatienaam", "subrubriek"})
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(\d{1,2})-(\d{1,2})-(\d{4})(?!\d)")
_NUMBER = re.compile(r"\d{1,6}")
_NUMBERS = re.compile(r"[|,;\s]+")
_CALL_NAME = re.compile(r"(?P<initials>(?:[A-ZÀ-Þ][a-zà-þ]{0,3}\.){1,10}) ?\((?P<call>[^()]{1,60})\) (?P<family>.{1,200})")
_CALL_FIRST = re.compile(r"(?P<full>[^(),]{1,200}) \((?:[A-ZÀ-Þ][A-Za-zÀ-ÿ.\s]{0,30})\)")
_FAMILY_FIRST = re.compile(r"(?P<family>[^,()]{1,100}), (?P<first>(?:[A-ZÀ-Þ]\.|[a-z' ’]){1,40})")
_NAMESPACES = ("dcterms", "dc", "overheidop", "overheid")


def fact_name(printed: str) -> str:
    """The bare name of a metadata field.

    >>> fact_name("OVERHEIDop.publicationName")
    'publicatienaam'
    """
    name = printed.strip().lower()
    prefix, dot, rest = name.partition(".")
    if dot and prefix in _NAMESPACES:
        name = rest
    return _ALIASES.get(name, name)


def lenient_date(printed: str) -> date | None:
    """A date in ISO form or day first; None where there is no such day ("2009-02-31")."""
    if found := _ISO.match(printed.strip()):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DAY_FIRST.match(printed.strip()):
        day, month, year = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def read_person(printed: str) -> Attribution:
    """A name in any of the forms that KOOP and the Kamer write, in the order in which people say it.

    >>> read_person("R.H. (Romke) de Jong").name
    'Romke de Jong'
    >>> read_person("Dijk, D.J.H. van").name
    'D.J.H. van Dijk'
    >>> read_person("Edith Schippers (E.I.)").name
    'Edith Schippers'
    """
    flat = " ".join(printed.split())
    if found := _CALL_NAME.fullmatch(flat):
        name = f"{found['call']} {found['family']}"
    elif found := _FAMILY_FIRST.fullmatch(flat):
        name = f"{found['first']} {found['family']}"
    elif found := _CALL_FIRST.fullmatch(flat):
        name = found["full"]
    else:
        name = flat
    return Attribution(printed=flat, name=name)


class Facts:
    """All facts of one publication, by name, in order."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._by_name: dict[str, list[Fact]] = defaultdict(list)
        self.problems: list[Problem] = []
        for fact in facts:
            self._by_name[fact.name].append(fact)

    def all(self, name: str) -> tuple[str, ...]:
        """Every content of a field, each once, in order."""
        return tuple(dict.fromkeys(text for fact in self._by_name.get(name, ()) if (text := " ".join(fact.content.split()))))

    def one(self, name: str) -> str | None:
        """The first content of a field, or None."""
        return next(iter(self.all(name)), None)

    def day(self, name: str) -> date | None:
        """A date field; a date that does not exist is a problem and None."""
        printed = self.one(name)
        if printed is None:
            return None
        found = lenient_date(printed)
        if found is None:
            self.problems.append(Problem(code="metadata.no-such-date", message=f"{name}: {printed!r} is no date", where=name))
        return found

    def kind(self) -> str | None:
        """What KOOP calls this paper: "Antwoord", "Mededeling", "Schriftelijke vragen", else its parliamentary type."""
        by_scheme = {fact.scheme: " ".join(fact.content.split()) for fact in self._by_name.get("type", ())}
        for scheme, words in by_scheme.items():
            if scheme.endswith("Typen"):
                return words
        return self.one("subrubriek") or by_scheme.get("OVERHEIDop.Parlementair") or self.one("publicatienaam") or self.one("type")

    def set_aside(self) -> tuple[Furniture, ...]:
        """Fields that say the same of every publication, or nothing about this one; the kind's other names too."""
        names = [name for name in self._by_name if name in _IGNORED or name in _KIND_FIELDS]
        texts = [text for name in names for fact in self._by_name[name] if (text := " ".join(fact.content.split()))]
        if (kind := self.kind()) in texts:
            texts.remove(kind)
        return tuple(Furniture(kind="running_head", text=text) for text in texts)

    def unknown(self) -> list[Problem]:
        """Fields that we neither use nor ignore by name."""
        return [
            Problem(code="metadata.unknown-field", message=f"metadata field {name} is not known", severity="note", where=name)
            for name in self._by_name
            if name not in _KNOWN and name not in _IGNORED
        ]


def publication_metadata(facts: Facts) -> PublicationMetadata:
    """The facts as a record; "" as publication where the identifier is missing."""
    number = facts.one("aanhangselnummer")
    return PublicationMetadata(
        publication=facts.one("identifier") or "",
        kind=facts.kind(),
        title=facts.one("title"),
        status=facts.one("documentstatus"),
        creator=facts.one("creator"),
        session_year=facts.one("vergaderjaar"),
        appendix_number=int(number) if number and _NUMBER.fullmatch(number) else None,
        question_numbers=question_numbers(facts),
        appendices=facts.all("aanhangsel"),
        askers=tuple(read_person(name) for name in facts.all("indiener")),
        addressees=tuple(read_person(name) for name in facts.all("ontvanger")),
        tabled_on=facts.day("datumindiening"),
        received_on=facts.day("datumontvangst"),
        available_on=facts.day("available"),
        issued_on=facts.day("issued"),
        modified_on=facts.day("modified"),
        topics=facts.all("subject"),
    )


def question_numbers(facts: Facts) -> tuple[str, ...]:
    """The numbers of the question sets; several in one field are parted."""
    return tuple(dict.fromkeys(part for text in facts.all("vraagnummer") for part in _NUMBERS.split(text) if part))


def heading_facts(facts: Facts) -> Heading:
    """What the metadata inside a document adds to its heading."""
    number = facts.one("aanhangselnummer")
    return Heading(
        question_numbers=question_numbers(facts),
        publication=facts.one("identifier"),
        appendix_number=int(number) if number and _NUMBER.fullmatch(number) else None,
        session_year=facts.one("vergaderjaar"),
        tabled_on=facts.day("datumindiening"),
        received_on=facts.day("datumontvangst"),
        askers=tuple(read_person(name) for name in facts.all("indiener")),
    )
