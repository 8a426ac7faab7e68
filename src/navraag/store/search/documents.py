"""Case to documents of the index: one for each pair, and one for the case itself where it has none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from navraag.lexicon.names import party_named
from navraag.lexicon.offices import line_named
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, Pair, PairAnswer
from navraag.records.text import Footnote, Text
from navraag.store.outbox import IndexedCase
from navraag.store.roles import office_label
from navraag.store.rows import case_publications
from navraag.store.search.analysis import Analyzer
from navraag.store.search.found import found_fields, in_pair
from navraag.store.search.schema import ORDERS, order_keys

Fields = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Documents:
    """Makes the documents of cases, with one analysis and the usual names of persons."""

    analyzer: Analyzer
    names: Mapping[str, str]

    def of(self, entry: IndexedCase) -> Iterator[Fields]:
        """The documents of one case, in the order of its questions."""
        shared = self._shared(entry)
        case = entry.case
        for place, pair in enumerate(case.pairs, start=1):
            keys = {key: shared[key] + place for key in ORDERS.values()}
            yield self._pair(case, pair, shared | keys | found_fields(in_pair(entry.found, pair)))
        if case.orphans or not case.pairs:
            loose = found_fields(one for one in entry.found if not one.labels)
            yield self._document(case.number, _flags(case, case.orphans), shared | loose, Words(answer=_answers(case.orphans)))

    def _pair(self, case: Case, pair: Pair, shared: Fields) -> Fields:
        words = Words(question=pair.question.text.plain, answer=_answers(pair.answers), note=notes_of(case, pair))
        return self._document(pair.id, _flags(case, pair.answers, asked=True), shared, words)

    def _document(self, name: str, flags: list[str], shared: Fields, words: "Words") -> Fields:
        (question, question_bag), (answer, answer_bag), (note, note_bag) = map(self.analyzer.both, (words.question, words.answer, words.note))
        context_bag = f"{shared['context_bag']} {note_bag}"
        return shared | {
            "id": name, "flag": flags, "question": question, "question_bag": question_bag, "answer": answer, "answer_bag": answer_bag,
            "note": note, "note_bag": note_bag, "context_bag": context_bag, "all_bag": f"{question_bag} {answer_bag} {context_bag}",
        }

    def _shared(self, entry: IndexedCase) -> Fields:
        """What all documents of a case have in common."""
        case, read = entry.case, self.analyzer
        askers = [self._name(who) for who in case.askers]
        offices = [_office_words(who) for who in case.addressees]
        answerers = [who for given in case.answers for who in (*given.answerers, *given.on_behalf_of)]
        ids = _ids(case)
        subjects = " ".join(dict.fromkeys([case.subject, *(spelling.text for spelling in case.subjects)]))
        subject_bag = read.bag(subjects)
        context = [subject_bag, read.bag(" ".join((*askers, *offices))), *ids]
        return {
            "case": case.number, "ids": ids, "chamber": case.chamber,
            "subject": read.exact(subjects), "subject_bag": subject_bag, "context_bag": " ".join(context),
            "party": _unique(party_of(who) for who in case.askers), "member": _unique(askers),
            "ministry": _unique(ministry_of(who, case.tabled_on) for who in case.addressees),
            "answer_ministry": _unique(ministry_of(who, case.tabled_on) for who in answerers),
            "topic": _unique(case.topics), "state": entry.last_state or "unknown",
            "kind": _unique(given.kind for given in case.answers),
            "asker_words": read.exact(" ".join(askers)),
            "addressee_words": read.exact(" ".join((*offices, *(self._name(who) for who in case.addressees)))),
            "answerer_words": read.exact(" ".join(f"{_office_words(who)} {self._name(who)}" for who in answerers)),
            "topic_words": read.exact(" ".join(case.topics)),
            **_days(case, entry.answered_on, entry.row),
        }

    def _name(self, who: Attribution) -> str:
        """The usual name of the person where it is known, else the name as printed; "" for an office without a name."""
        return self.names.get(who.person_id or "") or who.name or ("" if who.role else who.printed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The texts of one document."""

    question: str = ""
    answer: str = ""
    note: str = ""


def party_of(who: Attribution) -> str:
    """The code of the party; the party as printed where our table has none; "" where none is printed."""
    if who.organization_id or not who.party:
        return who.organization_id or ""
    party = party_named(who.party)
    return party.code if party else who.party


def ministry_of(who: Attribution, day: date | None) -> str:
    """The line of the ministry; the office in words where our table has none."""
    return who.organization_id or (line_named(who.portfolio, day) if who.portfolio else None) or (office_label(who) if who.role else "")


def notes_of(case: Case, pair: Pair) -> str:
    """The notes that the question and its answers refer to."""
    asked = _noted(case.questions.footnotes, [pair.question.text]) if case.questions else []
    by_id: dict[str, CaseAnswers] = {given.id: given for given in case.answers}
    told = [
        line for one in pair.answers if one.answer_set in by_id
        for line in _noted(by_id[one.answer_set].footnotes, [one.answer.text])
    ]
    return "\n".join((*asked, *told))


def _noted(notes: Iterable[Footnote], texts: Iterable[Text]) -> list[str]:
    labels = {label for text in texts for label in text.labels}
    return [note.text for note in notes if note.label in labels] if labels else []


def _answers(answers: Iterable[PairAnswer]) -> str:
    return "\n".join(one.answer.text.plain for one in answers)


def _office_words(who: Attribution) -> str:
    return " ".join(part for part in (who.role, who.portfolio) if part)


def _unique(values: Iterable[str]) -> list[str]:
    return [value for value in dict.fromkeys(values) if value]


def _ids(case: Case) -> list[str]:
    """Every number that leads to the case, in small letters."""
    appendices = [f"{given.session_year}-{given.appendix_number}" for given in case.answers if given.appendix_number and given.session_year]
    return _unique(name.lower() for name in (case.number, *case.former_numbers, *case_publications(case), *appendices))


def _flags(case: Case, answers: tuple[PairAnswer, ...], *, asked: bool = False) -> list[str]:
    """What the document is, as the field ``is:`` names it."""
    held = {
        "uitgesteld": bool(case.notices), "ingetrokken": case.withdrawal is not None, "mondeling": case.oral,
        "eerste-kamer": case.chamber == "ek", "tekst": asked or bool(answers), "antwoord": bool(answers),
        "gezamenlijk": any(len(one.joint_with) > 1 for one in answers),
        "verwijzing": any(one.answer.see_also for one in answers),
        "vervolg": any(relation.kind in {"follows_up", "supplements"} for relation in case.relations),
        "nader": any(given.kind == "further" for given in case.answers),
        "gecorrigeerd": any(given.kind == "correction" for given in case.answers),
    }
    return [name for name, holds in held.items() if holds]


def _days(case: Case, answered_on: str | None, row: int) -> Fields:
    asked = case.tabled_on
    answered = date.fromisoformat(answered_on) if answered_on else None
    return {
        "year": asked.year if asked else 0, "asked": _number(asked), "answered": _number(answered),
        "days": (answered - asked).days if asked and answered else -1, **order_keys(asked, answered, row),
    }


def _number(day: date | None) -> int:
    return day.year * 10_000 + day.month * 100 + day.day if day else 0
