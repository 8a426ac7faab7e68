"""Sub-questions: what a question asks, one by one, and of what type each is (reference/domain.md, section 3.2)."""

import re
from collections.abc import Iterator

from navraag.enrichment.screening import in_low, lowered, mentions
from navraag.enrichment.sentences import sentences
from navraag.records.findings import QuestionType, SubCondition, SubQuestion

VERSION = "1"
_WH = r"(?:wat|wie|waar|waarom|wanneer|hoe|welke?|hoeveel|op welke|in hoeverre|in welke|voor welke|met welke|bij welke|door wie|wat voor|waarop|waarin|waardoor|waarmee|waarvan|waaruit|sinds wanneer|per wanneer)"
_VERBS = (
    r"(?:bent|is|zijn|was|waren|heeft|hebben|hebt|had|kunt|kan|kunnen|wilt|wil|willen|gaat|gaan|zult|zal|zullen|deelt|klopt|herkent|erkent|weet|acht|vindt|ziet|wordt|worden|werd|werden|onderschrijft|beseft|bestaat|bestaan"
    r"|komt|krijgt|krijgen|mag|moet|moeten|staat|houdt|overweegt|neemt|beschikt|betekent|geldt|gelden|hoort|hoeft|doet|maakt|maken|heerst|begrijpt|realiseert|steunt|was)"
)
_CONDITION = in_low(
    r"^(?:en )?(?P<either>(?:zo|indien) ja of nee|zo ja of zo nee|zo ja/nee|zo ja en zo nee)\b|^(?:en )?(?:(?:zo|indien|als) ?(?P<yes>ja|wel)\b|(?:zo|indien|als) ?(?P<no>nee|neen|niet)\b)",
)
_CONDITION_INSIDE = in_low(r"(?<=[;:,.] )(?=(?:zo|indien) (?:ja|nee|niet)\b)")
_TURN = in_low(rf"(?<=; )(?={_WH}\b|en {_WH}\b)|(?<=\?) (?=[a-z])")
_MARKS = re.compile(r"[\s»”\"’)\]]*(?:\s?\d{1,2}\)?|\s?\(\d{1,2}\))*\s*$")
# type, words of which a question needs one, pattern
_PRINTED: tuple[tuple[QuestionType, tuple[str, ...], str], ...] = (
    ("why_not", ("waarom",), r"\bwaarom (?:\w{1,20} ){0,6}niet\b|\bwaarom ?(?:wel|niet)\b|^(?:zo|indien) (?:nee|niet|ja of nee)\b.{0,20}\bwaarom\b"),
    ("knows", ("bekend", "hoogte", "kennis", "kent u", "heeft u"), r"^(?:bent|is|heeft) (?:u|het kabinet|de \w{1,30}) (?:\w{1,20} ){0,2}(?:bekend met|op de hoogte|kennis ?genomen)|^(?:kent u|heeft u .{0,160}(?:gelezen|gezien|kennisgenomen))"),
    ("how_many", ("hoeveel", "hoe ", "aantal", "percentage", "bedrag", "aandeel"), r"^(?:en |zo ja, )?(?:hoe ?veel|hoe vaak|hoe groot|hoe hoog|hoe lang|in hoeveel|om hoeveel|voor hoeveel|bij hoeveel|van hoeveel|wat is het (?:\w{1,20} )?(?:aantal|percentage|bedrag|aandeel))\b|\bhoeveel\b|\baantallen\b"),
    ("agrees", ("eens", "mening", "oordeel", "deelt", "deel ", "onderschrij", "erken", "vindt", "acht", "steun", "beaam"), r"^(?:bent|is|zijn) (?:u|het kabinet|de \w{1,30})\b.{0,80}\b(?:eens|van mening|de mening toegedaan|van oordeel)\b|^(?:deelt|deel|onderschrijft|onderschrijf|erkent|vindt|acht|steunt|beaamt) (?:u|het kabinet|de )|\bdeelt u\b|\bin hoeverre deelt\b|\bbent u het\b.{0,40}\beens\b"),
    ("willing", ("bereid", "wilt", "wil ", "zou", "toezegg", "garand"), r"^(?:en )?(?:bent|is|zijn) (?:u|het kabinet|de \w{1,30}|dan)\b.{0,120}\bbereid\b|^(?:kunt|wilt|zou|zoudt|wil|kan) (?:u|het kabinet)\b.{0,200}\b(?:toezeggen|garanderen)\b|^(?:wilt|wil|zou) (?:u|het kabinet)\b|\bbent u bereid\b"),
    ("will_do", ("gaat", "gaan", "zult", "zal", "zullen", "overweegt", "neemt", "doen", "ondern", "nemen", "van plan", "voornem", "doet"), r"^(?:gaat|gaan|zult|zal|zullen|overweegt|neemt) (?:u|het kabinet|de regering)\b|\b(?:wat gaat u|welke (?:acties|maatregelen|stappen)|wat doet u)\b.{0,30}\b(?:doen|ondernemen|nemen|om)\b|\bbent u (?:van plan|voornemens)\b"),
    ("is_true", ("klopt", "waar", "juist", "correct", "bevestig", "herken"), r"^(?:en )?(?:klopt|is het (?:waar|juist|correct)|kunt u bevestigen|kan worden bevestigd|is het bericht (?:juist|waar)|herkent u|is dit (?:juist|waar|correct)|is dat (?:juist|waar))\b|\bklopt (?:het|dit|dat)\b|\b(?:kunt|kan) u (?:dit |dat )?bevestigen\b"),
    ("what_how", ("",), rf"^(?:en |zo ja, |zo nee, )?(?:{_WH})\b|[,;:] (?:{_WH})\b|^(?:kunt|kan|wilt) u\b.{{0,120}}\b(?:toelichten|aangeven|uiteenzetten|uitleggen|beschrijven|schetsen|een overzicht|reageren|delen|toezenden|ingaan|verklaren|specificeren|noemen|geven)\b"),
    ("yes_no", ("",), rf"^(?:en )?(?:{_VERBS})\b"),
)
_TYPES = tuple((kind, needs, in_low(pattern)) for kind, needs, pattern in _PRINTED)
_OPEN = in_low(rf"^(?:en )?(?:{_WH})\b")
_LEAD = in_low(r"^(?:(?:zo|indien|als) (?:ja of nee|ja of zo nee|ja|nee|neen|niet|wel|dat zo is|dit zo is)[,:]? )?(?:en |dan |ook |verder |daarnaast |tevens )?")


def question_type(words: str) -> QuestionType:
    """What kind of answer a question asks for.

    >>> question_type("Bent u bereid de Kamer te informeren?"), question_type("Zo nee, waarom niet?")
    ('willing', 'why_not')
    """
    low = lowered(words[:400])
    lead = _LEAD.match(low)
    bare = (low[lead.end() :] if lead else low) or low
    for kind, needs, pattern in _TYPES:
        if mentions(low, needs) and (pattern.search(bare) or (kind == "why_not" and pattern.search(low))):
            return kind
    return "what_how" if _OPEN.match(bare) else "yes_no"


def _turns(low: str) -> list[int]:
    """Where a sentence asks again."""
    found: set[int] = set()
    if ";" in low or "? " in low:
        found.update(match.start() for match in _TURN.finditer(low))
    if mentions(low, ("zo ja", "zo nee", "zo niet", "indien ")):
        found.update(match.start() for match in _CONDITION_INSIDE.finditer(low))
    return sorted(found - {0})


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The sentences that ask, cut where a second question begins inside."""
    for sentence in sentences(text):
        starts = [0, *_turns(sentence.low)]
        for begin, end in zip(starts, [*starts[1:], len(sentence.words)], strict=True):
            piece = sentence.words[begin:end]
            left = len(piece) - len(piece.lstrip())
            yield sentence.start + begin + left, sentence.start + begin + len(piece.rstrip())


def _asks(words: str) -> bool:
    return _MARKS.sub("", words).endswith("?") or bool(_CONDITION.match(lowered(words[:60])))


def _condition(words: str) -> SubCondition | None:
    match = _CONDITION.match(lowered(words[:60]))
    if match is None:
        return None
    return "either" if match["either"] else "yes" if match["yes"] else "no"


def split(text: str) -> tuple[SubQuestion, ...]:
    """The sub-questions of a question, in order; a question that has no question mark is one, whole.

    >>> [(s.type, s.condition) for s in split("Klopt het bericht? Zo ja, wat gaat u doen? Zo nee, waarom niet?")]
    [('is_true', None), ('will_do', 'yes'), ('why_not', 'no')]
    """
    found: list[SubQuestion] = []
    for start, end in _pieces(text):
        words = text[start:end]
        if _asks(words):
            found.append(SubQuestion(words=words, start=start, end=end, type=question_type(words), condition=_condition(words) if found else None))
    if found or not text.strip():
        return tuple(found)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return (SubQuestion(words=text[start:end], start=start, end=end, type=question_type(text[start:end])),)
