"""A draft of follow-up questions: what an answer left open, with its words; a person chooses.

Nothing here says that a question was not answered: it says which rule recognised what, or none, and quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from navraag.enrichment.base import ENRICHMENTS, findings
from navraag.records.cases import Case, Pair
from navraag.records.found import Finding
from navraag.surfaces.drafting.telling import official_address
from navraag.surfaces.drafting.word import WordFile
from navraag.surfaces.dutch import dutch_date, joined, member, office

_READ = frozenset({"commitments", "data_gaps", "refusals", "answer_status"})
_SENTENCE_END = re.compile(r"[.?!]\s+")
_PROMISES = frozenset({"commitment", "intention", "announced_action"})
HOW = (
    "Voorstellen om uit te kiezen, gemaakt uit wat regels in de antwoorden herkenden. Controleer elk voorstel aan de aangehaalde woorden: "
    "dat geen antwoord herkend is, betekent niet dat er niet geantwoord is."
)
_NONE = "In de antwoorden is geen leemte, weigering of toezegging herkend. Hieronder staan de vragen met hun antwoorden."
_UNANSWERED = "Op deze vragen is nog geen antwoord aangetroffen. Hieronder staan zij."


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One follow-up question, the words on which it rests, and why it is proposed."""

    labels: tuple[str, ...]
    question: str
    quote: str
    why: str


def proposals(case: Case, today: date) -> tuple[Proposal, ...]:
    """What may be asked next, in the order of the questions; the same words give one proposal."""
    chosen = [enrichment for enrichment in ENRICHMENTS if enrichment.name in _READ]
    found = [_proposal(finding, case, today) for finding in findings(case, chosen)]
    made = {(one.quote, one.why): one for one in (*_unanswered(case), *found) if one}
    order = {pair.label: at for at, pair in enumerate(case.pairs)}
    return tuple(sorted(made.values(), key=lambda one: min((order.get(label, len(order)) for label in one.labels), default=len(order))))


def _unanswered(case: Case) -> Iterator[Proposal]:
    """Questions to which no answer is held although others are answered."""
    for pair in case.pairs:
        if case.answers and not pair.answers:
            yield Proposal(
                labels=(pair.label,), quote=pair.question.text.plain, why="bij deze vraag is geen antwoord aangetroffen",
                question=f"Kunt u vraag {pair.label} alsnog beantwoorden?",
            )


def _proposal(finding: Finding, case: Case, today: date) -> Proposal | None:
    found, labels = finding.found, finding.labels
    where = f"In het antwoord op {_questions(labels)}" if labels else "In uw antwoord"
    if found.kind == "data_gap":
        return Proposal(
            labels=labels, quote=found.quote, why="het antwoord noemt een leemte in gegevens",
            question=f"{where} schrijft u dat gegevens ontbreken. Bent u bereid deze alsnog te verzamelen of te laten onderzoeken? Zo nee, waarom niet?",
        )
    if found.kind == "refusal":
        return Proposal(
            labels=labels, quote=found.quote, why="het antwoord gaat op dit punt niet in op de vraag en noemt een grond",
            question=f"{where} gaat u op een onderdeel niet in. Kunt u toelichten waarom dat niet kan, en wat u wel kunt melden?",
        )
    if found.kind in _PROMISES:
        return _promise(finding, where, today)
    return _open_part(finding, case) if found.kind == "status" else None


def _promise(finding: Finding, where: str, today: date) -> Proposal:
    found = finding.found
    if found.latest and found.latest < today:
        why = f"een toezegging of voornemen, waarvan de genoemde termijn op {dutch_date(found.latest)} verstreken is"
        asked = f"{where} kondigt u iets aan. Is dit inmiddels gebeurd? Zo nee, waarom niet, en wanneer wel?"
    else:
        term = f", met als termijn {dutch_date(found.latest)}" if found.latest else ", zonder einddatum"
        why, asked = f"een toezegging of voornemen{term}", f"{where} kondigt u iets aan. Wat is de stand van zaken, en wanneer wordt de Kamer daarover geïnformeerd?"
    return Proposal(labels=finding.labels, quote=found.quote, why=why, question=asked)


def _open_part(finding: Finding, case: Case) -> Proposal | None:
    """A sub-question in whose answer no rule recognised an explicit answer."""
    payload = finding.found.payload
    label = str(payload.get("label", ""))
    pair = next((one for one in case.pairs if one.label == label), None)
    if finding.found.key != "not_recognised" or pair is None or payload.get("condition"):
        return None  # "Zo nee, waarom niet?" is asked only where the answer is no
    start, end = payload.get("asked_start", 0), payload.get("asked_end", 0)
    asked = _sentence(pair.question.text.plain, start, end) if isinstance(start, int) and isinstance(end, int) else ""
    if not asked:
        return None
    return Proposal(
        labels=(label,), quote=asked, why="op dit onderdeel van de vraag is geen uitdrukkelijk antwoord herkend",
        question=f"Kunt u het onderdeel van vraag {label} dat hierboven is aangehaald alsnog uitdrukkelijk beantwoorden?",
    )


def _sentence(text: str, start: int, end: int) -> str:
    """The words of a part; where they begin within a sentence, the whole of it."""
    if text[start:start + 1].islower():
        start = max((match.end() for match in _SENTENCE_END.finditer(text, 0, start)), default=0)
    return " ".join(text[start:end].split())


def _questions(labels: tuple[str, ...]) -> str:
    return f"vraag {labels[0]}" if len(labels) == 1 else f"de vragen {joined(list(labels))}"


def followup_file(case: Case, found: tuple[Proposal, ...]) -> bytes:
    """The draft as a Word file: heading, the proposals with what they rest on, the source; the pairs where there is none."""
    made = WordFile(f"Concept vervolgvragen op {case.number}")
    made.line(_heading(case), bold=True)
    made.line(HOW if found else _NONE if case.answers else _UNANSWERED, italic=True)
    for number, one in enumerate(found, start=1):
        made.line(f"Vraag {number}", bold=True)
        made.quotation(one.quote)
        made.line(one.question)
        made.line(f"Grond: {one.why}{f' ({case.number}, vraag {joined(list(one.labels))})' if one.labels else f' ({case.number})'}.", italic=True)
    if not found:
        for pair in case.pairs:
            _pair(made, pair)
    answered = joined([f"{paper.publication or 'het antwoord'} ({dutch_date(paper.received_on)})" for paper in case.answers])
    made.line(f"Bron: Kamervragen {case.number}{f', beantwoord in {answered}' if answered else ''}. {official_address(case.number)}")
    return made.data()


def _heading(case: Case) -> str:
    who = joined([member(one) for one in case.askers])
    whom = joined([f"de {office(one)}" if one.role else one.printed for one in case.addressees])
    asked = f" aan {whom}" if whom else ""
    return f"Concept: vervolgvragen{f' van {who}' if who else ''}{asked} over {case.subject or case.number}, in aanvulling op Kamervragen {case.number}"


def _pair(made: WordFile, pair: Pair) -> None:
    made.line(f"Bij vraag {pair.label}", bold=True)
    made.quotation(pair.question.text.plain)
    for given in pair.answers:
        made.line("Het antwoord luidde:")
        made.quotation(given.answer.text.plain)
