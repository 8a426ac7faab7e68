"""Title lines as the Kamer prints them: who asks whom about what, and who answers when."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from navraag.replica.story import Asker, Office, StoryCase, StoryPaper

_MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
)
_COUNTED = {1: "", 2: "beiden "}
_SAID = {
    "delay_notice": "Mededeling", "withdrawal": "Mededeling", "answer": "Antwoord", "further": "Nader antwoord",
    "correction": "Gecorrigeerd antwoord",
}


def dutch_date(day: date) -> str:
    """A date in Dutch words.

    >>> dutch_date(date(2022, 2, 7))
    '7 februari 2022'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def session_year(day: date) -> str:
    """The parliamentary year of a day; it starts on the third Tuesday of September."""
    third = date(day.year, 9, 15)
    start = third.replace(day=15 + (1 - third.weekday()) % 7)
    first = day.year if day >= start else day.year - 1
    return f"{first}-{first + 1}"


def listed(items: Sequence[str]) -> str:
    """Items joined as Dutch does: with commas, the last with "en"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} en {items[-1]}"


def _group(names: Sequence[str], party: str) -> str:
    return f"{listed(names)} ({_COUNTED.get(len(names), 'allen ')}{party})"


def asker_names(askers: Sequence[Asker]) -> str:
    """The members with their parties: "A en B (beiden X)", "A (X), B en C (beiden Y)"."""
    members = [(party, [asker.name for asker in group]) for party, group in groupby(askers, key=lambda asker: asker.party)]
    groups = [_group(names, party) for party, names in members]
    return ", ".join(groups) if len(members[-1][1]) > 1 else listed(groups)


def asked_by(askers: Sequence[Asker]) -> str:
    """"het lid X (Y)" or "de leden …"."""
    return f"{'het lid' if len(askers) == 1 else 'de leden'} {asker_names(askers)}"


def _one_office(office: Office) -> str:
    return f"de {office.role} {office.joint} {office.portfolio}" if office.portfolio else f"de {office.role}"


def _plural(role: str, offices: Sequence[Office]) -> str:
    plural = "Ministers" if role == "Minister" else "Staatssecretarissen"
    return f"de {plural} {listed([f'{office.joint} {office.portfolio}' for office in offices])}"


def office_names(offices: Sequence[Office]) -> str:
    """The offices asked: "de Ministers van A en voor B", "de Minister en Staatssecretaris van C"."""
    portfolios = {office.portfolio for office in offices}
    if [office.role for office in offices] == ["Minister", "Staatssecretaris"] and len(portfolios) == 1:
        return f"de Minister en Staatssecretaris van {offices[0].portfolio}"
    groups = [(role, list(group)) for role, group in groupby(offices, key=lambda office: office.role)]
    return listed([_one_office(group[0]) if len(group) == 1 else _plural(role, group) for role, group in groups])


def question_title(case: StoryCase) -> str:
    """The first title line: "Vragen van … aan … over … (ingezonden …)."."""
    absent = f", bij afwezigheid van {_one_office(case.absent)}," if case.absent else ""
    about = "inzake" if case.chamber == "ek" else "over"
    head = "Mondelinge vragen" if case.oral else "Vragen"
    return f"{head} van {asked_by(case.askers)} aan {office_names(case.to)}{absent} {about} {case.subject} (ingezonden {dutch_date(case.tabled)})."


def answerer_names(offices: Iterable[Office], between: str) -> str:
    """"Minister A (X) en van Staatssecretaris B (Y)"."""
    return f" {between} ".join(
        f"{office.role} {office.name} ({office.portfolio})" if office.portfolio else f"{office.role} {office.name}"
        for office in offices
    )


def see_also_line(see: Sequence[tuple[str, int]]) -> str:
    """"Zie ook Aanhangsel Handelingen, vergaderjaar 2021–2022, nr. 9001.", or nothing."""
    if not see:
        return ""
    year = see[0][0].replace("-", "–")
    word = "nr." if len(see) == 1 else "nrs."
    return f" Zie ook Aanhangsel Handelingen, vergaderjaar {year}, {word} {listed([str(number) for _, number in see])}."


def answer_title(paper: StoryPaper) -> str:
    """The second title line: "Antwoord van …, mede namens … (ontvangen …). Zie ook …"."""
    behalf = f", mede namens {office_names(paper.behalf)}" if paper.behalf else ""
    return (
        f"{_SAID[paper.kind]} van {answerer_names(paper.by, paper.between)}{behalf} "
        f"(ontvangen {dutch_date(paper.on)}).{see_also_line(paper.see)}"
    )


_WHY = {
    "information": "aangezien nog niet alle benodigde informatie binnen is",
    "coordination": "omdat de afstemming met andere ministeries meer tijd vraagt",
}


def notice_lines(case: StoryCase, paper: StoryPaper) -> tuple[str, ...]:
    """The sentences of a delay notice or withdrawal as the Aanhangsel prints them."""
    what = f"de schriftelijke vragen van {asked_by(case.askers)} aan {office_names(case.to)} over {case.subject} (ingezonden {dutch_date(case.tabled)})"
    if paper.kind == "withdrawal":
        return (f"Hierbij deel ik u mede dat {what} zijn ingetrokken.",)
    return (
        f"Hierbij deel ik u mede dat {what} niet binnen de gebruikelijke termijn kunnen worden beantwoord, {_WHY[paper.reason]}.",
        "Ik stuur de antwoorden zo snel mogelijk.",
    )


def notice_sentence(case: StoryCase, paper: StoryPaper) -> str:
    """The one sentence of a notice in a Word file without title."""
    what = f"De vragen van {asked_by(case.askers)} over {case.subject} ({case.number})"
    if paper.kind == "withdrawal":
        return f"{what} zijn ingetrokken."
    return f"{what} kunnen niet binnen de gebruikelijke termijn worden beantwoord, {_WHY[paper.reason]}. Ik stuur uw Kamer de antwoorden zo snel mogelijk."
