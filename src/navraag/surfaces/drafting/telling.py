"""Precedents told: as JSON, as Markdown and in a terminal, each with what is needed to cite it."""

import textwrap
from collections.abc import Iterable, Iterator

from navraag.records.precedents import Candidate, Precedent
from navraag.surfaces.drafting.finding import Precedents, Sought, is_own
from navraag.surfaces.drafting.related import Double
from navraag.surfaces.dutch import dutch_date, holder, joined, member
from navraag.surfaces.links import is_case, publication_url, registration_url
from navraag.surfaces.shapes import Shape, answerer_shape, asker_shape, iso, office_shape

WIDTH = 96
QUOTED = 600
_SPECIAL = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_{}[]<>#|"})


def official_address(number: str) -> str:
    """Where the official source of a case is: the Kamer's own page, or the publication by whose name it goes."""
    return registration_url(number) or (publication_url(number) if is_case(number) or number.startswith("ah-") else None) or ""


def citation(pair: Candidate) -> str:
    """How an earlier pair is cited: number, who asked and answered, on which days."""
    parts = [f"Kamervraag {pair.case}, vraag {pair.label}"]
    if pair.askers:
        parts.append(f"van {joined([member(who) for who in pair.askers])}")
    if pair.tabled_on:
        parts.append(f"ingediend op {dutch_date(pair.tabled_on)}")
    if pair.answers:
        by = f" door {joined([holder(who) for who in pair.answerers])}" if pair.answerers else ""
        parts.append(f"beantwoord{by}" + (f" op {dutch_date(pair.answered_on)}" if pair.answered_on else ""))
    else:
        parts.append("nog zonder antwoord")
    return ", ".join(parts)


def likeness(found: Precedent) -> str:
    """How like it is, for people: a score of a hundred, and whether it nearly repeats the question."""
    score = f"Score {round(found.score * 100)} van 100"
    return f"{score}; vrijwel dezelfde vraag" if found.near_duplicate else score


def shared(found: Precedent) -> str:
    """The shared words; where the earlier pair writes one otherwise, its form follows in brackets."""
    return ", ".join(one.word if one.word.lower() == one.found.lower() else f"{one.word} ({one.found})" for one in found.shared)


def precedents_shape(held: Precedents) -> Shape:
    """The public JSON shape of what was found."""
    draft = held.draft
    return {
        "case": draft.case or None, "subject": draft.subject, "ministries": list(draft.ministries), "left_out": draft.left_out,
        "questions": [
            {"label": one.question.label, "text": one.question.plain, "precedents": [_found_shape(found, held) for found in one.found]} for one in held.questions
        ],
    }


def _found_shape(found: Precedent, held: Precedents) -> Shape:
    pair = found.candidate
    return {
        "pair": pair.pair, "case": pair.case, "label": pair.label, "score": found.score, "near_duplicate": found.near_duplicate,
        "own_ministry": is_own(found, held.draft), "shared": [{"word": one.word, "found": one.found} for one in found.shared],
        "subject": pair.subject, "tabled_on": iso(pair.tabled_on), "answered_on": iso(pair.answered_on),
        "askers": [asker_shape(who) for who in pair.askers], "addressees": [office_shape(who) for who in pair.addressees],
        "answerers": [answerer_shape(who) for who in pair.answerers], "ministries": list(pair.ministries), "question": pair.question,
        "answers": list(pair.answers), "same_answer": list(found.same_answer), "url": official_address(pair.case) or None, "citation": citation(pair),
    }


def markdown(held: Precedents) -> str:
    """What was found as Markdown: each question, then its precedents with their words quoted whole."""
    return "\n".join(line.rstrip() for line in _markdown_lines(held)) + "\n"


def _markdown_lines(held: Precedents) -> Iterator[str]:
    yield f"# Precedenten{f' bij {held.draft.case}' if held.draft.case else ''}"
    yield ""
    if held.draft.subject:
        yield from (_plain(held.draft.subject), "")
    for one in held.questions:
        yield from (f"## Vraag {_plain(one.question.label)}", "")
        yield from _quoted(one.question.plain)
        yield ""
        if not one.found:
            yield from (NOTHING, "")
        for number, found in enumerate(one.found, start=1):
            yield from _markdown_of(number, found, held)
    if held.draft.left_out:
        yield f"{held.draft.left_out} vragen zijn niet meegenomen."


NOTHING = "Geen eerdere vraag gevonden die hierop lijkt."


def _markdown_of(number: int, found: Precedent, held: Precedents) -> Iterator[str]:
    pair = found.candidate
    address = official_address(pair.case)
    own = " (eigen ministerie)" if is_own(found, held.draft) else ""
    yield f"### {number}. {_plain(pair.subject or pair.case)}{own}"
    yield ""
    yield _plain(citation(pair)) + f". {f'<{address}>' if address else ''}"
    yield ""
    yield f"{likeness(found)}. Gedeelde woorden: {_plain(shared(found)) or 'geen'}."
    yield ""
    yield from _quoted(pair.question)
    for answer in pair.answers:
        yield ">"
        yield from _quoted(answer, first="**Antwoord.** ")
    yield ""


def _quoted(text: str, first: str = "") -> Iterator[str]:
    lines = [_plain(" ".join(line.split())) for line in text.split("\n") if line.strip()]
    for at, line in enumerate(lines):
        yield from (">",) * bool(at)
        yield f"> {first if at == 0 else ''}{line}"


def _plain(text: str) -> str:
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable()).translate(_SPECIAL)


def precedents_lines(held: Precedents) -> Iterator[str]:
    """What was found, for a terminal: the words of an answer are cut after some lines."""
    for one in held.questions:
        yield f"Vraag {one.question.label}"
        yield from _wrapped(one.question.plain, "  ")
        yield ""
        yield from _found_lines(one, held)
    if held.draft.left_out:
        yield f"{held.draft.left_out} vragen zijn niet meegenomen."


def _found_lines(one: Sought, held: Precedents) -> Iterator[str]:
    if not one.found:
        yield from (f"  {NOTHING}", "")
    for number, found in enumerate(one.found, start=1):
        pair = found.candidate
        own = " · eigen ministerie" if is_own(found, held.draft) else ""
        yield f"  {number}. {pair.pair}  ({likeness(found).lower()}{own})"
        yield from _wrapped(f"{pair.subject}. {citation(pair)}.", "     ")
        yield from _wrapped(f"Gedeelde woorden: {shared(found) or 'geen'}.", "     ")
        yield from _wrapped(f"V: {_short(pair.question)}", "     ")
        yield from _wrapped(f"A: {_short(pair.answer)}", "     ") if pair.answers else ()
        yield ""


def _short(text: str) -> str:
    whole = " ".join(text.split())
    return whole if len(whole) <= QUOTED else textwrap.shorten(whole, QUOTED, placeholder=" …")


def _wrapped(text: str, indent: str) -> Iterator[str]:
    words = "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
    yield from textwrap.wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def double_shape(one: Double) -> Shape:
    """The public JSON shape of a case that asked the same within a fortnight."""
    return {
        "case": one.number, "subject": one.subject, "tabled_on": iso(one.tabled_on), "questions": [{"own": own, "other": other} for own, other in one.questions],
    }


def doubles_lines(found: Iterable[Double]) -> Iterator[str]:
    """The cases that asked the same within a fortnight, for a terminal; nothing where there are none."""
    for at, one in enumerate(found):
        yield from ("Binnen veertien dagen ook gevraagd",) * (at == 0)
        same = "; ".join(f"vraag {own} hier is vrijwel vraag {other} daar" for own, other in one.questions)
        yield from _wrapped(f"{one.number}, {dutch_date(one.tabled_on)}: {one.subject}. {(same or 'het onderwerp is vrijwel hetzelfde')}.", "  ")
