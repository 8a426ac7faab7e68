"""What a message says: one or more events, in Dutch or English, as plain text and as HTML, without anything that follows the reader."""

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape

from navraag.store.happened import Event, EventKind
from navraag.surfaces.dutch import dutch_date
from navraag.surfaces.links import case_path, pair_path

_WORDS: dict[str, dict[EventKind, str]] = {
    "nl": {
        "asked": "Nieuwe vragen", "noticed": "Uitstelbericht", "answered": "Beantwoord", "corrected": "Nader antwoord of rectificatie", "withdrawn": "Ingetrokken",
        "late": "Te laat: de termijn is verstreken", "promise_due": "Toezegging nadert haar termijn", "promise_lapsed": "Termijn van toezegging verstreken; geen oordeel of zij is nagekomen",
    },
    "en": {
        "asked": "New questions", "noticed": "Delay notice", "answered": "Answered", "corrected": "Further answer or correction", "withdrawn": "Withdrawn",
        "late": "Late: the term has passed", "promise_due": "Promise nears its term", "promise_lapsed": "Term of a promise has passed; no judgement whether it was kept",
    },
}
_TEXTS = {
    "nl": {
        "confirm_subject": "Bevestig uw meldingen van Navraag", "confirm": "Iemand, waarschijnlijk u, vroeg om meldingen van Navraag aan dit adres: {what}.\n\nBevestig dat hier:\n{link}\n\n"
        "Doet u niets, dan vergeten we uw adres na twee dagen.", "one": "{kind}: {subject}", "many": "{count} meldingen van Navraag", "stop": "Afmelden, in één klik: {link}",
        "why": "U krijgt dit bericht omdat u meldingen vroeg over {what}.",
    },
    "en": {
        "confirm_subject": "Confirm your alerts from Navraag", "confirm": "Somebody, probably you, asked for alerts from Navraag to this address: {what}.\n\nConfirm it here:\n{link}\n\n"
        "If you do nothing, we forget your address after two days.", "one": "{kind}: {subject}", "many": "{count} alerts from Navraag", "stop": "Unsubscribe, in one click: {link}",
        "why": "You get this message because you asked for alerts about {what}.",
    },
}
LANGUAGES = tuple(_TEXTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A message: its subject, and its words twice."""

    subject: str
    plain: str
    html: str


def confirmation(what: str, link: str, language: str) -> Letter:
    """The message that asks whether an address is theirs who gave it."""
    texts = _TEXTS[language]
    plain = texts["confirm"].format(what=what, link=link)
    return Letter(subject=texts["confirm_subject"], plain=plain + "\n", html=_page(_lines(plain)))


def notification(events: Iterable[Event], what: str, *, site: str, stop: str, language: str) -> Letter:
    """The message that tells of events."""
    told = tuple(events)
    texts, words = _TEXTS[language], _WORDS[language]
    first = texts["one"].format(kind=words[told[0].kind], subject=told[0].detail.get("subject") or told[0].number)
    subject = first if len(told) == 1 else texts["many"].format(count=len(told))
    parts = [_plain(event, language, site) for event in told]
    foot = f"{texts['why'].format(what=what)}\n{texts['stop'].format(link=stop)}"
    body = "".join(_shown(event, language, site) for event in told)
    return Letter(subject=_one_line(subject), plain="\n\n".join([*parts, "-- \n" + foot]) + "\n", html=_page(f"<ul>{body}</ul><hr>{_lines(foot)}"))


def _plain(event: Event, language: str, site: str) -> str:
    lines = [_what(event, language), _one_line(event.detail.get("subject", "")), *([f"\u201c{_one_line(event.detail['quote'])}\u201d"] if "quote" in event.detail else [])]
    return "\n".join([*(line for line in lines if line), _address(event, site)])


def _shown(event: Event, language: str, site: str) -> str:
    quote = f"<blockquote>{escape(event.detail['quote'])}</blockquote>" if "quote" in event.detail else ""
    title = escape(event.detail.get("subject") or event.number)
    return f'<li><p>{_what(event, language)}<br><a href="{escape(_address(event, site))}">{title}</a></p>{quote}</li>'


def _address(event: Event, site: str) -> str:
    number, _, label = event.detail.get("pair", "").partition("/")
    return site + (pair_path(number, label) if label else case_path(event.number))


def _what(event: Event, language: str) -> str:
    """What happened, and on which day."""
    return f"{_WORDS[language][event.kind]} ({dutch_date(event.day) if language == 'nl' else event.day.isoformat()})"


def _lines(plain: str) -> str:
    return "".join(f"<p>{_linked(escape(part))}</p>" for part in plain.split("\n") if part)


def _linked(line: str) -> str:
    head, found, rest = line.partition("http")
    return f'{head}<a href="{found}{rest}">{found}{rest}</a>' if found and " " not in rest else line


def _page(body: str) -> str:
    return f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def _one_line(words: str) -> str:
    """Words that cannot begin another header or line."""
    return " ".join(words.split())[:300]
