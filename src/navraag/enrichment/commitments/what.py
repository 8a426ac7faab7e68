"""What an undertaking delivers, and how firmly it is said."""

from navraag.enrichment.commitments import acts
from navraag.enrichment.screening import in_low, mentions
from navraag.records.findings import Deliverable, Strength

# What is delivered, the words of which one must stand in the sentence, the pattern; the first that holds.
_PRINTED: tuple[tuple[Deliverable, tuple[str, ...], str], ...] = (
    ("bill", ("wetsvoorstel", "wetswijziging", "nota van wijziging"), r"\b(?:\w{0,20}wetsvoorstel\w{0,3}|wetswijziging|nota van wijziging)\b"),
    ("letter", ("brief", "schriftelijk"), r"\b\w{0,30}brie(?:f|ven)\b|\bschriftelijk\b"),
    ("report", ("rapport", "verslag", "monitor", "evaluatie", "resultaten", "uitkomsten", "onderzoek"), r"\b(?:\w{0,30}rapport\w{0,6}|\w{0,20}verslag|monitor|evaluatie\w{0,7}|resultaten|uitkomsten)\b"),
    ("study", ("onderzoek", "verken", "nagaan", "ga na", "bezie", "evalueren", "analyse"), r"\b(?:\w{0,12}onderzoek\w{0,4}|verkenn?\w{0,5}|nagaan|ga ik na|ik ga na|bezien?|evalueren|analyseren|analyse)\b"),
    ("plan", ("plan", "aanpak", "strategie", "agenda", "handreiking", "handvatten", "stappenplan", "gids"), r"\b(?:\w{0,20}plan(?:nen)?|plan van aanpak|\w{0,20}strategie|handreiking|handvatten|gids|leidraad)\b"),
    ("rule", ("regeling", "besluit", "maatregel", "wet ", "norm", "subsidie"), r"\b(?:\w{0,20}regeling(?:en)?|\w{0,20}besluit|maatregel(?:en)?|subsidie\w{0,10})\b"),
    ("talk", ("gesprek", "overleg", "spreek", "spreken", "debat", "bezoek"), r"\b(?:gesprek(?:ken)?|overleg|spreken|spreek|debat|werkbezoek|bezoek)\b"),
    ("answer", ("beantwoord", "antwoorden"), r"\b(?:beantwoorden|antwoorden)\b"),
    ("news", ("informe", "ïnformeerd", "bericht", "hoogte", "terug", "melden", "gemeld"), r"\b(?:\w{0,4}informe\w{1,4}|geïnformeerd|berichten?|bericht|hoogte|terug\w{0,6}|gemeld|melden)\b"),
)
_DELIVERABLES = tuple((what, needs, in_low(pattern)) for what, needs, pattern in _PRINTED)
_SOFT = in_low(
    r"\b(?:bezien|bezie|bekijken|bekijk|verkennen|verken|nagaan|overwegen|overweeg|kijken of|waar mogelijk|zo mogelijk|indien mogelijk|indien nodig|zo nodig|waar nodig|in gesprek|onder de aandacht|mij inzetten|inspannen|te zijner tijd"
    r"|proberen|trachten|probeer)\b"
)


def deliverable(words: str) -> Deliverable | None:
    """What is delivered, by its words in lower case; None where they name nothing known.

    >>> deliverable("ik stuur uw kamer in mei een brief"), deliverable("dit zal ik doen")
    ('letter', None)
    """
    return next((what for what, needs, pattern in _DELIVERABLES if mentions(words, needs) and pattern.search(words)), None)


def strength(kind: str, words: str) -> Strength:
    """Hard: an undertaking without reserve; soft: anything that is striven for, looked into, or hangs on a condition."""
    return "hard" if kind == "commitment" and not _SOFT.search(words) and not acts.CONDITION.search(words) else "soft"
