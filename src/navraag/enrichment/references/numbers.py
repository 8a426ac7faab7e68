"""References that are recognised by their own form: Aanhangsel, Z- and D-numbers, publication ids, gazettes, rulings."""

import re
from collections.abc import Callable, Iterator

from navraag.enrichment.references.years import YEAR, session_year
from navraag.enrichment.screening import lowered, mentions
from navraag.records.findings import Reference, ReferenceKind

_LIST = r"(?P<list>\d{1,5}(?:\s?(?:,|en|&)\s?(?:nrs?\.?\s?)?\d{1,5}(?!\s?\d|\w))*)(?!\w)"
_APPENDIX = [
    re.compile(
        rf"Aanhangsel\s?(?:van\s?de\s?)?(?:der\s?)?Handelingen(?:\s?(?:II|TK))?\b,?\s?(?:\(?II\)?,?\s?)?(?:vergaderjaar\s?)?(?P<year>{YEAR})"
        rf"\s?,?\s{{0,2}}(?:(?:nrs?|nummers?|no)\b\.?\s{{0,2}})?{_LIST}", re.IGNORECASE,
    ),
    re.compile(
        rf"vergaderjaar\s?(?P<year>{YEAR})\s?,?\s?Aanhangsel(?:\s?van\s?de)?(?:\s?Handelingen)?\s?,?\s?(?:(?:nrs?|nummers?)\b\.?\s?)?{_LIST}",
        re.IGNORECASE,
    ),
    re.compile(rf"\bah-(?:tk|ek)[-\s](?P<year>{YEAR})\s?,?\s?(?:nrs?\b\.?\s?|-){_LIST}", re.IGNORECASE),
    re.compile(rf"Kamervragen\s?\(Aanhangsel\)\s?(?P<year>{YEAR})\s?,?\s?(?:nrs?\b\.?\s?)?{_LIST}", re.IGNORECASE),
]
_PUBLICATION = re.compile(
    r"\b(?P<id>(?:ah-(?:tk|ek)-\d{8}[-–]\d{1,5}|kv-(?:tk|ek)-\d{4}Z\d{5}|kst-\d{5}(?:-[A-Z0-9]{1,6}){0,3}|h-tk-\d{8}-\d+-\d+|stb-\d{4}-\d+"
    r"|stcrt-\d{4}-\d+))(?![\w])"
)
_CASE = re.compile(r"(?<![\w-])(?P<year>(?:19|20)\d{2})\s?(?P<kind>[ZDzd])\s?(?P<serial>\d{5})(?!\d)")
_BILL_QUERY = re.compile(r"wetsvoorstel(?::|%3A)(?P<dossier>\d{5})(?!\d)", re.IGNORECASE)
_PROCEEDINGS = re.compile(
    rf"(?<!de )(?<!van de )Handelingen\s?(?:II|TK)?,?\s?(?:vergaderjaar\s?)?(?P<year>{YEAR}),?\s?nr\.?\s?(?P<day>\d{{1,3}}),?\s?"
    r"(?:item|p\.)\s?(?P<item>\d{1,4})", re.IGNORECASE,
)
_GAZETTE = re.compile(
    r"\b(?P<name>Stb\.?|Staatsblad|Stcrt\.?|Staatscourant)\s?(?P<year>(?:19|20)\d{2}),?\s?(?:nr\.?\s?)?(?P<number>\d{1,6})(?!\d)", re.IGNORECASE
)
_CASE_LAW = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}(?<!\.)")
_EU_ACT = re.compile(
    r"\b(?P<act>Verordening|Richtlijn|Besluit)\s?\((?:EU|EG|EEG)\)\s?(?:nr\.?\s?)?(?P<a>\d{1,4})/(?P<b>\d{1,4})(?!\d)"
    r"|\b(?P<old>Richtlijn|Verordening)\s(?P<c>\d{2,4})/(?P<d>\d{1,4})/(?:EU|EG|EEG)\b", re.IGNORECASE,
)
_CELEX = {"verordening": "R", "richtlijn": "L", "besluit": "D"}


def _reference(kind: ReferenceKind, match: re.Match[str], target: str | None) -> Reference:
    return Reference(kind=kind, printed=match[0], start=match.start(), end=match.end(), target=target)


def find_appendices(text: str) -> Iterator[Reference]:
    """"Aanhangsel Handelingen, vergaderjaar 2023–2024, nr. 982" and its other printed forms."""
    if not mentions(lowered(text), ("aanhangsel", "ah-")):
        return
    for pattern in _APPENDIX:
        for match in pattern.finditer(text):
            year = session_year(match["year"])
            for number in re.findall(r"\d+", match["list"]):
                yield _reference("appendix", match, f"ah-tk-{year}-{int(number)}" if year else None)


def find_publications(text: str) -> Iterator[Reference]:
    """Ids of publications, in running text or in an address."""
    if "-" not in text and "–" not in text:
        return
    kinds: dict[str, ReferenceKind] = {"ah": "appendix", "kst": "paper", "h": "proceedings", "stb": "gazette", "stcrt": "gazette"}
    for match in _PUBLICATION.finditer(text):
        target = match["id"].replace("–", "-")
        if target.startswith("kv-"):
            yield _reference("case", match, target.rsplit("-", 1)[1])
        else:
            yield _reference(kinds[target.split("-")[0]], match, target)


def find_case_numbers(text: str) -> Iterator[Reference]:
    """Z- and D-numbers: "2024Z 17972", "2024D28457"."""
    for match in _CASE.finditer(text):
        letter = match["kind"].upper()
        yield _reference("case" if letter == "Z" else "document", match, f"{match['year']}{letter}{match['serial']}")


def find_bills(text: str) -> Iterator[Reference]:
    """A bill that is known only by the dossier in an address of the Kamer."""
    if "wetsvoorstel" not in lowered(text):
        return
    for match in _BILL_QUERY.finditer(text):
        yield _reference("paper", match, f"kst-{match['dossier']}")


def find_proceedings(text: str) -> Iterator[Reference]:
    """"Handelingen II 2021/22, nr. 34, item 7"."""
    if "handelingen" not in lowered(text):
        return
    for match in _PROCEEDINGS.finditer(text):
        year = session_year(match["year"])
        yield _reference("proceedings", match, f"h-tk-{year}-{int(match['day'])}-{int(match['item'])}" if year else None)


def find_gazettes(text: str) -> Iterator[Reference]:
    """"Stb. 2024, 213", "Staatscourant 2019, nr. 1234"."""
    if not mentions(lowered(text), ("stb", "stcrt", "staatsblad", "staatscourant")):
        return
    for match in _GAZETTE.finditer(text):
        name = "stb" if match["name"].casefold().startswith(("stb", "staatsb")) else "stcrt"
        yield _reference("gazette", match, f"{name}-{match['year']}-{int(match['number'])}")


def find_rulings(text: str) -> Iterator[Reference]:
    """Rulings by their ECLI."""
    if "ECLI" not in text:
        return
    for match in _CASE_LAW.finditer(text):
        yield _reference("case_law", match, match[0])


def find_eu_acts(text: str) -> Iterator[Reference]:
    """"Verordening (EU) 2023/1115" → CELEX 32023R1115; acts of before 2015 print the number first."""
    if not mentions(lowered(text), ("/eg", "/eu", "/eeg", "(eu", "(eg", "(eeg")):
        return
    for match in _EU_ACT.finditer(text):
        act = (match["act"] or match["old"]).casefold()
        first, second = (match["a"] or match["c"]), (match["b"] or match["d"])
        year, number = (first, second) if match["old"] or len(first) == 4 else (second, first)
        year = year if len(year) == 4 else f"19{year}"
        yield _reference("eu_act", match, f"celex:3{year}{_CELEX[act]}{int(number):04d}")


FINDERS: tuple[Callable[[str], Iterator[Reference]], ...] = (
    find_appendices, find_publications, find_case_numbers, find_bills, find_proceedings, find_gazettes, find_rulings,
    find_eu_acts,
)
