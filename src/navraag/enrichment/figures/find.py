"""find_figures(): the numbers of a text, each with its unit and what the sentence says about it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from navraag.enrichment.figures.context import counted_after, counted_before, source_of
from navraag.enrichment.figures.dates import Day, days, period_near, periods
from navraag.enrichment.figures.numbers import (
    BEFORE,
    FRACTION,
    ORDER,
    RATIO,
    START,
    START_DIGITS,
    Number,
    fraction_of,
    number_at,
    order_of,
    value_of,
)
from navraag.enrichment.figures.tables import Row, find_in_rows, rows_in
from navraag.enrichment.figures.words import (
    ESTIMATE,
    MONEY,
    PER,
    YEARLY,
    bound_before,
    names_something,
    quoted_from,
    unit_at,
)
from navraag.enrichment.screening import mentions
from navraag.enrichment.sentences import Sentence, sentences
from navraag.records.figures import Figure, FigureKind

_DIGIT = re.compile(r"\d")
_SMALL = re.compile(r"\b(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b")
_LARGE = ("tig", "tien", "honderd", "duizend", "miljoen", "miljard", "half", "anderhal")
_PARTS = ("helft", "kwart", "derde", "vierde", "vijfde", "zesde", "achtste", "tiende", "honderdste", "meerderheid")
_ORDERS = ("tientallen", "honderden", "duizenden", "miljoenen", "miljarden")
_OF = re.compile(r"(?:\d|n|e|r|f|s|t) (?:op|van) (?:de |elke |\d|vi|zes|tien|twi|hon|dui)")
_ESTIMATES = ("schat", "raming", "geraamd", "ramen", "raamt", "prognose", "verwacht", "voorspel")
_VERB_ACHT = re.compile(r"[ \u00a0](?:het|dit|ik|dat|deze|die|u|zich|de|een|mij|wij|slaan|genomen)\b", re.IGNORECASE)
_NEXT = re.compile(r"[ \u00a0]?(?:,|en|of|naar|tot)[ \u00a0](?:en |ruim |circa |bijna |respectievelijk )?(?=\d)", re.IGNORECASE)
_IS = re.compile(r"\b(?:waren|zijn|was|is|bedraagt|bedroeg|bedragen|om|op|ging om|gaat om|komt neer op)[ \u00a0](?:het |dat |dit |er |dat er )?$", re.IGNORECASE)
_SIGNS = {"€": "EUR", "eur": "EUR", "$": "USD", "us$": "USD", "£": "GBP"}
_LONGEST_PLAIN = 6
_MOST_IN_ONE = 150  # a sentence with more numbers is a dump of data, and would keep all others waiting
_ADDRESS = re.compile(r"https?://\S{1,300}|www\.\S{1,300}|\b[\w.-]{2,60}\.(?:nl|com|org|eu|be)/\S{1,300}|\bECLI:\S{5,60}")
Spans = list[tuple[int, int]]


def find_figures(text: str, rows: Sequence[Row] = (), *, dated: bool = True) -> Iterator[Figure]:
    """Every number of a text, dates and years among them by their own kinds; what only names something is left out.

    ``rows`` are the rows of its tables; where none are given, lines with tabs are. Without ``dated`` days and years are only passed over.
    """
    rows = rows or rows_in(text)
    yield from find_in_rows(text, rows)
    spans = [(row[0][0], row[-1][0] + len(row[-1][1])) for row in rows]
    for sentence in sentences(text):
        if spans and any(start <= sentence.start < end for start, end in spans):
            continue
        spelled = mentions(sentence.low, _LARGE) or bool(_SMALL.search(sentence.low))
        if spelled or _DIGIT.search(sentence.words) or mentions(sentence.low, _PARTS):
            yield from _in_sentence(sentence, START if spelled else START_DIGITS, dated=dated)


def _in_sentence(sentence: Sentence, start: re.Pattern[str], *, dated: bool) -> Iterator[Figure]:
    words, low = sentence.words, sentence.low
    taken: Spans = [(match.start(), match.end()) for match in _ADDRESS.finditer(words)] if mentions(words, ("/", "ECLI")) else []
    found: list[Figure] = []
    for day in days(words, low):
        if not _inside(day.start, taken):
            if dated:
                found.append(_of_day(words, day))
            taken.append((day.start, day.end))
    for needed, rule in ((_OF.search(low), _ratios), (mentions(low, _PARTS), _fractions), (mentions(low, _ORDERS), _orders)):
        if needed:
            for figure in rule(words, taken):
                found.append(figure)
                taken.append((figure.start, figure.end))
    found += _numbers(words, taken, start)
    if found:
        yield from _placed(sorted(found, key=_place), sentence)


def _place(figure: Figure) -> int:
    return figure.start


def _inside(at: int, taken: Spans) -> bool:
    return any(start <= at < end for start, end in taken)


def _placed(found: list[Figure], sentence: Sentence) -> Iterator[Figure]:
    """The figures with their places in the whole text, and with what their sentence says of them."""
    words = sentence.words
    amounts = any(figure.kind not in {"date", "year"} for figure in found)
    named, source, estimate = (periods(words, sentence.low), source_of(words, sentence.low), mentions(sentence.low, _ESTIMATES) and bool(ESTIMATE.search(words))) if amounts else ((), "", False)
    for figure in found:
        start, end = figure.start + sentence.start, figure.end + sentence.start
        if figure.kind in {"date", "year"}:
            yield replace(figure, start=start, end=end)
        else:
            yield replace(figure, start=start, end=end, period=period_near(named, figure.start, figure.end), source=source, estimate=estimate)


def _of_day(words: str, day: Day) -> Figure:
    kind: FigureKind = "year" if day.is_year else "date"
    value = float(day.period) if day.is_year else None
    return Figure(quote=words[day.start : day.end], start=day.start, end=day.end, kind=kind, unit=kind, rule=f"figure-{kind}", value=value, period=day.period)


def _ratios(words: str, taken: Spans) -> Iterator[Figure]:
    for join in RATIO.finditer(words):
        first = BEFORE.search(words, max(0, join.start() - 24), join.start())
        part, whole = value_of(first[0]) if first else None, value_of(join["y"])
        if first is None or part is None or whole is None or not 0 < part < whole or (join["word"].casefold() == "van de" and whole > 100):
            continue
        start, end = first.start(), join.end()
        if not _inside(start, taken) and not names_something(words, start, end):
            yield Figure(
                quote=words[start:end], start=start, end=end, kind="ratio", unit="ratio", rule="figure-ratio", value=part, upper=whole,
                counted=counted_after(words, end), bound=bound_before(words, start),
            )


def _fractions(words: str, taken: Spans) -> Iterator[Figure]:
    for match in FRACTION.finditer(words):
        if not _inside(match.start(), taken):
            yield Figure(
                quote=match[0], start=match.start(), end=match.end(), kind="share", unit="percent", rule="figure-fraction",
                value=round(fraction_of(match), 2), counted=counted_after(words, match.end()), bound=bound_before(words, match.start()),
            )


def _orders(words: str, taken: Spans) -> Iterator[Figure]:
    for match in ORDER.finditer(words):
        if not _inside(match.start(), taken):
            unit = unit_at(words, match.end())
            yield Figure(
                quote=words[match.start() : unit[2] if unit else match.end()], start=match.start(), end=unit[2] if unit else match.end(),
                kind=unit[1] if unit else "count", unit=unit[0] if unit else "", rule="figure-order", order=order_of(match),
                counted="" if unit else counted_after(words, match.end()), bound="about",
            )


def _numbers(words: str, taken: Spans, begins: re.Pattern[str]) -> Iterator[Figure]:
    done = 0
    for match in islice(begins.finditer(words), _MOST_IN_ONE):
        at = match.start()
        if at < done or _inside(match.end(), taken):
            continue
        number = number_at(words, at)
        if number is None or _inside(number.end - 1, taken):
            continue
        if figure := _figure(words, number):
            done = figure.end
            yield figure


def _figure(words: str, number: Number) -> Figure | None:
    """A number with its unit, or with what it counts; None where it is the name of something, or counts nothing."""
    unit = unit_at(words, number.end)
    if _is_no_amount(words, number, has_unit=unit is not None or bool(number.sign)):
        return None
    end = unit[2] if unit else number.end
    name, kind = (unit[0], unit[1]) if unit else ("", "count")
    if number.sign:
        name, kind = _SIGNS[number.sign.casefold()], "money"
    counted = "" if kind in {"money", "duration"} else counted_after(words, end) or (counted_before(words, number.start) if not unit else "")
    if not name and number.value >= 1e6 and not counted and MONEY.search(words):
        name, kind = "EUR", "money"
    bound, start = bound_before(words, number.start), quoted_from(words, number.start)
    if not name and (shared := _shared_unit(words, end)):
        name, kind, counted = shared[0], shared[1], ""
    if not name and not counted and not bound and not _IS.search(words, max(0, number.start - 24), number.start):
        return None
    return Figure(
        quote=words[start:end], start=start, end=end, kind=kind, unit=name, rule=f"figure-{kind}", value=number.value, upper=number.upper, bound=bound,
        counted=counted, per=_per(words, end, kind),
    )


def _shared_unit(words: str, end: int) -> tuple[str, FigureKind, int] | None:
    """The unit of the number that follows in one breath: "van 10 naar 15 procent", "10, 12 en 15 procent"."""
    for _ in range(4):
        match = _NEXT.match(words, end)
        number = number_at(words, match.end()) if match else None
        if number is None:
            return None
        if unit := unit_at(words, number.end):
            return unit
        end = number.end
    return None


def _is_no_amount(words: str, number: Number, *, has_unit: bool) -> bool:
    """A name, a mark, a verb ("acht ik"), an own reference of a ministry, or a score ("2-1")."""
    if names_something(words, number.start, number.end) and not (has_unit and words[number.end : number.end + 1] in {"", " ", "%", "\u00a0"}):
        return True
    if words[number.end : number.end + 1].isalpha() and not has_unit:
        return True  # "161quater"
    if has_unit:
        return False
    plain = number.printed
    if plain[:1].isupper() and number.start:
        return True  # "de Schijf van Vijf"
    if plain.casefold() == "acht" and _VERB_ACHT.match(words, number.end):
        return True
    return number.between in {"-", "–"} or (plain.isdigit() and (len(plain) > _LONGEST_PLAIN or plain.startswith("0")))


def _per(words: str, end: int, kind: FigureKind) -> str:
    match = PER.match(words, end)
    if match:
        return match["per"].casefold() if match["per"] else "jaar"
    return "jaar" if kind == "money" and YEARLY.search(words) else ""
