"""What is expected, intended, or declared ready for: words that soften an act decide its kind before its verb does."""

from navraag.enrichment.commitments import acts
from navraag.enrichment.commitments.reading import Judged, Reading
from navraag.enrichment.screening import in_low

_EXPECTING = in_low(r"\bnaar verwachting\b|\bverwachting is\b|\bverwacht(?:en)?\b(?! (?:kan|mag))|\bis de verwachting\b")
_OF_OTHERS = in_low(
    r"\bvan\b[^,;]{0,80}\bword(?:t|en) (?:\w{1,30} ){0,3}verwacht\b|\bword(?:t|en) (?:\w{1,30} ){0,3}verwacht (?:dat (?:zij|hij|ze|men|deze)|van)\b|\b(?:verwachten|verwacht) (?:mag|mogen)\b|\bverwacht van\b"
    r"|\bkan worden verwacht\b|\b(?:mag|mogen|kan|kunnen) (?:\w{1,30} ){0,6}verwacht(?:en)?\b|\bverwacht ik van\b|\bzoals (?:\w{1,30} ){0,4}verwacht\b",
)
_AHEAD = in_low(r"\b(?:zal|zullen)\b")
_GOVERNMENT = r"(?:ik|wij|we|(?:het|dit) ?kabinet|mijn (?:ministerie|departement)|(?:het )?ministerie(?: van \S{1,40}(?: \S{1,40})?)?|de regering|nederland|het rijk)"
_STRIVE = r"(?:streef|streeft|streven|beoog|beoogt|beogen)"
_STRIVES = rf"{_STRIVE}\b[^,]{{0,40}}\b(?:ernaar|er naar|om|te)\b"  # "streven naar X" alone is a goal
_INTENDING = in_low(
    rf"\b{_GOVERNMENT} (?:\w{{1,30}} ){{0,2}}{_STRIVES}|\b{_STRIVE} {_GOVERNMENT}\b[^,]{{0,40}}\b(?:ernaar|er naar|om|te)\b"
    r"|\b(?:streef|streven) (?:ernaar|er ?naar)\b|\b(?:het|mijn|ons) (?:streven|voornemen) is\b|\bis (?:\w{1,30} ){0,3}(?:het|mijn) (?:streven|voornemen)\b|\b(?:ben|is|zijn) (?:\w{1,30} ){0,4}(?:voornemens|van plan)\b"
    r"|\bvoornemens (?:ben|is|zijn) (?:ik|het|wij)\b|\b(?:is|zijn|wordt|worden|staat|staan) (?:\w{1,30} ){0,4}(?:beoogd|voorzien (?:voor|in|op|eind|begin|medio|rond|per)|gepland|ingepland)\b|\bzie ik mij genoodzaakt om\b"
    r"|\b(?:mijn|de|onze) ?inzet is (?:(?:erop gericht )?om )?(?=.{0,80}\b(?:uiterlijk|voor|in|per|eind|begin|medio)\b)|\bgestreefd wordt\b|\bword(?:t|en) (?:\w{1,30} ){0,3}gestreefd\b|\bwordt ernaar gestreefd\b"
    r"|\b(?:heb|heeft|hebben) (?:ik |het kabinet |wij )?(?:dan ook |daarom |ook )?(?:het voornemen|de intentie|de ambitie|het plan)\b|\bbeoogde (?:ingangs|invoerings|start|publicatie)?(?:datum|moment|ingangsdatum|inwerkingtreding|start)\b"
    r"|^(?:beoogd|voorzien) (?:is|wordt)\b|\b(?:hoop|hoopt) (?:ik |het kabinet )?[^,;]{0,120}\bte kunnen (?:informeren|sturen|toesturen|aanbieden|delen|beantwoorden|toezenden)\b|\b(?:planning|streefdatum) is\b|\bplanning is erop gericht\b|\b(?:ben|is|zijn) (?:\w{1,30} ){0,3}de (?:intentie|bedoeling)\b(?=.{0,120}\b(?:dit|20\d\d|voorjaar|najaar|zomer|kwartaal|eind|begin|medio)\b)",
)
_INTEND_NEEDS = (
    "stree", "strev", "beoog", "voornem", "van plan", "voorzien", "pland", "genoodzaakt", "inzet is", "intentie", "ambitie", "het plan", "planning", "streefdatum", "bedoeling", "hoop",
)
_NO_PLANS = in_low(r"\b(?:geen|niet) (?:\w{1,30} ){0,2}(?:voornemens?|plannen|van plan|beoogd|de bedoeling|voorzien|gepland)\b")
_KEEPS_ON = in_low(r"\bblijf(?:t)?\b[^,]{0,30}$")
_WANTING = in_low(r"\b(?:ik wil|wil ik|willen (?:we|wij)|(?:we|wij) willen|nederland wil|wil nederland|kabinet wil|wil het kabinet)\b(?! dat\b)")
_SAYING = in_low(
    r"\b(?:benadruk\w{0,3}|opmerk\w{0,3}|wijzen|wijs|vooropstel\w{0,3}|stil ?staan|onderstrep\w{0,3}|aangeven|ingaan|herhalen|toelichten|verwijzen|zeggen|melden|noemen|voorkomen|waarborgen|borgen|bevorderen|in staat stellen"
    r"|tegengaan|bereiken|beperken tot|zorgen dat|vermijden|uitspreken|danken|hechten|niet|geen|meegeven|vooruitlopen)\b",
)
_READY = in_low(
    r"\b(?:ik|wij) (?:ben|zijn) (?:\w{1,30} ){0,3}bereid(?: om)?\b(?=.{0,200}\bte\b|.{0,60}\bbij\b)|\b(?:ben ik|zijn wij) (?:\w{1,30} ){0,3}bereid(?: om)?\b(?=.{0,200}\bte\b)|\bzeg ik (?:\w{1,30} ){0,4}toe\b|\bik zeg (?:\w{1,30} ){0,4}toe\b"
    r"|\b(?:kan|wil) ik (?:\w{1,30} ){0,3}toezeggen\b|\bik (?:kan|wil) (?:\w{1,30} ){0,4}toezeggen\b",
)
_NOT_READY = in_low(r"\bniet (?:\w{1,30} ){0,2}(?:bereid|toezeggen|toe)\b")
_DELIVERABLE = in_low(
    r"\b(?:onderzoek\w{0,12}|resultaten|rapport\w{0,8}|advies|adviezen|\w{0,20}wetsvoorstel|brief|plannen|plan|evaluatie|monitor|informatie|consultatie|besluit\w{0,8}|afrond\w{0,4}|afgerond|gereed|aanbied\w{0,4}|aangeboden"
    r"|toe(?:zend|stu)\w{0,4}|presente\w{0,4}|publice\w{0,4}|gepubliceerd|opgelever\w{0,2}|oplever\w{0,4}|starten|start|inwerking\w{0,9}|ingediend|indienen|informeren|geïnformeerd|ontvangen|beschikbaar|regeling)\b",
)


def expects(reading: Reading) -> Judged | None:
    """Something that is expected to be delivered: with a time ahead, or with a deliverable."""
    words = reading.words
    if not reading.has("verwacht") or not _EXPECTING.search(words) or _OF_OTHERS.search(words):
        return None
    if not reading.times and not (_AHEAD.search(words) and _DELIVERABLE.search(words)):
        return None
    return "expectation", "expect", "third_party"


def intends(reading: Reading) -> Judged | None:
    """What the government strives for, plans or wants to do."""
    words = reading.words
    if reading.has(*_INTEND_NEEDS):
        if _NO_PLANS.search(words):
            return None
        if (match := _INTENDING.search(words)) and not _KEEPS_ON.search(words, max(0, match.start() - 60), match.end()):
            return "intention", "intend", "minister"
    match = _WANTING.search(words) if reading.has("wil") else None
    if match and not _SAYING.search(words, match.end(), match.end() + 90):
        return "intention", "want", "minister"
    return None


def ready(reading: Reading) -> Judged | None:
    """"Ik ben bereid om …", "ik zeg toe": an undertaking; under a condition an intention."""
    if not reading.has("bereid", " toe") or not _READY.search(reading.words) or _NOT_READY.search(reading.words):
        return None
    return ("intention", "ready-if", "minister") if acts.CONDITION.search(reading.words) else ("commitment", "ready", "minister")
