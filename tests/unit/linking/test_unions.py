"""Disjoint sets."""

from navraag.linking.unions import Unions


def test_chains_of_equal_marks_connect() -> None:
    """What shares a mark, directly or through others, has one representative; what does not stands alone."""
    unions: Unions[str] = Unions()
    for marks in (["a", "b"], ["c", "d"], ["b", "c"], ["e"], []):
        unions.join(marks)
    assert len({unions.find(mark) for mark in "abcd"}) == 1
    assert unions.find("e") == "e"
    assert unions.find("never seen") == "never seen"


def test_long_chains_are_followed() -> None:
    """Ten thousand links are no recursion."""
    unions: Unions[int] = Unions()
    for at in range(10_000, 0, -1):
        unions.join([at, at - 1])
    assert unions.find(0) == unions.find(10_000)
