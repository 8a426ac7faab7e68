"""Where to look for the case of a paper that prints no number."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from navraag.linking.aliases import is_zaak
from navraag.linking.folding import asker_key, fold_subject
from navraag.linking.pieces import MatchKey, asker_keys
from navraag.linking.twins import Bundle
from navraag.records.cases import Source
from navraag.records.identifiers import AppendixNumber
from navraag.records.pages import Registration

LooseKey = tuple[date, tuple[str, ...]]
Registrations = Mapping[str, tuple[Source, Registration]]


class Index:
    """Where to look for the case of a paper that prints no number."""

    def __init__(self, bundles: Sequence[Bundle], registrations: Registrations) -> None:
        self.pointers: dict[str, set[str]] = defaultdict(set)
        self.cited: dict[str, list[Bundle]] = defaultdict(list)
        self.named: dict[str, list[Bundle]] = defaultdict(list)
        self._asked: dict[MatchKey, set[str]] = defaultdict(set)
        self._answered: dict[MatchKey, set[str]] = defaultdict(set)
        for one in bundles:
            self._add(one)
        self._add_registrations(registrations, days={key[0] for one in bundles if not _has_zaak(one) for key in loose_keys(one)})

    def _add(self, one: Bundle) -> None:
        for piece in one.pieces:
            for name in piece.points_to:
                self.pointers[name].update(one.numbers)
        for name in see_also_names(one):
            self.cited[name].append(one)
        for name in one.names:
            self.named[name].append(one)
        keys = self._asked if one.role == "question" else self._answered
        for key in one.match_keys:
            keys[key].update(one.numbers)

    def _add_registrations(self, registrations: Registrations, *, days: set[date]) -> None:
        """Only those of days that matter: forty thousand registrations meet a few papers without a number."""
        for number, (_, row) in registrations.items():
            if row.tabled_on in days:
                askers = tuple(sorted(asker_key(asker.name or asker.printed) for asker in row.askers))
                self._asked[row.tabled_on, askers, fold_subject(row.subject)].add(number)


    def by_key(self, one: Bundle) -> tuple[str, ...]:
        """The numbers of papers with the same day, askers and subject: of questions and registrations, else of answers."""
        for index in (self._asked, self._answered):
            if numbers := {number for key in one.match_keys for number in index.get(key, ())}:
                return tuple(sorted(numbers))
        return ()


def _has_zaak(one: Bundle) -> bool:
    return any(is_zaak(number) for number in one.numbers)


def loose_keys(one: Bundle) -> set[LooseKey]:
    """Day of tabling and all askers, of every piece that has both: too little to join, enough to confirm."""
    headings = [piece.heading for piece in one.pieces]
    return {(heading.tabled_on, askers) for heading in headings if heading.tabled_on and (askers := asker_keys(heading))}


def see_also_names(one: Bundle) -> tuple[str, ...]:
    """The publications that a paper's "Zie ook Aanhangsel Handelingen …" names."""
    cited = (AppendixNumber.of(see.session_year, see.number) for piece in one.pieces for see in piece.heading.see_also)
    return tuple(dict.fromkeys(number.publication for number in cited if number))
