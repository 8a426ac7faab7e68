"""The foot of a letter: who signs, with initials as printed, and on whose behalf."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from navraag.parsing.titles.offices import IS_ROLE, read_offices
from navraag.records.attribution import Attribution

_BEHALF = re.compile(r"(?:en |,)?\s*(?:mede\s+)?namens\s+(?:de\s+|het\s+)?(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:de|het|en de)\s+", re.IGNORECASE)
_TITLES = r"(?:(?i:drs|mr|dr|ir|prof|ing|mw|mevr|dhr)\.?\s?){0,3}"
_INITIALS = re.compile(rf"{_TITLES}(?:[A-ZÀ-Þ](?:[a-z]{{0,2}})?\.\s?){{1,6}}(?:\([\w -]{{1,20}}\)\s?)?[\w’'-][\w’' -]{{1,60}}(?:,? (?:MSc|MA|MPA|BSc|LLM|PhD))?")
_NAME = re.compile(rf"{_TITLES}[A-ZÀ-Þ][\w’'-]{{1,30}}(?:\s(?:van|de|den|der|ter|ten|’t|[A-ZÀ-Þ][\w’'-]{{1,30}})){{1,5}}")
_CLOSING = re.compile(r"(?:hoogachtend|met (?:vriendelijke|hartelijke) groet(?:en)?|met (?:de )?meeste hoogachting)\b[ ,.]*", re.IGNORECASE)
_NAME_BEHIND = re.compile(rf",\s?(?P<name>{_INITIALS.pattern})$")
_SMALL_WORDS = frozenset({"de", "het", "van", "voor", "en", "der", "den"})
_LIMIT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """The signers of a letter and the offices for which they sign too."""

    answerers: tuple[Attribution, ...] = ()
    on_behalf_of: tuple[Attribution, ...] = ()


def is_closing(line: str) -> bool:
    """True for "Hoogachtend," and its kind."""
    return _CLOSING.fullmatch(line.strip()) is not None


def is_name(line: str) -> bool:
    """True for a line that is nothing but a name: "P. de Vries", "Anna van der Berg"."""
    return _INITIALS.fullmatch(line.strip()) is not None or _NAME.fullmatch(line.strip()) is not None


def is_office(line: str) -> bool:
    """True for a line of a signature that names an office: "De Minister van Financiën,"."""
    words = small_letters(_NAME_BEHIND.sub("", line.strip()))
    article = _ARTICLE.match(words)
    begin = article.end() if article else 0
    if not IS_ROLE.match(words, begin) or len(words) > _LIMIT * 2:
        return False
    end = read_offices(words, begin).end
    rest = words[end:].strip(" ,.;:")
    return not rest or is_name(rest)


def is_behalf(line: str) -> bool:
    """True for "Mede namens de Minister van Financiën," on a line of its own."""
    match = _BEHALF.match(line.strip())
    return match is not None and IS_ROLE.match(line.strip(), match.end()) is not None


def is_signature(line: str) -> bool:
    """True for any line that belongs to the foot of a letter."""
    return is_closing(line) or is_behalf(line) or is_office(line) or is_name(line)


def read_signature(lines: Iterable[str]) -> Signature:
    """The signers in the lines below a letter; a name stands below its office, above it, or behind it."""
    signers: list[Attribution] = []
    behalf: list[Attribution] = []
    waiting: str | None = None
    for line in (line.strip() for line in lines):
        if is_behalf(line):
            match = _BEHALF.match(line)
            behalf += read_offices(line, match.end() if match else 0).offices
        elif is_office(line):
            signers += _offices(line, waiting)
            waiting = None
        elif is_name(line):
            if signers and signers[-1].name is None:
                signers = [replace(one, name=line) if one.name is None else one for one in signers]
            else:
                waiting = line
    return Signature(answerers=tuple(signers), on_behalf_of=tuple(behalf))


def small_letters(line: str) -> str:
    """A line that is set in capitals as it would be written: "DE MINISTER VAN FINANCIËN" gives "de Minister van Financiën"."""
    if not line.isupper():
        return line
    words = line.lower().split(" ")
    return " ".join(word if word in _SMALL_WORDS else word[:1].upper() + word[1:] for word in words)


def _offices(line: str, waiting: str | None) -> list[Attribution]:
    named = _NAME_BEHIND.search(line)
    words = small_letters(line[: named.start()] if named else line)
    article = _ARTICLE.match(words)
    found = read_offices(words, article.end() if article else 0)
    behind = named["name"] if named else words[found.end :].strip(" ,.;:")
    name = behind if behind and is_name(behind) else waiting
    return [replace(office, printed=line.strip(" ,"), name=name) for office in found.offices]
