"""The words around numbers: units, bounds, estimates; and what makes a number none of ours (articles, dossiers, notes)."""

import re

from navraag.records.figures import Bound, FigureKind

_I = re.IGNORECASE
_B = r"[ \u00a0\u202f]?"
_UNITS: tuple[tuple[str, FigureKind, str], ...] = (
    ("percentage_point", "share", r"procentpunt(?:en)?"), ("percent", "share", r"%|procent|percent"), ("permille", "share", r"‰|promille"),
    ("EUR", "money", r"euro(?:'s)?|EUR"), ("eurocent", "money", r"(?:euro)?cent"), ("USD", "money", r"(?:Amerikaanse )?dollar"), ("GBP", "money", r"pond(?: sterling)?"),
    ("fte", "count", r"(?:fte|fte's|fte’s|FTE's|voltijds(?:banen|plaatsen)|arbeidsplaatsen)"),
    ("year", "duration", r"(?:kalender|school|studie)?(?:jaar|jaren)"), ("month", "duration", r"maand(?:en)?"), ("week", "duration", r"(?:week|weken)"),
    ("day", "duration", r"(?:werk|kalender)?dag(?:en)?|etma(?:al|len)"), ("hour", "duration", r"(?:uur|uren)"), ("minute", "duration", r"(?:minuut|minuten)"),
    ("km", "measure", r"km|kilometers?"), ("m2", "measure", r"m2|m²|vierkante meters?"), ("m3", "measure", r"m3|m³|kubieke meters?|kuub"), ("ha", "measure", r"ha|hectaren?"),
    ("m", "measure", r"meters?"), ("ton", "measure", r"ton(?:nen)?|kiloton|megaton|Mton"), ("kg", "measure", r"kg|kilo(?:gram)?"), ("l", "measure", r"liters?"),
    ("kWh", "measure", r"kWh|kilowattuur"), ("MW", "measure", r"MW|megawatt"), ("GW", "measure", r"GW|gigawatt"), ("TWh", "measure", r"TWh|terawattuur"), ("PJ", "measure", r"PJ|peta ?joule"),
    ("celsius", "measure", r"°C|graden(?: Celsius)?"), ("dB", "measure", r"dB|decibel"), ("times", "count", r"(?:keer|maal)"),
)
UNIT = re.compile(
    rf"{_B}(?:" + "|".join(rf"(?P<u{at}>{pattern})" for at, (_, _, pattern) in enumerate(_UNITS)) + r")(?![\w-])(?:,-)?", _I,
)
_BOUNDS: tuple[tuple[Bound, str], ...] = (
    ("at_least", r"meer dan|ruim|minimaal|ten ?minste|minstens|op zijn minst|zeker|boven de|over de|vanaf|hoger dan|groter dan|langer dan|ouder dan"),
    ("at_most", r"minder dan|maximaal|hooguit|hoogstens|ten hoogste|bijna|nog geen|onder de|lager dan|kleiner dan|korter dan|jonger dan|niet meer dan|tot wel|tot maximaal|tot circa|oplopend tot"),
    ("about", r"ongeveer|circa|ca\.|plusminus|rond de|omstreeks|zo['’]n|grofweg|om en nabij(?: de)?|rond|gemiddeld"),
)
_BOUND = re.compile(r"\b(?:" + "|".join(rf"(?P<{name}>{words})" for name, words in _BOUNDS) + r")[ \u00a0](?:de |het |een |bedrag van )?$", _I)
_QUOTED_BOUND = re.compile(r"\b(?:meer dan|minder dan|ruim|bijna|circa|ca\.|ongeveer|zo['’]n|minstens|minimaal|maximaal|hooguit|ten minste|tenminste|ten hoogste|nog geen)[ \u00a0]$", _I)
ESTIMATE = re.compile(r"\b(?:naar schatting|schat|schatten|geschat|geschatte|schatting(?:en)?|raming(?:en)?|geraamd|geraamde|ramen|raamt|prognoses?|naar verwachting|verwacht|voorspel\w{1,4})\b", _I)
PER = re.compile(r"[ \u00a0]?(?:\bper|/)[ \u00a0]?(?P<per>jaar|maand|week|dag|uur|kwartaal|inwoner|persoon|kind|leerling|student|huishouden|woning|kilometer|km|hectare|m2|m²|kilo|ton|vierkante meter|team|basisteam|gemeente|school|\d{1,3}(?:\.\d{3})?(?: inwoners)?)\b|[ \u00a0](?P<yearly>jaarlijks|op jaarbasis|structureel per jaar)\b", _I)
YEARLY = re.compile(r"\b(?:jaarlijks|per jaar|op jaarbasis)\b", _I)
MONEY = re.compile(r"\b(?:bedrag|budget|begrot\w{1,5}|euro|kosten|middelen|subsidie\w?|investering(?:en)?|geld(?:en)?|uitgaven|opbrengst(?:en)?|tekort|boete|schade|financier\w{1,4}|bijdrage|omzet|winst|lening)\b", _I)
_NAMED_BEFORE = re.compile(
    r"(?:\b(?:nrs?|nummers?|no|artikel(?:en)?|art|artt|lid|leden|vraag|vragen|deelvra(?:ag|gen)|antwoord|kamerstuk(?:ken)?|dossier|paragraaf|par|hoofdstuk|bijlagen?|pagina['’]?s?|p|pp|blz|noot|voetnoot|punt|onderdeel|sub|stap|fase"
    r"|groep|klas|categorie|niveau|schaal|route|lijn|bus|tram|perron|vlucht|type|versie|editie|aflevering|tranche|kenmerk|aanhangsel|vergaderjaar|handelingen|stb|stcrt|staatsblad|staatscourant|verordening|richtlijn|besluit"
    r"|code|postcode|box|postbus|tabel|figuur|grafiek|doel|sdg|maatregel|actielijn|pijler|spoor|zaal|afrit|klasse|model|windows|convenant|agenda|kamer|tier|scenario|variant|optie|alternatief|druk|deel|titel|afdeling|boek|bis|protocol|resolutie|conventie|verdrag|telefoonnummer|tel"
    r"|gemeente|school|horizon|strategie|visie|plan|programma|akkoord|begroting|jaarverslag|rapportage|miljoenennota|zaaknummer|dossiernummer|rekeningnummer|nummer|Natura|Covid|G|top|channel|npo|formule|radio|hoek|studio|euro)\b\.?|§|\bnr\.|(?:,|en|tot en met|t/m|of)[ \u00a0]lid)[ \u00a0:]{0,3}(?:(?:de|het)[ \u00a0])?$", _I,
)
_LISTED_BEFORE = re.compile(r"\b(?:paragraaf|paragrafen|overweging(?:en)?|punten|hoofdstukken|bijlagen|pagina['’]?s|artikelen|vragen|nrs\.?|leden|antwoorden op(?: de)? vragen|vraag|artikel|nr\.?)[ \u00a0](?:\d{1,5}[a-z]?[ \u00a0]?(?:,|en|t/m|tot en met|of|-|–)[ \u00a0]?){1,12}$", _I)
_GOES_ON = re.compile(r"\d[a-z]?[ \u00a0]?(?:,|en|t/m|tot en met|of|-|–)[ \u00a0]?$", _I)
_NAMED_AFTER = re.compile(r"(?:[ \u00a0]?(?:,[ \u00a0]?nrs?\b|\)|e\b|de\b(?=[ \u00a0]\w)|ste\b|[a-z](?![\w])|°[ \u00a0]|/\d)|[-–]\w|\.\d|:\d|(?:,| en)[ \u00a0]?(?:eerste|tweede|derde|vierde|vijfde|zesde|zevende|achtste) lid\b|[ \u00a0](?:Sr|Sv|BW|Awb|Grondwet|EVRM|RvO|WvSr|WVSv|VWEU|AVG)\b|[ \u00a0]van (?:de |het )?(?:\w{1,25} ){0,2}(?:[Ww]et(?:boek)?|Grondwet|Reglement|Verdrag|Verordening|Richtlijn|Besluit)\b)")
_LIST_ITEM = re.compile(r"(?:^|\n)[ \t]{0,8}\(?$")
_PER_NUMBER = re.compile(r"\d[ \u00a0]per[ \u00a0]$", _I)
"""Before a number that is the whole of a rate: "1,6 per 25.000 inwoners"."""
_TIME_OF_DAY = re.compile(r"[.:]\d\d\b|[ \u00a0]?uur\b(?=[ \u00a0]['’]s )")


def unit_at(text: str, at: int) -> tuple[str, FigureKind, int] | None:
    """The unit that stands at a place: its name, the kind of figure, and where it ends."""
    match = UNIT.match(text, at)
    if match is None or match.lastgroup is None:
        return None
    name, kind, _ = _UNITS[int(match.lastgroup[1:])]
    return name, kind, match.end()


def bound_before(text: str, at: int) -> Bound:
    """Whether the words before a number make it a bound or an approximation."""
    match = _BOUND.search(text, max(0, at - 40), at)
    return match.lastgroup if match and match.lastgroup else ""  # type: ignore[return-value]


def quoted_from(text: str, at: int) -> int:
    """Where the words of a figure begin: "meer dan" belongs to them."""
    match = _QUOTED_BOUND.search(text, max(0, at - 24), at)
    return match.start() if match else at


def names_something(text: str, start: int, end: int) -> bool:
    """Is this number the name of something: of an article, a question, a dossier, an item of a list?"""
    left = max(0, start - 26)  # no keyword with its article is longer
    return bool(
        _NAMED_AFTER.match(text, end) or _TIME_OF_DAY.match(text, end) or _PER_NUMBER.search(text, max(0, start - 8), start) or _NAMED_BEFORE.search(text, left, start)
        or (_GOES_ON.search(text, max(0, start - 12), start) and _LISTED_BEFORE.search(text, max(0, start - 60), start))
        or (text[end : end + 1] in {".", ")", ":"} and _LIST_ITEM.search(text, left, start))
    )
