"""Dates, offices and states in plain Dutch, for the command line, the site and feeds."""

from datetime import date

from navraag.records.attribution import Attribution
from navraag.records.timeline import State, Timeline

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
    "december",
)
STATES: dict[State, str] = {
    "open": "open, binnen de termijn",
    "open_noticed": "open, uitstel gevraagd",
    "overdue_three": "te laat: langer dan drie weken open, zonder uitstelbericht",
    "overdue_six": "te laat: langer dan zes weken open",
    "answered_in_time": "beantwoord binnen drie weken",
    "answered_in_extended_term": "beantwoord binnen de verlengde termijn van zes weken",
    "answered_late": "te laat beantwoord",
    "withdrawn": "ingetrokken",
    "unknown": "onbekend",
    "no_clock": "geen termijn",
}

LAYOUTS = {
    "koop_xml": "officiële XML", "koop_xml_old": "officiële XML (oude vorm)", "koop_html": "officiële webpagina", "koop_metadata": "officiële metagegevens",
    "tk_docx": "Word-bestand", "pdf": "PDF-bestand", "plain_text": "platte tekst", "openkamer_page": "pagina van Open Kamer",
    "tk_entities": "registratie van de Tweede Kamer", "odt": "OpenDocument-bestand",
}


def dutch_date(day: date | None) -> str:
    """A date as people write it: "10 februari 2020"; "onbekend" where there is none."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else "onbekend"


def days(number: int) -> str:
    """A number of days: "1 dag", "105 dagen"."""
    return f"{number} dag" if number == 1 else f"{number} dagen"


def office(attribution: Attribution) -> str:
    """An office in words: "Staatssecretaris van Justitie en Veiligheid"."""
    if not attribution.role:
        return attribution.printed
    return f"{attribution.role} van {attribution.portfolio}" if attribution.portfolio else attribution.role


def holder(attribution: Attribution) -> str:
    """A minister by name: "Broekers-Knol (Staatssecretaris van Justitie en Veiligheid) (VVD)"."""
    parts = [attribution.name or "", office(attribution) if attribution.role else "", attribution.party or ""]
    name, post, party = parts
    if not name:
        return post or attribution.printed
    return " ".join([name, *(f"({part})" for part in (post, party) if part)])


def member(attribution: Attribution) -> str:
    """A member with the party: "Anne Kuik (CDA)"."""
    name = attribution.name or attribution.printed
    return f"{name} ({attribution.party})" if attribution.party else name


def state_words(clock: Timeline) -> str:
    """The state of a case in words; unknown says since when."""
    if clock.state == "unknown" and clock.known_until:
        return f"onbekend sinds {dutch_date(clock.known_until)}: de bron is tot die dag volledig"
    return STATES[clock.state]


def joined(items: list[str]) -> str:
    """Items as a Dutch list: "a, b en c"."""
    return " en ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
