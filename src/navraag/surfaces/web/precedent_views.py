"""Precedents as the page shows them: words marked that a question and an earlier pair share."""

import re
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from navraag.records.precedents import Precedent
from navraag.surfaces.drafting.finding import Precedents, is_own
from navraag.surfaces.drafting.telling import citation, shared
from navraag.surfaces.links import pair_path
from navraag.surfaces.web.site import Visit
from navraag.surfaces.web.wording import answerer_names, asker_names

LONGEST_SHOWN = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One earlier pair."""

    number: str
    href: str
    subject: str
    askers: str
    answerers: str
    tabled_on: date | None
    answered_on: date | None
    score: int
    near_duplicate: bool
    own: bool
    shared: str
    question: Markup
    answers: tuple[Markup, ...]
    cut: bool
    citation: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the draft, with what was found for it."""

    label: str
    text: str
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What the page shows of a draft."""

    subject: str
    case: str
    questions: tuple[Question, ...]
    total: int
    left_out: int


def view(held: Precedents, visit: Visit) -> View:
    """What was found, ready for the page."""
    questions = tuple(
        Question(label=one.question.label, text=one.question.plain, found=tuple(_found(found, held, visit) for found in one.found)) for one in held.questions
    )
    draft = held.draft
    return View(subject=draft.subject, case=draft.case, questions=questions, total=held.total, left_out=draft.left_out)


def _found(found: Precedent, held: Precedents, visit: Visit) -> Found:
    pair, say = found.candidate, visit.say
    words = [one.found for one in found.shared]
    return Found(
        number=pair.pair, href=visit.href(pair_path(pair.case, pair.label)), subject=pair.subject, askers=say.listing(asker_names(pair.askers)),
        answerers=say.listing(answerer_names(pair.answerers, say)), tabled_on=pair.tabled_on, answered_on=pair.answered_on, score=round(found.score * 100),
        near_duplicate=found.near_duplicate, own=is_own(found, held.draft), shared=shared(found), question=marked(pair.question, words),
        answers=tuple(marked(answer[:LONGEST_SHOWN], words) for answer in pair.answers), cut=any(len(answer) > LONGEST_SHOWN for answer in pair.answers),
        citation=f"{citation(pair)}. {visit.absolute(pair_path(pair.case, pair.label))}",
    )


def marked(text: str, words: list[str]) -> Markup:
    """A text with these words marked.

    >>> marked("Een dijk & een brug", ["dijk"])
    Markup('Een <mark>dijk</mark> &amp; een brug')
    """
    if not words:
        return escape(text)
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    made, at = Markup(""), 0
    for match in pattern.finditer(text):
        made += escape(text[at:match.start()]) + Markup("<mark>{}</mark>").format(match[0])
        at = match.end()
    return made + escape(text[at:])
