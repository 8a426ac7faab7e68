"""Reading a name never fails and never changes it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from navraag.records.identifiers import (
    AppendixNumber,
    PublicationName,
    QuestionNumber,
    case_sort_key,
    parse_publication,
    question_numbers_in,
    session_digits,
)

names = st.one_of(
    st.text(max_size=40), st.from_regex(r"\A(kv|ah)-(tk-|ek-)?[0-9]{0,9}[Zz-]?[0-9]{0,6}(-[hn][0-9]?)?a?\Z"),
    st.from_regex(r"\A(kv|ah)-(tk|ek)-20[0-9]{6}-(AH|KVR)?[0-9]{1,6}\Z"),
)


@settings(deadline=None)
@given(names)
def test_every_name_is_read_or_quarantined(name: str) -> None:
    """The value stays; the base of a name is a name with the same base; candidates of a quarantined one are sound."""
    read = parse_publication(name)
    assert str(read) == name
    case_sort_key(name)
    if isinstance(read, PublicationName):
        base = parse_publication(read.base)
        assert isinstance(base, PublicationName)
        assert (base.base, base.edition) == (read.base, 0)
    else:
        assert all(isinstance(parse_publication(candidate), PublicationName) for candidate in read.candidates)


@settings(deadline=None)
@given(st.integers(1900, 2100), st.integers(0, 99_999), st.sampled_from(["{}Z{}", "{}z{}", "{} Z{}", "{}Z {}", "{}\u00a0Z\u00a0{}"]))
def test_question_numbers_are_read_back(year: int, serial: int, form: str) -> None:
    """Every printed form gives the one number."""
    printed = form.format(year, f"{serial:05}")
    number = QuestionNumber.read(printed)
    assert number is not None
    assert str(number) == f"{year}Z{serial:05}"
    assert question_numbers_in(f"zie {printed}, en verder") == (str(number),)


@settings(deadline=None)
@given(st.integers(1990, 2098), st.integers(1, 9999), st.sampled_from(["-", "–", "/", "/-", " - "]), st.booleans())
def test_appendix_numbers_are_read_back(year: int, number: int, dash: str, short: bool) -> None:  # noqa: FBT001
    """Long and short sessions with every dash."""
    last = f"{(year + 1) % 100:02}" if short else str(year + 1)
    appendix = AppendixNumber.of(f"{year}{dash}{last}", number)
    assert appendix == AppendixNumber(f"{year}{year + 1}", number)
    assert isinstance(parse_publication(appendix.publication), PublicationName)


@settings(deadline=None)
@given(st.text(max_size=20))
def test_sessions_never_fail(printed: str) -> None:
    """Eight digits or None."""
    digits = session_digits(printed)
    assert digits is None or len(digits) == 8
