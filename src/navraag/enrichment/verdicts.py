"""Verdicts: the words with which an answer says yes or no, agrees, denies the premise, or does so with a reservation."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from navraag.enrichment.blanks import respaced
from navraag.enrichment.screening import READ_LATELY, held, in_low, lowered, mentions, unquoted
from navraag.enrichment.sentences import Sentence, sentences
from navraag.records.findings import QuestionType, Verdict

VERSION = "1"
_YES = in_low(r"^(?:ja|jazeker|zeker|inderdaad|vanzelfsprekend|uiteraard|natuurlijk|dat klopt|dit klopt|dat is juist|dit is juist|dat is correct|dit is correct|dat is het geval|dit is het geval|klopt)\b")
_NO = in_low(r"^(?:nee|neen|dat klopt niet|dit klopt niet|dat is niet (?:juist|correct|het geval)|dit is niet (?:juist|correct|het geval)|hier is geen sprake van|daar is geen sprake van|daarvan is geen sprake|hiervan is geen sprake)\b")
_BUT = in_low(
    r"^(?:ja|nee|neen)\b[^.]{0,120}\b(?:maar|echter|hoewel|met dien verstande|zij het|alleen|tenzij|mits|voor zover)\b|^(?:ja|nee),? (?:deels|gedeeltelijk|ten dele|in zekere zin|in beginsel|in principe|grotendeels)\b|^(?:deels|gedeeltelijk|ten dele|in zekere zin)\b|\bwerkelijkheid is genuanceerder\b|\bdat is niet helemaal (?:juist|correct)\b",
)
_DENIED = in_low(
    r"\b(?:klopt|juist|correct|waar) (?:ook )?niet\b|\bniet (?:juist|correct|waar)\b|\b(?:is|berust op) (?:een misverstand|onjuist|niet het geval)\b|\b(?:hier|hiervan|daarvan|daar|er) is geen sprake\b|\bherken ik (?:\w{1,20} )?niet\b"
    r"|\b(?:dit|dat|het) beeld (?:\w{1,20} ){0,4}niet\b|\bis (?:dus )?geen sprake van\b",
)
_AGREES = in_low(
    r"\b(?:ik|wij|het kabinet|ook ik) (?:deel|delen|deelt|onderschrijf|onderschrijft|steun|steunt) (?:\w{1,20} ){0,3}(?:mening|opvatting|zorgen?|constatering|analyse|oordeel|conclusie|visie|stelling|standpunt|belang|wens|uitgangspunt)\b"
    r"|\b(?:deel|deelt|onderschrijf|onderschrijft) (?:ik|het kabinet) (?:\w{1,20} ){0,3}(?:mening|opvatting|zorgen?|constatering|analyse|conclusie|visie|stelling|standpunt)\b|\b(?:ben|is) (?:ik |het kabinet )?(?:het |daarmee |hiermee |dat ){0,2}(?:\w{1,20} ){0,4}eens\b"
    r"|\b(?:ik|het kabinet) (?:onderschrijf|onderschrijft|erken|erkent) dat\b|\bmening (?:\w{1,20} ){0,4}deel ik\b|\b(?:onderschrijf|deel) ik\b",
)
_DISAGREES = in_low(
    r"\b(?:deel|deelt|delen|onderschrijf|onderschrijft|steun|steunt)\b[^.,;]{0,60}\bniet\b|\b(?:ben|is) (?:ik |het kabinet )?(?:het )?(?:\w{1,20} ){0,4}(?:niet (?:mee )?eens|oneens)\b|\bniet (?:van mening|van oordeel|eens)\b",
)
_RECOGNISES = in_low(r"\b(?:ik|het kabinet|wij) (?:herken|herkent|herkennen|erken|erkent)\b|\bherken ik\b|\bherkenbaar\b|\binderdaad\b|\b(?:dat|dit|het) klopt\b(?! niet)|\b(?:dat|dit|het) is (?:inderdaad )?(?:juist|correct|het geval)\b|\b(?:kan|kunnen) (?:ik )?(?:dit |dat )?bevestigen\b|\bkomt overeen met (?:de|mijn|het) (?:informatie|beeld|gegevens)\b")
_KNOWN = in_low(r"\b(?:ik|wij|het kabinet|nederland|mijn ministerie) (?:ben|zijn|is) (?:\w{1,20} ){0,3}(?:bekend met|op de hoogte)\b|\bheb (?:\w{1,20} ){0,5}kennis ?genomen\b|\b(?:hiermee|daarmee) (?:ben ik )?bekend\b|\bbekend met (?:het|dit|de|deze)\b")
_WILLING = in_low(r"\b(?:hiertoe|daartoe|ik|wij) (?:ben|zijn) (?:ik |wij )?(?:\w{1,20} ){0,4}bereid\b|\bben ik (?:\w{1,20} ){0,3}bereid\b|\bzeg ik (?:\w{1,20} ){0,3}toe\b")
_UNWILLING = in_low(
    r"\bniet (?:\w{1,20} ){0,2}bereid\b|\b(?:zie|ziet|acht) (?:ik |het kabinet )?(?:\w{1,20} ){0,5}(?:geen (?:\w{1,20} )?(?:aanleiding|noodzaak|reden|meerwaarde)|niet (?:nodig|noodzakelijk|opportuun|wenselijk|zinvol|passend))\b"
    r"|\bniet (?:voornemens|van plan)\b|\bgeen (?:voornemens?|plannen)\b|\bkan ik (?:\w{1,20} ){0,2}niet toezeggen\b",
)
_POINTS = in_low(r"\b(?:deze|die|dit|uw|hiertoe|daartoe|dat|hiermee|daarmee)\b (?:mening|opvatting|zorg|beeld|stelling|conclusie|constatering|klopt|is juist|is het geval|signalen|informatie)|\bhiertoe\b|\bdaartoe\b|^(?:dit|dat) (?:klopt|is|komt)")
_FEW_WORDS = 7
_POLAR: frozenset[QuestionType] = frozenset({"knows", "is_true", "agrees", "willing", "will_do", "yes_no"})
_NEEDS = ("ja", "nee", "inderdaad", "klopt", "juist", "correct", "geval", "deel", "eens", "onderschrij", "steun", "vind", "acht", "herken", "erken", "bekend", "hoogte", "kennis", "bereid", "toe", "aanleiding", "noodzaak", "reden",
          "meerwaarde", "voornem", "van plan", "plannen", "sprake", "mening", "oordeel", "acceptabel", "wenselijk", "misverstand", "bevestig", "zeker", "beeld", "aanvaardbaar", "niet nodig", "vanzelf", "uiteraard", "natuurlijk", "genuanceerd", "overeen")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence that gives a verdict, and to which types of question; ``opens`` is a plain yes or no at its beginning."""

    sentence: Sentence
    verdict: Verdict
    fits: frozenset[QuestionType]
    rule: str
    opens: bool = False

    @property
    def points(self) -> bool:
        """Does it answer by pointing back to what was asked ("Ik deel deze mening"), with hardly a word of its own?"""
        return len(self.sentence.words.split()) <= _FEW_WORDS or bool(_POINTS.search(self.sentence.low))


def _only(*types: QuestionType) -> frozenset[QuestionType]:
    return frozenset(types)


# pattern, words of which a sentence needs one, verdict, the types of question that it answers, rule
_PRINTED: tuple[tuple[re.Pattern[str], tuple[str, ...], Verdict, frozenset[QuestionType], str], ...] = (
    (_KNOWN, ("bekend", "hoogte", "kennis"), "yes", _only("knows"), "verdict-known"),
    (_UNWILLING, ("bereid", "aanleiding", "noodza", "reden", "meerwaarde", "nodig", "opportuun", "wenselijk", "zinvol", "passend", "voornem", "van plan", "plannen", "toezegg"), "no", _only("willing", "will_do"), "verdict-unwilling"),
    (_WILLING, ("bereid", " toe"), "yes", _only("willing", "will_do"), "verdict-willing"),
    (_DISAGREES, ("deel", "delen", "onderschrij", "steun", "eens", "mening", "oordeel"), "disagrees", _only("agrees"), "verdict-disagrees"),
    (_DENIED, ("klopt", "juist", "correct", "waar niet", "niet waar", "misverstand", "geval", "sprake", "herken", "beeld"), "premise_denied", _only("is_true", "yes_no", "agrees"), "verdict-denied"),
    (_AGREES, ("deel", "delen", "onderschrij", "steun", "eens", "erken"), "agrees", _only("agrees"), "verdict-agrees"),
    (
        _RECOGNISES, ("herken", "erken", "inderdaad", "klopt", "juist", "correct", "het geval", "bevestig", "overeen"), "yes",
        _only("is_true", "yes_no", "agrees"), "verdict-recognises",
    ),
)


def _opening(sentence: Sentence, words: str) -> Said | None:
    """A plain yes or no at the beginning of the sentence."""
    if _BUT.match(words):
        return Said(sentence=sentence, verdict="reservation", fits=_POLAR, rule="verdict-reservation", opens=True)
    if _NO.match(words):
        return Said(sentence=sentence, verdict="no", fits=_POLAR, rule="verdict-no", opens=True)
    if _YES.match(words):
        return Said(sentence=sentence, verdict="yes", fits=_POLAR, rule="verdict-yes", opens=True)
    return None


@lru_cache(maxsize=READ_LATELY)
def find_verdicts(text: str) -> tuple[Said, ...]:
    """The sentences of an answer that give a verdict, in order; one may give two, an opening one first."""
    return tuple(_verdicts(text))


def _verdicts(text: str) -> Iterator[Said]:
    low = lowered(text)
    needed = held(low, _NEEDS)
    rules = [one for one in _PRINTED if mentions(low, one[1])]
    for sentence in sentences(text) if needed else ():
        if sentence.asks or not mentions(sentence.low, needed):
            continue
        words = unquoted(respaced(sentence.low, text))
        if opening := _opening(sentence, words):
            yield opening
        for pattern, needs, verdict, fits, rule in rules:
            if mentions(sentence.low, needs) and pattern.search(words):
                yield Said(sentence=sentence, verdict=verdict, fits=fits, rule=rule)


def as_asked(verdict: Verdict, kind: QuestionType) -> Verdict:
    """"Ja" to "deelt u de mening" is agreement, "nee" disagreement; "nee" to "klopt het" denies the premise."""
    if kind == "agrees":
        return {"yes": "agrees", "no": "disagrees"}.get(verdict, verdict)  # type: ignore[return-value]
    if kind == "is_true" and verdict == "no":
        return "premise_denied"
    return verdict
