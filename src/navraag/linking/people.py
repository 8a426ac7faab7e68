"""Every attribution of a case to the person, membership, party and post as of its day. Pure, and never a guess.

Askers and who was asked count on the day of tabling, who answered on the day of receipt, a notice on its own day. A name
is weighed by how well it fits (``person_names``) and by what the day adds: a seat in the Kamer, the party printed, the
post. The one person who weighs most is meant; where two weigh the same, both are candidates and nobody is named.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from navraag.lexicon.cabinets import next_chamber
from navraag.lexicon.names import party_label, party_named
from navraag.lexicon.offices import post_of
from navraag.linking.directory import Directory
from navraag.linking.judgements import Judgement
from navraag.linking.ministries import ministry_of, portfolio_of, posts_of, printed_post, sole_holder
from navraag.linking.person_names import Fit
from navraag.records.attribution import Attribution
from navraag.records.cases import Case, CaseAnswers, CaseNotice
from navraag.records.people import Membership

People = tuple[Attribution, ...]
_CONFIDENCE = {7: 1.0, 6: 0.98, 5: 0.95, 4: 0.9, 3: 0.8, 2: 0.75}
_LIFETIME = 30
"""Years: a name with initials that fits a person of long ago is another's."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a name, or an office, turned out to be."""

    person: str | None = None
    membership: Membership | None = None
    candidates: tuple[str, ...] = ()
    confidence: float | None = None


class Resolver:
    """Resolves the attributions of cases; one directory, one set of human decisions."""

    def __init__(self, directory: Directory, judgements: Sequence[Judgement] = ()) -> None:
        self.directory = directory
        self._decided = {(one.case, one.name): one.value for one in judgements if one.decision == "person"}
        self._asker = lru_cache(maxsize=32768)(self._find_asker)
        self._named = lru_cache(maxsize=32768)(self._find_named)

    def resolved(self, case: Case) -> Case:
        """The case with every attribution resolved as far as the directory tells."""
        day = case.tabled_on
        answers = tuple(self._answers(one, case) for one in case.answers)
        return replace(
            case, askers=tuple(_senator(who) if case.chamber == "ek" else self.asker(who, day, case.number) for who in case.askers),
            addressees=_confirmed(self.offices(case.addressees, day, case.number), answers), answers=answers,
            notices=tuple(self._notice(one, case) for one in case.notices),
            withdrawal=self._notice(case.withdrawal, case) if case.withdrawal else None,
        )

    def _answers(self, given: CaseAnswers, case: Case) -> CaseAnswers:
        day = given.received_on
        return replace(
            given, answerers=self.offices(given.answerers, day, case.number), on_behalf_of=self.offices(given.on_behalf_of, day, case.number),
        )

    def _notice(self, notice: CaseNotice, case: Case) -> CaseNotice:
        return replace(notice, announced_by=self.offices(notice.announced_by, notice.announced_on, case.number))

    def asker(self, who: Attribution, day: date | None, case: str) -> Attribution:
        """A member: the person, the seat on the day, and the party where none is printed."""
        decided = self._decision(who, case)
        found = Found(person=decided, confidence=1.0) if decided else self._asker(who.printed, who.name, _party(who), day)
        seat = self._seat(found.person, day)
        told = seat.on_behalf_of_id if seat and day and seat.certain(day) else None
        return replace(
            who, party=who.party or (party_label(told) if told else None), person_id=found.person,
            membership_id=seat.id if seat else None, organization_id=_party(who) or told, confidence=found.confidence,
            candidates=found.candidates,
        )

    def offices(self, people: People, day: date | None, case: str) -> People:
        """Offices and those who hold them; one name twice stands for two offices where the person held two."""
        twice = Counter(who.printed for who in people)
        taken: Counter[str] = Counter()
        resolved = []
        for who in people:
            resolved.append(self._office(who, day, case, turn=taken[who.printed] if twice[who.printed] > 1 else None))
            taken[who.printed] += 1
        return tuple(resolved)

    def _office(self, who: Attribution, day: date | None, case: str, *, turn: int | None) -> Attribution:
        post = printed_post(who, day)
        decided = self._decision(who, case)
        if who.name and not _is_office(who):
            found = Found(person=decided, confidence=1.0) if decided else self._named(who.printed, who.name, post, day)
        elif post and day:
            found = self._holder(post, day)
        else:
            found = Found()
        membership = found.membership or self._post_held(found.person, post, day, turn)
        ministry = ministry_of(who, day) or self._ministry(found.person, membership, day)
        return replace(_as_office(who, found, membership, post=post, day=day), organization_id=ministry)

    def _ministry(self, person: str | None, membership: Membership | None, day: date | None) -> str | None:
        """The ministry of a person by whatever post he held: known even where two posts in one ministry leave open which."""
        if person is None or day is None:
            return None
        held = (membership,) if membership else posts_of(self.directory, person, day)
        found = {one.organization_id for one in held}
        return found.pop() if len(found) == 1 else None

    def _holder(self, post: str, day: date) -> Found:
        membership, candidates = sole_holder(self.directory, post, day)
        if membership is None:
            return Found(candidates=candidates)
        return Found(person=membership.person_id, membership=membership, confidence=0.95)

    def _post_held(self, person: str | None, post: str | None, day: date | None, turn: int | None) -> Membership | None:
        """The membership by which a person held the printed post, or, where none is printed, the only one that he held."""
        if person is None or day is None:
            return None
        held = posts_of(self.directory, person, day)
        if post:
            return next((one for one in reversed(held) if one.post_id == post), None)
        if turn is not None and turn < len(held):
            return sorted(held, key=lambda one: one.id)[turn]
        return held[0] if len({one.post_id for one in held}) == 1 else None

    def _decision(self, who: Attribution, case: str) -> str | None:
        """What people decided about this name, in this case or in all."""
        if not self._decided:
            return None
        return self._decided.get((case, who.printed)) or self._decided.get(("*", who.printed))

    def _find_asker(self, printed: str, name: str | None, party: str | None, day: date | None) -> Found:
        weights = {person: self._weigh_asker(person, found, party, day) for person, found in self.directory.fitting(printed, name)}
        return _best(weights)

    def _seat(self, person: str | None, day: date | None) -> Membership | None:
        """The seat of a member on a day, where the sources tell of it, or it has likely gone on since."""
        seat = self.directory.seat(person, day) if person and day else None
        return seat if seat and day and (seat.certain(day) or _likely(seat, day)) else None

    def _weigh_asker(self, person: str, found: Fit, party: str | None, day: date | None) -> int:
        """How surely a member is meant: 0 not, 1 perhaps, from 2 on yes where nobody weighs as much."""
        if day is None:
            return 3 if found == 3 else 1
        seat = self._seat(person, day)
        if seat is None:
            return self._without_seat(person, found, day)
        sure = seat.certain(day)
        agrees = None if party is None or seat.on_behalf_of_id is None else party == seat.on_behalf_of_id
        if found == 1:
            return 0 if agrees is False else (5 if sure else 4) if agrees else 2 if sure else 1
        return found + (3 if sure else 2) + (1 if agrees else -1 if agrees is False else 0)

    def _without_seat(self, person: str, found: Fit, day: date) -> int:
        """A name in full that fits a person of whom no seat is known on the day: he may have left it, or not be listed."""
        years = self.directory.years_from(person, day)
        if found == 3:
            return 3 if years < _LIFETIME else 1
        return (2 if years == 0 else 1) if found == 2 else 0

    def _find_named(self, printed: str, name: str | None, post: str | None, day: date | None) -> Found:
        weights = {person: self._weigh_named(person, found, post, day) for person, found in self.directory.fitting(printed, name)}
        return _best(weights)

    def _weigh_named(self, person: str, found: Fit, post: str | None, day: date | None) -> int:
        """How surely a minister or state secretary is meant."""
        if day is None:
            return 3 if found == 3 else 1
        held = posts_of(self.directory, person, day)
        if not held:
            return self._without_seat(person, found, day)
        if post and any(one.post_id == post for one in held):
            return found + 4
        sure = any(one.certain(day) for one in held)
        if found == 1:
            return 2 if sure else 1
        return found + (3 if sure else 2)


def _best(weights: Mapping[str, int]) -> Found:
    """The one person who weighs most; where several do, or nobody surely, they are candidates."""
    most = max(weights.values(), default=0)
    best = tuple(sorted(person for person, weight in weights.items() if weight == most and most))
    if len(best) != 1 or most == 1:
        return Found(candidates=best)
    return Found(person=best[0], confidence=_CONFIDENCE[most])


def _party(who: Attribution) -> str | None:
    row = party_named(who.party) if who.party else None
    return row.code if row else None


def _senator(who: Attribution) -> Attribution:
    """A member of the Eerste Kamer, of whom the sources know no seats: the party that is printed, no person."""
    return replace(who, organization_id=_party(who))


def _likely(seat: Membership, day: date) -> bool:
    """A seat of which no end is told goes on until the next elections, as far as the sources go."""
    return seat.known_until is not None and day < next_chamber(seat.known_until)


def _is_office(who: Attribution) -> bool:
    """Whether what stands as a name is the office itself."""
    return who.role is not None and who.name == who.printed and who.portfolio is not None and who.portfolio in who.printed


def _as_office(who: Attribution, found: Found, membership: Membership | None, *, post: str | None, day: date | None) -> Attribution:
    """The attribution with person and post; a name without an office gets the one that it held."""
    meant = post or (membership.post_id if membership else None)
    row = post_of(meant) if meant and not who.role else None
    return replace(
        who, person_id=found.person, membership_id=membership.id if membership else None, post_id=meant,
        role=who.role or (row.role if row else None), portfolio=who.portfolio or (portfolio_of(meant, day) if row and meant and day else None),
        confidence=found.confidence, candidates=found.candidates,
    )


def _confirmed(people: People, answers: Iterable[CaseAnswers]) -> People:
    """An office of which the sources do not tell surely who held it: who answered from it by name confirms the only candidate."""
    signed = {(who.post_id, who.person_id): who for given in answers for who in given.answerers if who.name and who.person_id}
    return tuple(
        replace(who, person_id=who.candidates[0], membership_id=signed[who.post_id, who.candidates[0]].membership_id, candidates=(), confidence=0.8)
        if len(who.candidates) == 1 and (who.post_id, who.candidates[0]) in signed else who
        for who in people
    )
