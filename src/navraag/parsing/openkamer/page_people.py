"""People as Open Kamer prints them: "Anne Kuik (CDA)", "Ankie Broekers-Knol (staatssecretaris justitie en veiligheid) (VVD)"."""

import re
from functools import cache

from navraag.lexicon.tables import ministries, portfolios
from navraag.parsing.titles.portfolios import squeeze
from navraag.records.attribution import Attribution, Role

_BRACKETS = re.compile(r"\(([^()]*)\)")
_POST = re.compile(
    r"\b(?P<role>staatssecretaris|(?<!vice)(?<!vice-)minister-president|premier|minister)\b(?!-president)\s*(?:zonder portefeuille)?\s*"
    r"(?:(?:van|voor)\s+)?(?P<portfolio>[^()]*)",
    re.IGNORECASE,
)
_ROLES: dict[str, Role] = {
    "staatssecretaris": "Staatssecretaris", "minister-president": "Minister-President", "premier": "Minister-President",
    "minister": "Minister",
}


@cache
def _official_names() -> dict[str, str]:
    rows = [(row.name, *row.spellings) for row in portfolios()]
    rows += [(row.name, *row.spellings) for row in ministries()]
    return {squeeze(name): name for names in rows for name in names}


def official_name(portfolio: str) -> str:
    """The portfolio in its official capitals, where the lists know it.

    >>> official_name("justitie en veiligheid")
    'Justitie en Veiligheid'
    """
    flat = " ".join(portfolio.split()).strip(" ,")
    return _official_names().get(squeeze(flat), flat)


def split_people(line: str) -> tuple[str, ...]:
    """The entries of a list, cut at commas outside brackets."""
    entries, depth, start = [], 0, 0
    for at, letter in enumerate(line):
        if letter == "(":
            depth += 1
        elif letter == ")":
            depth = max(0, depth - 1)
        elif letter == "," and not depth:
            entries.append(line[start:at])
            start = at + 1
    entries.append(line[start:])
    return tuple(flat for entry in entries if (flat := " ".join(entry.split())))


def read_person_line(entry: str) -> Attribution:
    """One person: name, post where printed, party."""
    groups = [" ".join(group.split()) for group in _BRACKETS.findall(entry)]
    name = entry.partition("(")[0].strip()
    post = next((found for group in groups if (found := _POST.search(group))), None)
    parties = [group for group in groups if not _POST.search(group)]
    if post is None:
        return Attribution(printed=entry, name=name, party=parties[-1] if parties else None)
    role = _ROLES[post["role"].lower()]
    portfolio = official_name(post["portfolio"]) or None
    return Attribution(
        printed=entry, name=name, party=parties[-1] if parties else None, role=role,
        portfolio=None if role == "Minister-President" else portfolio,
    )
