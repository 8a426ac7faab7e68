"""Words whose target stands in a note: "de Veiligheidsagenda 2030-2034[2]" with note 2 "Kamerstukken II …, nr. 139"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from navraag.enrichment.references.motions import find_motions
from navraag.enrichment.references.numbers import FINDERS
from navraag.enrichment.references.papers import find_papers
from navraag.enrichment.sentences import sentences
from navraag.records.findings import Reference

_B = r"[ \u00a0\n]"
_TARGETS = frozenset({"paper", "appendix", "case", "document", "proceedings", "gazette", "case_law"})
_PAPER = r"(?:kabinetsreactie|kamerbrief|brief|verzamelbrief|voortgangsbrief|beleidsbrief|voortgangsrapportage|initiatiefnota|nota|notitie|reactie|verslag|besluit|rapport|advies|richtlijn|actieplan|plan|agenda|wetsvoorstel|amendement|toezegging)"
_ANSWERED = (
    r"(?:(?:[Zz]oals|[Ii]n|[Bb]ij|[Zz]ie)\b[^.;]{0,40}?)?\b(?:uw|mijn|het|de|eerdere) ?(?:eerdere )?(?:antwoord(?:en)?|beantwoording)\b[^.;,]{0,30}\b(?:vraag|vragen)\b(?: \d{1,3})?(?: van(?: de| eerdere)? (?:schriftelijke )?vragen| van de schriftelijke vragen)?"
    r"|\b[Zz]oals (?:ik )?eerder\b[^.;,]{0,60}\b(?:aangegeven|gemeld|bericht|toegelicht|geantwoord|geschreven)\b"
)
_ANSWERED_WORDS = re.compile(_ANSWERED)
_DATE = rf"{_B}(?:van|d\.d\.){_B}\d{{1,2}}{_B}\w{{3,9}}{_B}\d{{4}}"
# "de kabinetsreactie van 3 mei 2031 op de initiatiefnota van het lid A": the note cites the reaction, its dossier is that of the nota.
_REACTION = re.compile(rf"(?P<reaction>\b(?:kabinetsreactie|reactie|appreciatie)(?:{_DATE})?){_B}op{_B}(?:de|het){_B}(?P<first>(?:initiatief)?nota\b[^.;]{{0,200}}$)")
# What the words before a mark may be, the most telling first.
_WORDS = tuple(re.compile(pattern) for pattern in (
    rf"\b{_PAPER}{_DATE}",
    rf"\b{_PAPER}\b(?:{_B}(?:van|d\.d\.|over|aan){_B}[^.;]{{1,120}}?)?(?=[,.;:]|$)|«[^»]{{3,200}}»|[\"“„][^\"”]{{3,200}}[\"”]|‘[^’]{{3,160}}’",
    rf"(?!(?:Kamer|Minister|Staatssecretaris|Nederland|Kabinet|Rijk|De|Het|Een|Dit|Deze|Hierin|Daarin|Zoals)\b)[A-ZÀ-Ý][\w’'-]{{2,40}}(?:{_B}(?!(?:zal|zullen|is|zijn|was|wordt|worden|heeft|hebben|kan|kunnen|sturen|\w{{3,20}}(?:eert|iept|eept|eeft))\b)(?:[\w’'–-]{{1,30}})){{0,6}}(?=[,.;:)\s]{{0,3}}$)",  # a title ends where its mark stands
))
_LONGEST = 700


def note_target(words: str) -> Reference | None:
    """The paper that a note cites; None where it cites none, or more than one."""
    found = [one for one in (*find_papers(words), *(one for finder in FINDERS for one in finder(words))) if one.kind in _TARGETS and one.target]
    targets = list(dict.fromkeys(one.target for one in found))
    return found[0] if len(targets) == 1 else None


def _sentence_before(text: str, at: int) -> int:
    """Where the sentence that a mark at ``at`` ends begins."""
    start = next((s.start for s in sentences(text) if s.start < at <= s.end + 2), 0)
    return max(start, at - _LONGEST)


def _answered(text: str, at: int) -> Reference | None:
    """Words about an earlier answer, in the sentence of the mark or before it in its paragraph."""
    start = max(text.rfind("\n", 0, at) + 1, at - _LONGEST)
    found = list(_ANSWERED_WORDS.finditer(text, start, at))
    return _reference(text, found[-1].start(), found[-1].end()) if found else None


def _reference(text: str, start: int, end: int) -> Reference:
    return Reference(kind="paper", printed=text[start:end], start=start, end=end, target=None)


def _words_before(text: str, at: int) -> Reference | None:
    """The words that a mark at ``at`` explains: in its own sentence, the nearest before it."""
    start = _sentence_before(text, at)
    before = text[start:at]
    if motions := list(find_motions(before, ())):
        return replace(motions[-1], start=start + motions[-1].start, end=start + motions[-1].end)
    for pattern in _WORDS:
        if found := list(pattern.finditer(before)):
            return _reference(text, start + found[-1].start(), start + found[-1].end())
    return None


def _reaction(text: str, at: int, target: str) -> Iterator[Reference]:
    """A reaction to a nota: two papers in one clause, of one dossier."""
    start = _sentence_before(text, at)
    match = _REACTION.search(text[start:at])
    if match is None or not target.startswith("kst-"):
        return
    yield replace(_reference(text, start + match.start("reaction"), start + match.end("reaction")), target=target)
    yield replace(_reference(text, start + match.start("first"), start + match.end("first")), target=target.rsplit("-", 1)[0])


def find_noted(text: str, marks: Iterable[tuple[int, str, str]]) -> Iterator[Reference]:
    """For each mark (its place, its label, the words of its note): the words that it explains, with the target in the note."""
    for at, label, note in marks:
        cites = note_target(note)
        if cites is None or cites.target is None or not 0 < at <= len(text):
            continue
        if both := list(_reaction(text, at, cites.target)):
            yield from (replace(one, via=label) for one in both)
            continue
        words = _answered(text, at) if cites.kind == "appendix" else _words_before(text, at)
        if words is not None:
            yield replace(words, kind="motion" if words.kind == "motion" else cites.kind, target=cites.target, via=label)
