"""Every name is read into its parts or quarantined by rule."""

import gzip
import re
from collections import Counter
from datetime import date

import pytest

from navraag.records.identifiers import (
    AppendixNumber,
    PublicationName,
    Quarantined,
    QuestionNumber,
    case_sort_key,
    is_case_number,
    nameless_case_number,
    opening_day,
    parse_publication,
    question_numbers_in,
    session_digits,
    session_year_of,
    sorted_cases,
)
from tests.conftest import REAL

NAMES = [
    # name, base, kind, chamber, question number, edition: why
    ("kv-tk-2020Z90001", "kv-tk-2020Z90001", "zaak", "tk", "2020Z90001", 0),  # formatted question
    ("kv-2009Z90001", "kv-2009Z90001", "zaak", "tk", "2009Z90001", 0),  # before the prefix kv-tk-
    ("kv-2009z90001", "kv-2009Z90001", "zaak", "tk", "2009Z90001", 0),  # small z
    ("kv-tk-2010Z90001-n1", "kv-tk-2010Z90001", "zaak", "tk", "2010Z90001", 1),  # republished
    ("kv-tk-2015Z90001a", "kv-tk-2015Z90001", "zaak", "tk", "2015Z90001", 1),  # a letter
    ("kv-2070890010", "kv-2070890010", "old", "tk", None, 0),  # ten digits, 1998 to 2009
    ("kv-2070890010-h1", "kv-2070890010", "old", "tk", None, 1),  # reprint
    ("kv-2070890010-h", "kv-2070890010", "old", "tk", None, 1),  # reprint without a number
    ("ah-tk-20192020-9001", "ah-tk-20192020-9001", "appendix", "tk", None, 0),  # answer or notice
    ("ah-tk-19992000-8-h1", "ah-tk-19992000-8", "appendix", "tk", None, 1),  # reprint
    ("ah-tk-20192020-90-n2", "ah-tk-20192020-90", "appendix", "tk", None, 2),  # second republication
    ("ah-ek-20062007-10a", "ah-ek-20062007-10", "appendix", "ek", None, 1),  # Eerste Kamer
    ("ah-1999999", "ah-1999999", "unformatted", None, None, 0),  # since 2025-2026 the only form
    ("kv-9999", "kv-9999", "unformatted", None, None, 0),
    ("kv-ek-232401", "kv-ek-232401", "senate", "ek", None, 0),
    ("kv-ek-215160004-n1", "kv-ek-215160004", "senate", "ek", None, 1),
    ("kv-tk-20062007-KVR99999", "kv-tk-20062007-KVR99999", "kvr", "tk", None, 0),  # number of that time
]

QUARANTINE = [
    # name, rule, likely: why
    ("kv-tk-2020Z9001", "question-number-misshapen", None),  # a digit lost
    ("kv-tk-20201Z90001", "question-number-misshapen", None),  # a digit too many
    ("kv-tk-202090001", "question-number-misshapen", None),  # Z lost
    ("ah-tk-20112012-27527", "appendix-number-too-high", None),
    ("ah-tk-20112012-AH2134", "appendix-number-with-letters", "ah-tk-20112012-2134"),
    ("ah-ek-19951995-1", "session-years-do-not-follow", None),  # either year may be right: two candidates
    ("kv-20708908000", "old-number-not-ten-digits", None),
    ("kv-200011382H", "old-number-not-ten-digits", None),
    ("kv-9899010060", "old-number-not-of-the-tweede-kamer", None),  # the leading 2 is lost
    ("kv-2007-01-11", "a-date-as-number", None),
    ("kv-tk-", "no-known-form", None),
    ("kst-25242-686", "no-question-and-no-answer", None),
    ("", "no-question-and-no-answer", None),
    ("kv-tk-２０２０Z90001", "no-known-form", None),  # digits of another script are no digits
]


def test_names_are_read_into_their_parts() -> None:
    """Each form gives base, kind, chamber, question number and edition."""
    for value, *expected in NAMES:
        name = parse_publication(value)
        assert isinstance(name, PublicationName), value
        assert expected == [name.base, name.kind, name.chamber, name.question_number, name.edition]
        assert str(name) == value


def test_odd_names_are_quarantined_by_rule() -> None:
    """Nothing is dropped: the name stays, with the rule and what it may have meant."""
    for value, rule, likely in QUARANTINE:
        name = parse_publication(value)
        assert isinstance(name, Quarantined), value
        assert (name.value, name.rule, name.likely) == (value, rule, likely)
    assert parse_publication("ah-ek-19951995-1").candidates == ("ah-ek-19941995-1", "ah-ek-19951996-1")  # type: ignore[union-attr]


def test_the_name_tells_its_session() -> None:
    """From the eight digits of an appendix, or from the ten digits of an old question."""
    for value, expected in [("ah-tk-20192020-90", "2019-2020"), ("kv-2990090010", "1999-2000"), ("kv-2000190010", "2000-2001"), ("kv-tk-2020Z90001", None)]:
        assert expected == parse_publication(value).session_year  # type: ignore[union-attr]


def test_question_numbers_are_read_leniently_and_kept_strictly() -> None:
    """Blanks and a small z are forgiven when reading; the type itself holds one form only."""
    for printed, expected in [("2024Z 90001", "2024Z90001"), ("2024z90001", "2024Z90001"), (" 2024Z90001 ", "2024Z90001"),
                              ("2024\u00a0Z90001", "2024Z90001"), ("2024Z9001", None), ("2024D90001", None), ("", None)]:
        read = QuestionNumber.read(printed)
        assert expected == (str(read) if read else None)
    for wrong in ("2024z90001", "2024Z 90001", "kv-tk-2024Z90001"):
        with pytest.raises(ValueError, match="no question number"):
            QuestionNumber(wrong)
    assert QuestionNumber("2024Z90001").year == 2024
    assert question_numbers_in("zie 2024Z90002, 2024Z 90001 en 2024Z90002; niet 2024Z900012") == ("2024Z90002", "2024Z90001")


def test_appendix_numbers_come_from_printed_sessions() -> None:
    """All printed forms of a session give the same number and publication name."""
    for printed in ("2019-2020", "2019–2020", "2019/20", "2019/-20", "2019 - 2020", "20192020"):
        assert str(AppendixNumber.of(printed, 90)) == "20192020-90"
    assert AppendixNumber("20192020", 90).publication == "ah-tk-20192020-90"
    assert AppendixNumber("20192020", 90) < AppendixNumber("20192020", 900)
    for session, number in [("2019-2021", 1), ("2019", 1), ("", 1), ("2019-2020", 0)]:
        assert AppendixNumber.of(session, number) is None
    assert session_digits("1999-00") == "19992000"
    with pytest.raises(ValueError, match="no appendix number"):
        AppendixNumber("20192021", 1)


def test_sessions_begin_on_the_third_tuesday_of_september() -> None:
    """Days as published; a day before it belongs to the session before."""
    for day in ("2018-09-18", "2019-09-17", "2020-09-15", "2021-09-21", "2024-09-17", "2026-09-15"):
        assert opening_day(int(day[:4])) == date.fromisoformat(day)
    for day, session in [("2020-02-10", "2019-2020"), ("2020-09-14", "2019-2020"), ("2020-09-15", "2020-2021")]:
        assert session_year_of(date.fromisoformat(day)) == session


def test_cases_of_all_forms_sort_together() -> None:
    """By year, then by number, whatever the form of the case number."""
    ordered = ("kv-ek-232401", "ah-1999999", "kv-2990090010", "kv-2070890010", "2009Z90001", "ah-tk-20192020-90", "ah-tk-20192020-900", "2020Z90001")
    assert set(sorted_cases(reversed(ordered))) == set(ordered)
    assert sorted_cases(["2020Z90001", "ah-tk-20192020-900", "ah-tk-20192020-90", "kv-2070890010"]) == (
        "kv-2070890010", "ah-tk-20192020-90", "ah-tk-20192020-900", "2020Z90001",
    )
    assert case_sort_key("2020Z90001") > case_sort_key("2019Z99999")
    assert is_case_number("2020Z90001")
    assert is_case_number("kv-2070890010")
    assert is_case_number("kv-tk-2020Z9001")  # a mistyped name is what it was published under
    assert is_case_number(nameless_case_number("0123456789abcdef" * 4))
    for wrong in ("2020Z9001", "stuk-", "kv-tk-", "kst-25242-686", "../etc"):
        assert not is_case_number(wrong)


@pytest.mark.real
def test_all_real_names_parse_or_are_quarantined() -> None:
    """All 151,327 names: counts by form are those of the table that was measured by another program."""
    ids = gzip.decompress((REAL / "ids" / "kvah_ids.txt.gz").read_bytes()).decode().split()
    read = [parse_publication(name) for name in ids]
    assert len(read) == 151_327
    forms = Counter(re.sub(r"\d+", lambda run: "9{" + str(len(run[0])) + "}", str(name)) for name in read)
    rows = [line.split("\t") for line in (REAL / "ids" / "kvah_forms.tsv").read_text().splitlines()[1:]]
    assert forms == {row[0]: int(row[1]) for row in rows}
    quarantined = Counter(name.rule for name in read if isinstance(name, Quarantined))
    assert quarantined["question-number-misshapen"] == 13
    assert sum(quarantined.values()) == 43
    assert "no-known-form" not in quarantined
