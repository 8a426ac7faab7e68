"""Disjoint sets."""

from navraag.linking.unions import Numbers, Unions


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


def test_sets_of_numbers() -> None:
    """The lowest number stands for each set, in whatever order they are joined."""
    unions = Numbers(8)
    for one, other in ((7, 5), (5, 3), (1, 2), (3, 7)):
        unions.join(one, other)

    assert [unions.find(number) for number in range(8)] == [0, 1, 1, 3, 4, 3, 6, 3]
