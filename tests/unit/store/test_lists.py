"""Lists of a day: what is in them, in which order, by whom counted, and what is said of days beyond the sources."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from navraag.errors import NotFoundError
from navraag.store.lists import day_list, groups, key_of, last_known_day, names_of, working_days_after
from navraag.store.reader import Registry
from navraag.store.waiting import DAYS_KEPT, waiting_on
from tests.unit.store.waiting_cases import TODAY, registry


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Registry]:
    """The registry of invented cases."""
    with registry(tmp_path_factory.mktemp("lists")) as opened:
        yield opened


def serials(held: Registry, kind: str, day: date = TODAY, **only: str) -> list[int]:
    """The cases of a list by their serial."""
    return [int(case.number[-4:]) for case in day_list(held, kind, day, only=only).cases]


def test_what_stands_in_each_list(held: Registry) -> None:
    """Most days over first; due first; oldest first."""
    assert serials(held, "late") == [1, 2, 4]  # 79, 9 and 8 days over
    assert serials(held, "without_notice") == [1, 2]
    assert serials(held, "soon") == [5, 3]  # due in six and in twelve days; case 6 later than ten working days
    assert serials(held, "longest_open") == [1, 4, 2, 3, 5, 6]


def test_one_case_with_all_that_is_told(held: Registry) -> None:
    """Days, terms, notice, reason, codes."""
    one = next(case for case in day_list(held, "late", TODAY).cases if case.number.endswith("0004"))
    assert (one.days, one.days_over, one.days_over_three, one.due_on) == (50, 8, 29, TODAY - timedelta(days=8))
    assert (one.state, one.noticed, one.notice_on, one.reasons) == ("overdue_six", True, TODAY - timedelta(days=25), ("information_not_received",))
    assert (one.ministries, one.posts, one.parties, one.members) == (("jenv", "vws"), ("minister-jenv", "minister-vws"), ("cda", "sp"), ("tom-toets", "sanne-proefman"))
    assert one.recess_days >= 0


@pytest.mark.parametrize(("back", "kind", "expected"), [
    (6, "late", [1, 2, 4]),  # by days over: 73, 3, 2
    (80, "late", []),  # case 1 is twenty days old
    (79, "soon", [1, 16]),  # due that day, and ten days later
    (36, "longest_open", [1, 15, 4]),  # case 15 was answered five days after
    (400, "longest_open", []),
])
def test_any_past_day(held: Registry, back: int, kind: str, expected: list[int]) -> None:
    """Only what had happened by then counts."""
    assert serials(held, kind, TODAY - timedelta(days=back)) == expected


def test_narrowed_to_ministry_party_member(held: Registry) -> None:
    """Codes; of two ministries under both; together they must all hold."""
    assert serials(held, "longest_open", ministry="vws") == [4, 3, 5]
    assert serials(held, "longest_open", ministry="vws", party="sp") == [4, 5]
    assert serials(held, "longest_open", member="tom-toets") == [4, 3]
    assert serials(held, "longest_open", ministry="Onzin") == [6]  # not resolved: as printed


def test_by_minister_with_holder_and_inherited(held: Registry) -> None:
    """Open sets and questions, notices with reasons, first thirty days, sets asked before; in order of name."""
    by_post = groups(held, day_list(held, "late", TODAY), "post")
    assert [group.key for group in by_post] == ["minister-jenv", "minister-vws"]
    jenv = by_post[0]
    assert (jenv.sets, jenv.questions, jenv.waiting, jenv.waiting_questions, jenv.noticed) == (3, 11, 3, 11, 1)
    assert (jenv.holder, jenv.since, jenv.new_in_office, jenv.inherited) == ("Mia Minister", date(2024, 4, 20), True, 3)
    assert jenv.reasons == {"information_not_received": 1}
    assert (by_post[1].holder, by_post[1].inherited, by_post[1].waiting) == (None, None, 3)
    later = groups(held, day_list(held, "late", date(2024, 5, 20)), "post")
    assert not later[0].new_in_office


@pytest.mark.parametrize("kind", ["ministry", "post", "party", "member"])
def test_groups_hold_the_whole_list(held: Registry, kind: str) -> None:
    """Every case stands under at least one group, and a group counts no case twice."""
    listed = day_list(held, "longest_open", TODAY)
    made = groups(held, listed, kind)
    assert sum(group.sets for group in made) == sum(len(case.keys(kind)) for case in listed.cases)
    assert all(group.sets == group.waiting for group in made)


def test_a_day_beyond_the_sources_is_not_known(held: Registry) -> None:
    """Not an empty list that looks like good news."""
    beyond = day_list(held, "late", date(2025, 1, 1))
    assert (beyond.beyond, beyond.cases, beyond.waiting, beyond.known_until) == (True, (), 0, date(2024, 12, 31))
    assert groups(held, beyond, "ministry") == ()
    assert last_known_day(held, date(2030, 1, 1)) == date(2024, 12, 31)
    assert last_known_day(held, date(2024, 2, 2)) == date(2024, 2, 2)


@pytest.mark.parametrize(("kind", "wanted", "key"), [
    ("ministry", "jenv", "jenv"), ("ministry", "Justitie en Veiligheid", "jenv"), ("ministry", "JUSTITIE EN VEILIGHEID", "jenv"),
    ("post", "Minister van Justitie en Veiligheid", "minister-jenv"), ("party", "SP", "sp"), ("member", "tom toets", "tom-toets"),
])
def test_meant_by_code_or_name(held: Registry, kind: str, wanted: str, key: str) -> None:
    """Capitals and accents do not matter."""
    assert key_of(held, kind, wanted, TODAY) == key


def test_what_is_not_held_is_said_with_what_resembles_it(held: Registry) -> None:
    """Never an empty list for a spelling mistake."""
    with pytest.raises(NotFoundError, match="no ministry 'veiligheid' is held: Justitie en Veiligheid"):
        key_of(held, "ministry", "veiligheid", TODAY)
    with pytest.raises(NotFoundError, match=r"no party 'xyz' is held$"):
        key_of(held, "party", "xyz", TODAY)


def test_names_are_those_of_the_day(held: Registry) -> None:
    """A ministry bore another name before."""
    assert names_of(held, "ministry", date(2012, 1, 1))["jenv"] == "Veiligheid en Justitie"
    assert names_of(held, "ministry", TODAY)["jenv"] == "Justitie en Veiligheid"


@pytest.mark.parametrize(("day", "number", "expected"), [
    (date(2024, 5, 13), 10, date(2024, 5, 27)),  # Monday: two weeks on
    (date(2024, 5, 17), 1, date(2024, 5, 20)),  # Friday
    (date(2024, 5, 18), 1, date(2024, 5, 20)),  # Saturday
    (date(2024, 5, 18), 0, date(2024, 5, 18)),
])
def test_working_days(day: date, number: int, expected: date) -> None:
    """Saturdays and Sundays do not count."""
    assert working_days_after(day, number) == expected


def test_without_a_known_day_lists_are_made_all_the_same(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A registry of papers alone tells no day up to which it is complete."""
    with registry(tmp_path_factory.mktemp("loose"), known_until=None) as opened:
        assert not day_list(opened, "late", date(2030, 1, 1)).beyond


def test_a_walk_through_history_does_not_fill_the_memory(held: Registry) -> None:
    """The lists of a few days are kept, the oldest goes; what is made anew is the same."""
    first = waiting_on(held, TODAY)
    assert waiting_on(held, TODAY) is first
    for back in range(1, DAYS_KEPT + 1):
        waiting_on(held, TODAY - timedelta(days=back))
    again = waiting_on(held, TODAY)
    assert again is not first
    assert again == first
