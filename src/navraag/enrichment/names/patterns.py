"""Names that are recognised by their form: "commissie X", "programma X", "rechtbank X", "Nationale X", "eenheid X"."""

import re
from functools import cache

from navraag.lexicon.bodies import places
from navraag.records.names import NameKind

_B = r"[ \u00a0]"
_CAP = r"[A-ZÀ-Ý][\w'’&-]*"
_REST = rf"(?:{_B}(?:(?:van|voor|tegen)(?:{_B}(?:de|het|der|den))?{_B}|(?:en|&|der){_B})?{_CAP}){{0,6}}"
_LOW = rf"(?:{_B}(?:tegen|voor|naar|met){_B}[a-zà-ÿ-]{{4,30}})?"
_COURT = re.compile(rf"(?:[Rr]echtbank|[Gg]erechtshof|[Gg]emeenteraad van|[Vv]eiligheidsregio|GGD|[Oo]mgevingsdienst|[Ww]aterschap|[Hh]oogheemraadschap|[Uu]niversiteit|[Hh]ogeschool|ROC|[Ss]tichting|[Vv]ereniging|[Ff]ederatie|[Ff]onds|[Ii]nspectie|[Ii]nstituut|[Cc]oalitie|PI|JJI|[Cc]ollege){_B}(?:(?:van|voor|der|de|het){_B}){{0,2}}(?P<name>{_CAP}{_REST})")
_PROGRAMME = re.compile(rf"(?:[Pp]rogramma|[Pp]roject|[Pp]roeftuin|[Pp]latform|[Tt]askforce|[Ww]erkgroep|[Aa]ctieprogramma|[Mm]eerjarenprogramma|[Cc]ampagne|[Ss]tuurgroep|[Pp]rojectgroep){_B}[«'‘“\"]?(?P<name>{_CAP}{_REST}{_LOW})")
_COMMITTEE = re.compile(rf"(?:[Cc]ommissie|[Ss]taatscommissie|[Aa]dviescommissie|[Oo]nderzoekscommissie|[Ee]nquêtecommissie)(?:{_B}|-)(?:(?:van|voor){_B}(?:de{_B}|het{_B})?)?(?P<name>{_CAP}{_REST})")
_NATIONAL = re.compile(rf"(?:Nationale?|Nederlandse?|Landelijke?|Koninklijke?|Europese?|Internationale?|Strategische?|Centrale?|Regionale?|Algemene|Hoge|Permanente|Federale|Expertisecentrum|Kenniscentrum|Expertisebureau|Kennisplatform|Kennisinstituut|Centrum|Autoriteit|Raad|Bureau|Dienst|Adviesraad|Rijksdienst|Rijksinstituut|Planbureau){_B}(?:(?:van|voor|tegen|der|de|het){_B}){{0,3}}(?P<name>{_CAP}{_REST})")
_UNIT = re.compile(rf"(?:[Pp]olitie-?eenheid|[Pp]olitie{_B}eenheid|[Rr]egionale{_B}eenheid|[Ee]enheid|[Pp]olitieregio){_B}(?P<name>{_CAP}(?:[ \u00a0-]{_CAP})?)")
_OWN = re.compile(rf"(?:[Mm]ijn|[Uu]w|[Oo]ns|[Oo]nze){_B}(?P<name>ministerie|departement)\b")
_Held = tuple[re.Pattern[str], str, NameKind]
_BY_WORDS: tuple[tuple[str, _Held], ...] = (
        ("rechtbank gerechtshof gemeenteraad veiligheidsregio ggd omgevingsdienst waterschap hoogheemraadschap universiteit hogeschool roc stichting vereniging federatie fonds inspectie instituut coalitie college", (_COURT, "named-body", "organisation")),
        ("programma project proeftuin platform taskforce werkgroep actieprogramma meerjarenprogramma campagne stuurgroep projectgroep", (_PROGRAMME, "named-programme", "programme")),
        ("commissie staatscommissie adviescommissie onderzoekscommissie enquêtecommissie", (_COMMITTEE, "named-committee", "organisation")),
        ((
            "nationaal nationale nederlands nederlandse landelijk landelijke koninklijk koninklijke europees europese internationaal internationale strategisch strategische centraal centrale regionaal regionale algemene hoge permanente federale"
            " expertisecentrum kenniscentrum expertisebureau kennisplatform kennisinstituut centrum autoriteit raad bureau dienst adviesraad rijksdienst rijksinstituut planbureau"
        ), (_NATIONAL, "formal-name", "organisation")),
        ("politie-eenheid politieeenheid regionale eenheid politieregio", (_UNIT, "police-unit", "police")),
        ("mijn uw ons onze", (_OWN, "own-ministry", "ministry")),
)
_HEADS: dict[str, _Held] = {word: found for words, found in _BY_WORDS for word in words.split()}
HEADS = frozenset(_HEADS)
"""The words with which a name of a known form begins, in small letters."""
_NO_BODY = re.compile(
    r"\b(?:Richtlijn|Verordening|Agenda|Strategie|Week|Dag|Plan|Visie|Wet|Grondwet|Antillen|Actieplan|Aanpak|Akkoord|Green|Deal|Verdrag|Monitor|Rapport|Onderzoek|Kamervragen|Handelingen|Reglement|Kamerstuk|Parlement(?:sverkiezingen)?|Spelen|Voorwaarden|Bijstand|Nederland(?:er|ers|se)|Maatregel|Raden|Cohort|Handreiking|Handboek|Norm|Prijs|Feestdag|Vlag|Taal|Herdenking|Ruimte|Begroting|Staatscourant|Zaken|Ouderdomswet|Termijn|Verdragen|Lidstaten)\b"
)
_SELF = re.compile(r"(?:Expertisecentrum|Kenniscentrum|Expertisebureau|Kennisplatform|Kennisinstituut|Centrum|Autoriteit|Raad|Bureau|Dienst|Adviesraad|Rijksdienst|Rijksinstituut|Planbureau)\b")
BODY = re.compile(
    r"(?:raad|autoriteit|dienst|bureau|instituut|agentschap|centrum|commissie|commissaris|bank|hof|ombudsman|unie|vereniging|vergadering|stichting|federatie|organisatie|bond|kamer|acad[ée]mie|akademie|politie|coördinator|rapporteur|inspectie|platform"
    r"|programma|fonds|comité|overleg|schap|museum|omroep|parket|loterij|parlement|taskforce|netwerk|alliantie|koepel|genootschap|maatschappij|college|universiteit|team|meldpunt|loket|eenheid|gerecht|ministerie|orde|horeca|groep|coalitie|beraad|consortium"
    r"|naties|agency|office|forces|council|committee|center|centre|organi[sz]ation|institute|board|authority|association|foundation|union|court|commission|university|network|society)\b", re.IGNORECASE,
)
"""Nouns that make a name one of a body: without one of them a formal name may be a plan, a law or a fund of anything."""
_SHORTEST = 4
_COMMON = frozenset({"Nederland", "Nederlands", "Kamer", "Kamerbrief", "Kamerlid", "Minister", "Ja", "Nee", "Zie", "Ik", "Deze", "Dit", "Het", "De", "Vraag", "Antwoord"})


@cache
def police_units() -> frozenset[str]:
    """The regional units of the police."""
    return frozenset(row.name for row in places() if row.kind == "police_unit")


def pattern_at(text: str, word: str, at: int) -> tuple[str, NameKind, str, int] | None:
    """The name of a known form that starts with this word at this place: name ("" where it stays open), kind, rule, end."""
    held = _HEADS.get(word.lower())
    if held is None:
        return None
    pattern, rule, kind = held
    match = pattern.match(text, at)
    if match is None:
        return _unit(text, at) if word.lower() == "regionale" else None
    return _read(match, rule, kind)


def _is_body(words: str) -> bool:
    """A formal name that begins with a capital and holds a noun of a body."""
    return words[:1].isupper() and bool(_SELF.match(words) or BODY.search(words))


def _unit(text: str, at: int) -> tuple[str, NameKind, str, int] | None:
    match = _UNIT.match(text, at)
    return _read(match, "police-unit", "police") if match else None


def _read(match: re.Match[str], rule: str, kind: NameKind) -> tuple[str, NameKind, str, int] | None:
    words, name = " ".join(match[0].split()), match["name"]
    if rule == "own-ministry":
        return "", kind, rule, match.end()
    if rule == "police-unit":
        return (f"Politie, eenheid {name}", kind, rule, match.end()) if name in police_units() else None
    if _NO_BODY.search(words) or name in _COMMON or len(name) < _SHORTEST - 1 or (rule == "formal-name" and not _is_body(words)):
        return None
    head, _, rest = words.partition(" ")
    if rule == "named-programme" and head.lower() in {"programma", "project", "campagne"}:
        return rest.strip("«'‘“\""), kind, rule, match.end()
    return words[:1].upper() + words[1:], kind, rule, match.end()
