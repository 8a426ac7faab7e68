"""The lists of sets that wait for an answer, as feeds."""

from datetime import date, timedelta

from navraag.store.lists import SOON_WORKING_DAYS, DayList, ListKind
from navraag.store.waiting import WaitingCase
from navraag.surfaces.dutch import days, dutch_date
from navraag.surfaces.feeds.atom import Entry, Feed
from navraag.surfaces.links import case_path

MOST_ENTRIES = 500
TITLES: dict[ListKind, str] = {
    "late": "Te laat", "soon": "Binnenkort", "without_notice": "Zonder uitstelbericht", "longest_open": "Langst open",
}
_WINDOWS: dict[ListKind, str] = {
    "late": "Sets Kamervragen die op {day} over de termijn waren",
    "soon": f"Sets Kamervragen waarop binnen {SOON_WORKING_DAYS} werkdagen na {{day}} een antwoord moet komen",
    "without_notice": "Sets Kamervragen die op {day} na drie weken geen antwoord en geen uitstelbericht hadden",
    "longest_open": "Sets Kamervragen die op {day} open waren, de oudste eerst",
}


def waiting_feed(listed: DayList, *, site: str, address: str, page: str, about: str = "") -> Feed:
    """A list as a feed. ``site``: the address of the site; ``about``: in words to what the list is narrowed."""
    shown = listed.cases[:MOST_ENTRIES]
    title = f"Kamervragen: {TITLES[listed.kind].lower()}{f' ({about})' if about else ''}"
    return Feed(
        title=title, window=window(listed, about), url=site + page, address=site + address,
        updated=max((_since(case, listed.kind) for case in shown), default=listed.day),
        entries=tuple(_entry(case, listed.kind, site) for case in shown),
    )


def window(listed: DayList, about: str = "") -> str:
    """In words which sets the list holds, how many, and how many of them the feed tells."""
    told = _WINDOWS[listed.kind].format(day=dutch_date(listed.day)) + (f", alleen {about}" if about else "")
    held = len(listed.cases)
    if listed.beyond and listed.known_until:
        return f"{told}: onbekend, want de bronnen reiken tot en met {dutch_date(listed.known_until)}."
    return f"{told}: {held}. " + (f"Deze feed noemt de eerste {MOST_ENTRIES}." if held > MOST_ENTRIES else "Deze feed noemt ze alle.")


def _since(case: WaitingCase, kind: ListKind) -> date:
    """The day on which a set came into the list."""
    match kind:
        case "late":
            return case.due_on + timedelta(days=1)
        case "without_notice":
            return case.due_on + timedelta(days=1)
        case _:
            return case.notice_on or case.tabled_on


def _entry(case: WaitingCase, kind: ListKind, site: str) -> Entry:
    notice = "Er is geen uitstelbericht." if not case.noticed else f"Uitstelbericht: {dutch_date(case.notice_on) if case.notice_on else 'op onbekende dag'}."
    over = f", {days(case.days_over)} over de termijn" if case.late else ""
    questions = "1 vraag" if case.question_count == 1 else f"{case.question_count} vragen"
    asked = case.addressees or "onbekend"
    return Entry(
        id=f"{site}{case_path(case.number)}", title=case.subject or case.number, url=f"{site}{case_path(case.number)}",
        updated=_since(case, kind), authors=(case.askers or "indiener onbekend",), categories=(case.state, *case.ministries), due_on=case.due_on,
        summary=(
            f"{case.number}, {questions} van {case.askers or 'onbekend'} aan {asked}. Ingezonden op {dutch_date(case.tabled_on)}: "
            f"{days(case.days)} open{over}. Antwoord uiterlijk {dutch_date(case.due_on)}. {notice}"
        ),
    )
