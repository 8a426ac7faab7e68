"""Numbers and names that cannot be wrong: question numbers, publication names, appendix numbers, case numbers.

Every name is either read into its parts or quarantined by a named rule; nothing is dropped. The two letters of a
publication's name say its series: ``kv`` asks, ``ah`` answers or says that the answer is late.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

Series = Literal["kv", "ah"]
NameKind = Literal["zaak", "old", "appendix", "unformatted", "senate", "kvr"]

_ZAAK = re.compile(r"(\d{4})[Zz](\d{5})", re.ASCII)
_NAMELESS = re.compile(r"stuk-[0-9a-f]{12}", re.ASCII)
_NO_NAMES = frozenset({"no-known-form", "no-question-and-no-answer"})
_ZAAK_LENIENT = re.compile(r"(?<![0-9A-Za-z])(\d{4})[ \u00a0]?[Zz][ \u00a0]?(\d{5})(?![0-9A-Za-z])", re.ASCII)
_SESSION = re.compile(r"(\d{4})[ \u00a0]?[-‐‑–—/]{0,2}[ \u00a0]?(\d{4}|\d{2})", re.ASCII)
_SUFFIX = r"(?:-(h\d?|n\d)|(a))?"
_FORMS: tuple[tuple[NameKind, re.Pattern[str]], ...] = (
    ("appendix", re.compile(r"(?P<series>ah)-(?P<chamber>tk|ek)-(?P<session>\d{8})-(?P<number>\d{1,4})" + _SUFFIX, re.ASCII)),
    ("zaak", re.compile(r"(?P<series>kv)-(?:(?P<chamber>tk)-)?(?P<number>\d{4}[Zz]\d{5})" + _SUFFIX, re.ASCII)),
    ("old", re.compile(r"(?P<series>kv)-(?P<number>2\d{9})" + _SUFFIX, re.ASCII)),
    ("unformatted", re.compile(r"(?P<series>ah|kv)-(?P<number>\d{4,7})", re.ASCII)),
    ("senate", re.compile(r"(?P<series>kv)-(?P<chamber>ek)-(?P<number>2\d{5}|2\d{7,8})" + _SUFFIX, re.ASCII)),
    ("kvr", re.compile(r"(?P<series>kv)-(?P<chamber>tk)-(?P<session>\d{8})-(?P<number>KVR\d{4,6})" + _SUFFIX, re.ASCII)),
)
_LONG = 64
"""Names that are longer are none, and are not worth remembering."""
_APPENDIX_WITH_LETTERS = re.compile(r"(ah-[te]k-\d{8}-)AH(\d{1,4})", re.ASCII)
_QUARANTINE_RULES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("question-number-misshapen", re.compile(r"kv-(?:tk-)?\d{4,6}[Zz]\d{1,7}|kv-tk-\d+", re.ASCII)),
    ("appendix-number-too-high", re.compile(r"ah-[te]k-\d{8}-\d{5,}", re.ASCII)),
    ("appendix-number-with-letters", _APPENDIX_WITH_LETTERS),
    ("old-number-not-ten-digits", re.compile(r"kv-\d{8,9}H?|kv-\d{11,}", re.ASCII)),
    ("old-number-not-of-the-tweede-kamer", re.compile(r"kv-\d{10}", re.ASCII)),
    ("a-date-as-number", re.compile(r"(?:kv|ah)-\d{4}-\d{2}-\d{2}", re.ASCII)),
    ("no-known-form", re.compile(r"(?:kv|ah)-.*", re.DOTALL)),
)


@dataclass(frozen=True, slots=True, order=True)
class QuestionNumber:
    """The number of a Tweede Kamer Zaak, which is the number of its question set: 2020Z02502."""

    value: str

    def __post_init__(self) -> None:
        if _ZAAK.fullmatch(self.value) is None or "z" in self.value:
            raise ValueError(f"{self.value!r} is no question number; one looks like 2020Z02502")

    def __str__(self) -> str:
        return self.value

    @property
    def year(self) -> int:
        """The calendar year in which the Kamer registered it."""
        return int(self.value[:4])

    @classmethod
    def read(cls, printed: str) -> "QuestionNumber | None":
        """The number in a printed form, blanks and small z forgiven; None where it is none.

        >>> str(QuestionNumber.read("2024Z 17972"))
        '2024Z17972'
        """
        match = _ZAAK_LENIENT.fullmatch(printed.strip())
        return cls(f"{match[1]}Z{match[2]}") if match else None


def question_numbers_in(text: str) -> tuple[str, ...]:
    """All question numbers in a text, in order of appearance, each once."""
    return tuple(dict.fromkeys(f"{match[1]}Z{match[2]}" for match in _ZAAK_LENIENT.finditer(text)))


@dataclass(frozen=True, slots=True, order=True)
class AppendixNumber:
    """A number in the Aanhangsel of one session: 20192020-2893. Answers and delay notices share the series."""

    session: str
    number: int

    def __post_init__(self) -> None:
        if not _is_session(self.session) or self.number < 1:
            raise ValueError(f"{self.session}-{self.number} is no appendix number; one looks like 20192020-2893")

    def __str__(self) -> str:
        return f"{self.session}-{self.number}"

    @property
    def publication(self) -> str:
        """The name under which the Tweede Kamer's Aanhangsel is published: ah-tk-20192020-2893."""
        return f"ah-tk-{self.session}-{self.number}"

    @classmethod
    def of(cls, session_year: str, number: int) -> "AppendixNumber | None":
        """From a printed session ("2019-2020", "2021/22") and a number; None where either is impossible."""
        session = session_digits(session_year)
        return cls(session, number) if session and number > 0 else None


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationName:
    """A publication name read into its parts. ``suffix`` marks a reprint or a re-publication: h1, n1, a."""

    value: str
    series: Series
    kind: NameKind
    number: str
    chamber: Literal["tk", "ek"] | None = None
    session: str | None = None
    suffix: str = ""

    def __str__(self) -> str:
        return self.value

    @property
    def base(self) -> str:
        """The name that all printings share: without suffix, with a capital Z."""
        stem = self.value.removesuffix(self.suffix).removesuffix("-") if self.suffix else self.value
        return stem.replace("z", "Z") if self.kind == "zaak" else stem

    @property
    def edition(self) -> int:
        """0 for the first printing, 1 for a reprint (h1, n1, a), 2 for the second reprint."""
        if not self.suffix:
            return 0
        return int(self.suffix[1:]) if self.suffix[1:].isdigit() else 1

    @property
    def question_number(self) -> str | None:
        """The Zaak number in a question's name, or None."""
        return self.number.upper() if self.kind == "zaak" else None

    @property
    def session_year(self) -> str | None:
        """The session that the name itself tells: "2019-2020"."""
        if self.session:
            return f"{self.session[:4]}-{self.session[4:]}"
        return old_session_year(self.number) if self.kind == "old" else None

    @property
    def formatted(self) -> bool:
        """Whether it names the formatted publication, not the first unformatted one."""
        return self.kind != "unformatted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A name that fits no form: kept as it is, with the rule that set it apart and what it may have meant."""

    value: str
    rule: str
    candidates: tuple[str, ...] = field(default=())

    def __str__(self) -> str:
        return self.value

    @property
    def known_form(self) -> bool:
        """Whether it is the name of a question or an answer at all, only oddly formed."""
        return self.rule not in _NO_NAMES

    @property
    def likely(self) -> str | None:
        """The likely right name, where there is exactly one candidate."""
        return self.candidates[0] if len(self.candidates) == 1 else None


def parse_publication(name: str) -> PublicationName | Quarantined:
    """The parts of a publication name, or the name quarantined by rule.

    >>> parse_publication("ah-tk-20192020-2893-n1").base
    'ah-tk-20192020-2893'
    >>> parse_publication("kv-2007-01-11").rule
    'a-date-as-number'
    """
    return _parsed(name) if len(name) < _LONG else _sound(name) or _quarantine(name)


@lru_cache(maxsize=8192)
def _parsed(name: str) -> PublicationName | Quarantined:
    return _sound(name) or _quarantine(name)


def _sound(name: str) -> PublicationName | None:
    for kind, pattern in _FORMS:
        if match := pattern.fullmatch(name):
            read = _publication(name, kind, match)
            return read if _consistent(read) else None
    return None


def _publication(name: str, kind: NameKind, match: re.Match[str]) -> PublicationName:
    parts = match.groupdict()
    unnamed = match.groups()[len(parts):]
    suffix = next((part for part in unnamed if part), "")
    return PublicationName(
        value=name, series=parts["series"], kind=kind, number=parts["number"],  # type: ignore[arg-type]
        chamber=parts.get("chamber") or ("tk" if kind in {"zaak", "old"} else None),  # type: ignore[arg-type]
        session=parts.get("session"), suffix=suffix,
    )


def _consistent(name: PublicationName) -> bool:
    if name.kind == "old":
        return old_session_year(name.number) is not None
    return name.session is None or _is_session(name.session)


def _quarantine(name: str) -> Quarantined:
    session = re.match(r"ah-[te]k-(\d{8})-", name, re.ASCII)
    if session and not _is_session(session[1]):
        return Quarantined(value=name, rule="session-years-do-not-follow", candidates=_repaired(name, session[1]))
    if match := _APPENDIX_WITH_LETTERS.fullmatch(name):
        return Quarantined(value=name, rule="appendix-number-with-letters", candidates=(match[1] + match[2],))
    rule = next((rule for rule, pattern in _QUARANTINE_RULES if pattern.fullmatch(name)), "no-question-and-no-answer")
    return Quarantined(value=name, rule=rule)


def _repaired(name: str, session: str) -> tuple[str, ...]:
    """The name with either of its two years trusted, where that gives a name."""
    first, last = int(session[:4]), int(session[4:])
    sessions = (f"{last - 1:04}{last:04}", f"{first:04}{first + 1:04}")
    return tuple(repaired for years in sessions if _sound(repaired := name.replace(session, years, 1)))


def _is_session(digits: str) -> bool:
    return len(digits) == 8 and digits.isascii() and digits.isdigit() and int(digits[4:]) == int(digits[:4]) + 1


def session_digits(printed: str) -> str | None:
    """Eight digits of a session as printed: "2019-2020", "2019–2020", "2021/22", "2022/-23"; None where impossible.

    >>> session_digits("2021/22")
    '20212022'
    """
    match = _SESSION.fullmatch(printed.strip())
    if match is None:
        return None
    first, last = match[1], match[2]
    century = int(first[:2]) + (1 if first[2:] == "99" else 0)
    digits = first + (last if len(last) == 4 else f"{century}{last}")
    return digits if _is_session(digits) else None


def old_session_year(number: str) -> str | None:
    """The session in a ten-digit number of 1995 to 2009: 2070824650 is of 2007-2008."""
    first, last = int(number[1:3]), int(number[3:5])
    if not number.startswith("2") or (first + 1) % 100 != last:
        return None
    year = 1900 + first if first > 50 else 2000 + first
    return f"{year}-{year + 1}"


def opening_day(year: int) -> date:
    """The third Tuesday of September (Prinsjesdag), on which a session of the parliament begins."""
    weekday = date(year, 9, 1).weekday()
    return date(year, 9, 15 + (1 - weekday) % 7)


def session_year_of(day: date) -> str:
    """The session that a day belongs to.

    >>> session_year_of(date(2020, 2, 10))
    '2019-2020'
    """
    first = day.year if day >= opening_day(day.year) else day.year - 1
    return f"{first}-{first + 1}"


def case_sort_key(number: str) -> tuple[int, str, str]:
    """Sorts case numbers of every form by year, then by number: Zaak numbers and publication names together."""
    if _ZAAK.fullmatch(number):
        return int(number[:4]), number[5:], number
    name = parse_publication(number)
    session = name.session_year if isinstance(name, PublicationName) else None
    digits = name.number if isinstance(name, PublicationName) else number
    return int(session[:4]) if session else 0, digits.rjust(12, "0"), number


def sorted_cases(numbers: Iterable[str]) -> tuple[str, ...]:
    """Case numbers in the order of ``case_sort_key``."""
    return tuple(sorted(numbers, key=case_sort_key))


def nameless_case_number(sha256: str) -> str:
    """What a case is called as long as its only paper has neither a number nor a name: after its bytes."""
    return f"stuk-{sha256[:12]}"


def is_case_number(value: str) -> bool:
    """Whether a case can have this number: of a Zaak, of a publication (odd ones too), or of a paper without a name."""
    if _ZAAK.fullmatch(value) or _NAMELESS.fullmatch(value):
        return True
    read = parse_publication(value)
    return isinstance(read, PublicationName) or read.known_form
