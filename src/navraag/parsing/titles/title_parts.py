"""A title block cut into its parts: what stands before, who asks what, who answers, "Zie ook".

Everything here works on text whose white space is folded (``tidy``), so that the patterns can rely on single blanks.
"""

import re
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize

from navraag.parsing.titles.offices import IS_ROLE

AnswerKind = Literal["", "answer", "delay_notice"]

_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_ASKED = re.compile(
    r"(?:(?:[Nn]adere|[Aa]anvullende|[Nn]ieuwe|[Hh]ernieuwde) |[Vv]ervolg)?(?:[Mm]ondelinge |MONDELINGE |[Ss]chriftelijke )?(?:[Kk]amer)?"
    r"(?:[Vv]ra(?:gen|ag)|VRAGEN) ?(?:die )?(?:gesteld |ingediend )?(?:van|door) ?(?:(?:het|de|een) ?)*(?:(?:Tweede|Eerste)[- ])?(?:[Kk]amer)?"
    r"(?:(?:leden|lid)(?![a-zà-ÿ]| der )|(?=fracties?\b|(?:vaste |algemene )?commissies?\b))(?: (?:van de (?:Tweede |Eerste )?Kamer|leden|lid)\b)*"
)
_ASKED_BY_NAME = re.compile(r"(?:[Mm]ondelinge |[Ss]chriftelijke )?Vragen van (?=[A-ZÀ-Þ][^()]{1,60}\([^()]{1,40}\) aan )")
_ASKED_IN_A_SENTENCE = re.compile(r"\b(?:[Hh]ebben|[Hh]eeft|[Dd]e (?:schriftelijke )?(?:[Kk]amer)?(?:vragen )?(?:die )?door) (?:de leden|het lid) ")
_ANOTHER_TITLE = re.compile(r"(?<=[.)] )(?:Mondelinge v|Schriftelijke v|V)ragen van (?:het lid|de leden) ")
_ANSWERED = re.compile(
    r"(?:(?:[Nn]ader|[Aa]anvullend|[Gg]ewijzigd|[Hh]erzien|[Gg]ecorrigeerd|[Vv]oorlopig|[Vv]erbeterd|[Tt]weede)e? )?"
    r"(?P<kind>[Aa]ntwoord(?:en)?|[Mm]ededeling(?:en)?|[Uu]itstel(?:bericht)?) ?(?:van|door|namens) ?(?:(?:de|het) ?)?"
)
_ANSWER_WORDS = ("ntwoord", "ededeling", "itstel")
_MAY_BEGIN_AFTER = frozenset(".)]:;0123456789")
_SEE_ALSO = re.compile(r"\b[Zz]ie ?(?:ook[ :]*)?(?:(?:de|het) )?(?:Kamervragen )?(?=Aanhangsel|Handelingen|II? ?\d|II?,|[Vv]ergaderjaar)")
_HEADLINE = re.compile(r"(?:\w{3,12} )?(?:[Bb]e|[Aa]n)t?antwoord(?:en|ing)?\b|(?:[Uu]itstel|[Rr]eactie|[Mm]ededeling|Betreft)")


def tidy(text: str) -> str:
    """White space folded to single blanks, invisible characters gone, accents on their letters."""
    return " ".join(normalize("NFC", _INVISIBLE.sub("", text)).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleParts:
    """The parts of a title block; ``asked_at`` is where the members begin in ``question`` (0 without question).

    ``headline`` is a line about the questions ("Beantwoording vragen van …"), ``sentence`` one of running text;
    ``another`` is a second title: one paper may answer two sets of questions.
    """

    before: str
    question: str = ""
    asked_at: int = 0
    sentence: bool = False
    headline: bool = False
    answer: str = ""
    answer_kind: AnswerKind = ""
    see_also: str = ""
    another: str = ""


def _answer_head(text: str) -> re.Match[str] | None:
    """Where the line of the answer begins; "het antwoord van minister X" inside a subject is none."""
    if not any(word in text for word in _ANSWER_WORDS):
        return None
    for match in _ANSWERED.finditer(text):
        begins = not match.start() or text[max(0, match.start() - 2) : match.start()].rstrip()[-1:] in _MAY_BEGIN_AFTER
        if begins and IS_ROLE.match(text, match.end()):
            return match
    return None


def _asking_head(text: str) -> re.Match[str] | None:
    return _ASKED.search(text) or _ASKED_BY_NAME.search(text) or _ASKED_IN_A_SENTENCE.search(text)


def cut(title: str) -> TitleParts:
    """The parts of a tidy title block."""
    body, see_also = title, ""
    if found := _SEE_ALSO.search(title):
        body, see_also = title[: found.start()], title[found.end() :]
    asking, answering = _asking_head(body), _answer_head(body)
    asks = asking.start() if asking else len(body)
    answers = answering.start() if answering else len(body)
    before = body[: min(asks, answers)]
    kind: AnswerKind = ""
    if answering:
        kind = "answer" if answering["kind"][0] in "Aa" else "delay_notice"
    headline = _HEADLINE.match(before) is not None
    question = body[asks : answers if answers > asks else len(body)]
    second = _ANOTHER_TITLE.search(question, 1)
    return TitleParts(
        before=before,
        question=question[: second.start()] if second else question,
        another=question[second.start() :] if second else "",
        asked_at=asking.end() - asks if asking else 0,
        sentence=not headline and asking is not None and (asking.re is _ASKED_IN_A_SENTENCE or asking[0][0].islower()),
        headline=headline,
        answer=body[answering.end() : asks if asks > answers else len(body)] if answering else "",
        answer_kind=kind,
        see_also=see_also,
    )
