"""Facts of a case in words: who, to whom, on whose behalf, in which state, and how to cite it."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Literal

from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, Pair
from navraag.records.timeline import State, Timeline
from navraag.surfaces.web.translations import Messages

Tone = Literal["open", "late", "done", "slow", "quiet"]

TONES: dict[State, Tone] = {
    "open": "open", "open_noticed": "open", "overdue_three": "late", "overdue_six": "late",
    "answered_in_time": "done", "answered_in_extended_term": "done", "answered_late": "slow",
    "withdrawn": "quiet", "unknown": "quiet", "no_clock": "quiet",
}

OPEN = frozenset(state for state, tone in TONES.items() if tone in {"open", "late"})


def asker(who: Attribution) -> str:
    """A member with the party as printed: "Kuik (CDA)"."""
    return f"{who.name or who.printed} ({who.party})" if who.party else who.name or who.printed


def office(who: Attribution, say: Messages) -> str:
    """An office: "minister van Volksgezondheid, Welzijn en Sport"; as printed where it was not understood."""
    if who.role is None:
        return who.printed or who.name or ""
    role = say(f"role.{who.role}")
    return f"{role} {say('word.of')} {who.portfolio}" if who.portfolio else role


def answerer(who: Attribution, say: Messages) -> str:
    """Who answered: the name, and the office behind it in brackets where it is known."""
    place = office(who, say)
    return f"{who.name} ({place})" if who.name and who.role else who.name or place


def short_answerer(who: Attribution, say: Messages) -> str:
    """Who answered in few words: "minister Agema"."""
    if who.name and who.role:
        return f"{say(f'role.{who.role}')} {who.name}"
    return answerer(who, say)


def asker_names(people: Iterable[Attribution]) -> list[str]:
    """Each member, in the order printed."""
    return [asker(who) for who in people]


def office_names(people: Iterable[Attribution], say: Messages) -> list[str]:
    """Each office, with the name where one is known."""
    return [capital(answerer(who, say)) for who in people]


def answerer_names(people: Iterable[Attribution], say: Messages) -> list[str]:
    """Each who answered: the name, and the office in brackets."""
    return [capital(answerer(who, say)) for who in people]


def paths(people: Iterable[Attribution], page: Callable[[str], str]) -> list[str]:
    """For each, our page of the person; "" where it stays open who is meant."""
    return [page(who.person_id) if who.person_id else "" for who in people]


def short_list(people: Iterable[Attribution], say: Messages) -> str:
    """Who answered, all in one list of few words."""
    return say.listing([short_answerer(who, say) for who in people])


def capital(words: str) -> str:
    """The words with a capital at their start."""
    return words[:1].upper() + words[1:]


def publications(case: Case) -> list[str]:
    """The official publications that the case stands on: question, notices, answers, withdrawal; each once."""
    papers = (case.questions, *case.notices, *case.answers, case.withdrawal)
    return list(dict.fromkeys(paper.publication for paper in papers if paper and paper.publication))


def topics(case: Case) -> list[str]:
    """The topics, the precise ones alone: "Water" says nothing beside "Natuur en milieu | Water"."""
    parts = {part.strip().casefold() for topic in case.topics if "|" in topic for part in topic.split("|")}
    return [topic for topic in case.topics if topic.strip().casefold() not in parts]


def standing(case: Case, clock: Timeline, say: Messages) -> str:
    """In one sentence how the case stands: after how many days it was answered, or how long it has been open."""
    if clock.answered_on and clock.days_taken is not None:
        return _answered_after(clock, clock.days_taken, clock.answered_on, say)
    if clock.state in OPEN and clock.tabled_on and clock.due_on:
        noticed = clock.state in {"open_noticed", "overdue_six"}
        limit = (clock.extended_until if noticed else None) or clock.due_on
        kind = "was_due" if clock.state.startswith("overdue") else "due"
        running = say.count("standing.running", (clock.today - clock.tabled_on).days)
        return f"{running} {say(f'standing.{kind}', day=say.day(limit))}"
    if clock.state == "unknown" and case.closed and not case.answers:
        return say("standing.closed")
    if clock.state == "unknown" and clock.known_until and clock.today > clock.known_until:
        return say("standing.unknown_since", day=say.day(clock.known_until))
    return say(f"standing.{clock.state}") if clock.state in {"withdrawn", "unknown", "no_clock"} else ""


def _answered_after(clock: Timeline, days: int, day: date, say: Messages) -> str:
    told = say.count("standing.answered", days, day=say.day(day))
    limit, over = ("six", clock.days_over_six) if clock.notice_on else ("three", clock.days_over_three)
    return f"{told} {say.count(f'standing.over_{limit}', over)}" if over and over > 0 else told


def kind_name(kind: str, say: Messages) -> str:
    """The kind of a document in words; the word itself where it is new to us."""
    return say.get(f"kind.{kind}", kind)


def place_name(place: str, say: Messages) -> str:
    """Where a spelling stands, in words."""
    return say.get(f"place.{place}", place)


def part_name(part: str, say: Messages) -> str:
    """The part of a case that a version prints, in words: "vraag 5"."""
    word, _, label = part.replace("/", " ").partition(" ")
    return f"{say.get(f'part.{word}', word)} {label}".strip()


def askers(people: Iterable[Attribution], say: Messages) -> str:
    """All members in one list, in the order printed."""
    return say.listing([asker(who) for who in people])


def cite_case(case: Case, say: Messages, address: str) -> str:
    """A citation of the whole case, to copy."""
    parts = [_who(case), say("cite.subject", subject=case.subject) if case.subject else "", _tabled(case, say)]
    return say("cite.case", number=case.number, facts=_sentence(parts), address=address)


def cite_pair(case: Case, pair: Pair, say: Messages, address: str) -> str:
    """A citation of one numbered question with its answers, to copy."""
    given = [answers for answers in case.answers if any(held.answer_set == answers.id for held in pair.answers)]
    parts = [_who(case), _tabled(case, say), *(_answered(answers, say) for answers in given)]
    return say("cite.pair", number=case.number, label=pair.label, facts=_sentence(parts), address=address)


def _who(case: Case) -> str:
    return ", ".join(asker(who) for who in case.askers)


def _tabled(case: Case, say: Messages) -> str:
    return say("cite.tabled", day=say.day(case.tabled_on)) if case.tabled_on else ""


def _answered(answers: CaseAnswers, say: Messages) -> str:
    who = say.listing([short_answerer(who, say) for who in answers.answerers])
    day = say.day(answers.received_on) if answers.received_on else ""
    place = ""
    if answers.appendix_number and answers.session_year:
        place = say("cite.appendix", year=answers.session_year, number=answers.appendix_number)
    facts = ", ".join(part for part in (who, day, place) if part)
    return say("cite.answer", facts=facts) if facts else ""


def _sentence(parts: Iterable[str]) -> str:
    return "; ".join(part for part in parts if part)
