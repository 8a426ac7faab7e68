"""Refusals: sentences that decline to answer or to act, with their ground (reference/domain.md, section 3.1)."""

from functools import lru_cache

from navraag.enrichment.ruled import Rule, ruled
from navraag.enrichment.screening import READ_LATELY, in_low
from navraag.records.findings import Refusal, RefusalGround

VERSION = "2"
_FEW = r"(?:[\w'’-]{1,30} ){0,4}"
_SAYS_NOTHING = (
    rf"(?:geen {_FEW}(?:uitspra(?:ak|ken)|uitlatingen|mededeling(?:en)?|oordeel|commentaar)|niet {_FEW}(?:ingaan|ingegaan|in te gaan|vooruitlopen|vooruit te lopen|treden in|treden|reageren|uitlaten|op ingaan)"
    rf"|(?:ga|treed|gaat|treedt) (?:ik |het kabinet |de \w{{1,20}} )?{_FEW}niet (?:nader |verder |inhoudelijk )?in\b|niet in op|laat ik (?:me|mij) niet uit|onthoud ik (?:me|mij)|doe ik geen uitspra(?:ak|ken))"
)
_WHO = r"(?:mij|ons|het|de|een|Nederland|DNB|AFM|DUO|OM|NZa|IGJ|ACM|IND|COA|UWV|gemeenten?|provincies?|instellingen|organisaties|bedrijven|partijen|scholen|werkgevers|ouders|lidstaten|individuele|elke|iedere|alle|zorg\w{1,20}|[\w-]{1,30} zelf)"
_JUDGES = (
    r"(?:be|ver)?oordelen|bepalen|besluiten|beslissen|overwegen|verifiëren|rapporteren|af te wegen|afwegen|vast ?(?:te )?stellen|kiezen|invulling|in te vullen|invullen|regelen|keuzes?|afweging|te bezien|toetsen|op te treden"
    r"|prioriteren|prioritering|handhaven|onderzoeken|maken|geven|reageren|uitspraken|oordeel|vorm ?te ?geven|ondersteunen|treden|verklar\w{1,8}|stellen|voeren|nemen"
)
_JUDGEMENT = r"(?:oordeel|beoordeling|beslissing|besluit|afweging|keuze|bevoegdheid|invulling|vervolging\w{0,12}|verantwoordelijkheid)"
# ground, words of which a sentence needs one, pattern
_PRINTED: tuple[tuple[RefusalGround, tuple[str, ...], str], ...] = (
    ("sub_judice", ("rechter", "rechtszaak", "procedure", "strafrechtelijk", "onderzoek"), (
        rf"\b(?:onderzoek|procedure|rechtszaak)\b.{{0,40}}\bloopt\b.{{0,120}}\b{_SAYS_NOTHING}|"
        rf"\bonder de rechter\b|\b{_SAYS_NOTHING}.{{0,120}}\b(?:rechter|rechtszaak|(?:\w{{1,20}})?procedures?|strafrechtelijk|(?:lopende?|strafrechtelijke?) (?:\w{{1,20}})?onderzoek)\b"
        rf"|\blopende? (?:\w{{1,30}} )?(?:rechtszaak|rechtszaken|\w{{0,20}}procedures?|\w{{0,20}}onderzoek(?:en)?|\w{{0,20}}zaken)\b.{{0,120}}\b{_SAYS_NOTHING}"
    )),
    ("confidential", ("vertrouwelijk", "geheim", "gevoelig", "privacy", "herleidbaar"), (
        rf"\b\w{{0,30}}(?:vertrouwelijk|concurrentiegevoelig|bedrijfsgevoelig|geheimhouding|privacy)\w{{0,20}}\b.{{0,140}}\b(?:{_SAYS_NOTHING}|niet|geen)\b"
        rf"|\b(?:{_SAYS_NOTHING}|niet (?:\w{{1,20}} ){{0,3}}(?:delen|verstrekken|openbaar\w{{0,4}}))\b.{{0,140}}\b\w{{0,30}}(?:vertrouwelijk|concurrentiegevoelig|bedrijfsgevoelig|geheimhouding|privacy|herleidbaar)\w{{0,12}}\b"
    )),
    ("state_interest", ("staat", "openbaar", "inlichtingen", "operation"), (
        r"\bbelang van de staat\b|\bstaatsveiligheid\b.{0,80}\b(?:geen|niet)\b|\b(?:geen|niet)\b.{0,80}\bin het openbaar\b|\bin het openbaar\b.{0,60}\b(?:geen|niet)\b"
        rf"|\b(?:inlichtingen|operationele redenen|nationale veiligheid)\b.{{0,120}}\b{_SAYS_NOTHING}|\b{_SAYS_NOTHING}.{{0,120}}\b(?:inlichtingen\w{{0,20}}|operationele|nationale veiligheid)\b"
    )),
    ("individual_case", ("individu", "specifie", "afzonderlijk", "concrete", "casus", "beursgenoteerd", "deze zaak", "persoon", "personen", "dossiers", "zaken", "geval", "bedrijven"), (
        rf"\b{_SAYS_NOTHING}.{{0,120}}\b(?:individuele?|specifieke?|afzonderlijke|concrete|deze (?:zaak|casus|persoon)|casus|casuïstiek|personen|dossiers|gevallen|zaken|bedrijven)\b"
        rf"|\b(?:individuele?|beursgenoteerd|specifieke?|concrete|afzonderlijke|casus|casuïstiek|deze zaak|dit geval|dit dossier)\b.{{0,120}}\b{_SAYS_NOTHING}"
    )),
    ("other_competence", (" aan ",), (
        rf"\b(?:is|blijft|staat) (?:[\w-]{{1,30}} ){{0,4}}?(?:niet )?aan (?!de slag|de orde|het werk|de hand){_WHO}\b.{{0,160}}\b(?:om|te|of|dan|hoe|zelf|welke)\b.{{0,160}}\b(?:{_JUDGES})\b|\b(?:is|zijn) (?:[\w-]{{1,30}} ){{0,3}}niet aan\b(?! de orde| de slag)|\b(?:het is|is het|dit is|is dit|dat is|is dat) (?:[\w-]{{1,30}} ){{0,3}}?aan (?!de slag|de orde|het werk|de hand)[\w’-]{{1,40}}\b.{{0,120}}\b(?:om|te)\b.{{0,120}}\b(?:{_JUDGES})\b"
        rf"|\b{_JUDGEMENT}\b.{{0,120}}\bis (?:\w{{1,20}} ){{0,2}}aan (?:de|het|een) |\bis (?:\w{{1,20}} ){{0,2}}aan (?:de|het) (?:[\w-]{{1,30}} ){{1,3}}(?:zelf|zelve)?\s*[.,]?$|\bniet aan mij\b"
    )),
    ("other_competence", ("niet over", "rol", "bevoegd", "zeggenschap", "treden", "past ", "bemoei", "zelf over", "over hun", "over haar", "over zijn", "primair over", "uiteindelijk over", "instantie over"), (
        rf"\bga(?:at)? (?:ik |het kabinet |hier ik |hierover ik )?{_FEW}niet over\b|\bik ga niet over\b|\bheb(?:ben)? {_FEW}{_FEW}geen (?:enkele |directe |formele )?(?:rol|bevoegdheid|zeggenschap)\b|\bheb(?:ben|t)?\b.{{0,100}}\bgeen rol\b|\b(?:ben|is|zijn) {_FEW}niet bevoegd\b"
        r"|\bpast (?:het )?(?:mij|ons|de \w{1,20}|het kabinet) niet\b|\b(?:past|passend)\b.{0,20}\bniet\b.{0,40}\bom\b.{0,60}\b(?:oordel\w{1,4}|treden|uitspraken)\b|\bniet (?:\w{1,20} ){0,3}(?:treden in|in treden|bemoei\w{1,4})\b|\bga(?:at|an) (?:zelf|primair|uiteindelijk|in eerste instantie) over\b|\bga(?:at|an) (?:zelf )?over (?:haar|zijn|hun) eigen\b"
    )),
    ("other_competence", ("verantwoordelijk", "bevoegdheid", "ligt bij", "voorbehouden", "autonomie", "aangelegenheid", "zaak van"), (
        r"\bzelf verantwoordelijk\b.{0,100}\b(?:niet|geen)\b|\bval(?:t|len)? (?:\w{1,30} ){0,3}onder de (?:verantwoordelijkheid|bevoegdheid) van\b|\bis (?:\w{1,30} ){0,2}(?:de|een) (?:eigen )?verantwoordelijkheid (?:van|voor)\b"
        rf"|\b(?:behoort|valt|behoren|vallen) niet (?:tot|onder|binnen) (?:mijn|de) (?:\w{{1,20}})?(?:bevoegdheid|verantwoordelijkheid)|\bbuiten mijn (?:\w{{1,20}})?(?:bevoegdheid|verantwoordelijkheid)|\bvoorbehouden aan\b|\bis een (?:aangelegenheid|zaak) (?:van|tussen|voor)\b|\b{_JUDGEMENT}\b.{{0,60}}\bligt (?:\w{{1,20}} ){{0,2}}bij\b"
    )),
    ("disproportionate", ("noodzaak", "onevenredig", "dispropor", "beslag", "inspanning", "capaciteit", "arbeidsintensief", "tijdsinvestering", "proportione"), (
        r"\bgeen noodzaak\b.{0,80}\b(?:onderzoek|inventaris\w{1,8}|uit te zoeken)\b|\bonevenredig\w{0,3}\b|\bdisproportione\w{1,5}\b.{0,60}\b(?:inspanning|beslag|last|capaciteit)\b|\bniet proportioneel\b"
        r"|\bte (?:veel|groot|grote|arbeidsintensief|tijdrovend) (?:\w{1,20} )?(?:beslag|inspanning|capaciteit|tijdsinvestering)?\b(?=.{0,80}\b(?:beslag|inspanning|capaciteit|arbeidsintensief|tijdsinvestering|vragen|vergen|kosten)\b)"
    )),
    ("other", ("toezeggen", "beantwoorden", "ingaan", "aanleiding", "noodzaak", "reden", "meerwaarde", "speculeren", "vooruitlop", "vooruit", "hypothe", "opportuun", "passend", "gepast", "laat "), (
        r"\b(?:acht|vind) (?:ik |het kabinet |het ){0,2}niet (?:opportuun|passend|gepast|aangewezen|wenselijk)\b.{0,80}\b(?:uitspraken|oordelen?|reageren|vooruit\w{0,6}|ingaan|in te gaan)\b|"
        r"\blaat (?:ik |het kabinet )?(?:\w{1,20} ){0,5}?(?:be)?(?:oordeling|oordeel|afweging|keuze|besluit|invulling|dat|dit)\b(?: \w{1,20}){0,3} (?:graag )?aan (?:de|het|een)\b|"
        rf"\bkan ik {_FEW}niet toezeggen\b|\bwil ik {_FEW}niet (?:beantwoorden|op ingaan)\b|\b(?:zie|ziet|zien) (?:ik |het kabinet |wij )?{_FEW}geen (?:\w{{1,20}} )?(?:aanleiding|noodzaak|reden|meerwaarde)\b"
        rf"|\b(?:niet|geen) {_FEW}(?:speculeren|te speculeren)\b|\bniet {_FEW}(?:vooruitlopen|vooruit te lopen|vooruit)\b|\bhypothetische\b.{{0,60}}\b{_SAYS_NOTHING}"
    )),
)
_RULES: tuple[Rule[RefusalGround], ...] = tuple((ground, needs, in_low(pattern), f"refusal-{number}") for number, (ground, needs, pattern) in enumerate(_PRINTED, 1))
_NEEDS = (
    "niet", "geen", " aan ", "onder de rechter", "onevenredig", "belang van de staat", "verantwoordelijkheid van", "bevoegdheid van", "voorbehouden", "aangelegenheid", "zaak van", "ligt bij", "onthoud",
    "te veel", "te groot", "te grote", "arbeidsintensief", "zelf over", "over hun eigen", "over haar eigen", "over zijn eigen", "primair over", "uiteindelijk over",
)
_UNREAL = in_low(r"^mocht\b|\bzijn? (?:gelijk|gebonden|gehouden|bijgedragen) aan\b|\bis (?:\w{1,20} ){0,4}(?:gebonden|gehouden|verbonden|gerelateerd|te danken|te wijten|besteed|toe) aan\b")


def _is_unreal(words: str, _end: int) -> bool:
    """Is it a condition, or a state that only sounds like a refusal?"""
    return _UNREAL.search(words) is not None


@lru_cache(maxsize=READ_LATELY)
def find_refusals(text: str) -> tuple[Refusal, ...]:
    """The sentences that decline, with their ground."""
    return tuple(
        Refusal(quote=sentence.words, start=sentence.start, end=sentence.end, ground=ground, rule=rule)
        for sentence, ground, rule in ruled(text, _RULES, _NEEDS, _is_unreal)
    )
