"""Strings are laid back onto their source; what is not there is never claimed."""

import time

import pytest

from navraag.parsing.account.alignment import Alignment, Item, Segment, folded


def words(label: str, *texts: str) -> Item:
    """One item of plain words."""
    return tuple(Segment(label=label, text=text) for text in texts)


def laid(source: str, *items: Item) -> tuple[list[tuple[str, str]], str]:
    """Stretches of the source with their labels ("" where unclaimed), and the invented characters."""
    alignment = Alignment(source)
    alignment.lay(items)
    return [(label, source[start:end]) for start, end, label in alignment.ranges()], "".join(char for _, char in alignment.invented)


LONG = "Kunt u toelichten waarom de bellen van fietsen zo vaak kapot gaan?"
CASES = [
    ("Ja. Nee.", [words("a", "Ja."), words("b", "Nee.")], [("a", "Ja."), ("b", "Nee.")], ""),
    ("Ja. Nee.", [words("b", "Nee."), words("a", "Ja.")], [("a", "Ja."), ("b", "Nee.")], ""),      # in any order of the record
    ("Ja. Ja.", [words("a", "Ja.")], [("a", "Ja."), ("", "Ja.")], ""),                             # one string, one claim
    ("fiets-\nbellen", [words("a", "fietsbellen")], [("a", "fiets-\nbellen")], ""),                # a hyphen at the end of a line
    ("fiets\u00adbel", [words("a", "fiets-bel")], [("a", "fiets\u00adbel")], ""),                  # hyphens are not compared
    ("ﬁets van Één", [words("a", "fiets van E\u0301e\u0301n")], [("a", "ﬁets van Één")], ""),      # ligatures and accents apart
    ("Ja. Weg. Nee.", [words("a", "Ja."), words("b", "Nee.")], [("a", "Ja."), ("", "Weg."), ("b", "Nee.")], ""),
    ("Ja.", [words("a", "Ja, zeker.")], [("a", "Ja.")], ",zeker"),                                 # what the source lacks is invented
    (
        f"{LONG[:30]} blz. 7 van 9 {LONG[30:]}", [words("a", LONG)],
        [("a", LONG[:30].strip()), ("", "blz. 7 van 9"), ("a", LONG[30:].strip())], "",           # a page foot in mid-sentence
    ),
]


@pytest.mark.parametrize(("source", "items", "expected", "invented"), CASES)
def test_strings_find_their_place(source: str, items: list[Item], expected: list[tuple[str, str]], invented: str) -> None:
    """Every stretch of the source has one owner or none."""
    ranges, made_up = laid(source, *items)

    assert expected == [(label, text.strip()) for label, text in ranges]
    assert invented == made_up


def test_an_interruption_can_be_claimed_by_another() -> None:
    """A note in the middle of a question belongs to the note."""
    source = f"{LONG[:40]}De Bel, 1 maart 2019{LONG[40:]}"
    ranges, invented = laid(source, words("q", LONG), words("n", "De Bel, 1 maart 2019"))

    assert [("q", LONG[:40]), ("n", "De Bel, 1 maart 2019"), ("q", LONG[40:])] == ranges
    assert "" == invented


def test_marks_and_labels_are_laid_where_they_stand() -> None:
    """With their brackets; and they are no loss where the source does not print them."""
    mark = Segment(label="q.mark", text="1", kind="mark")
    item = (Segment(label="q", text="Is de bel stuk?"), mark, Segment(label="q", text="Ja."))

    assert [("q", "Is de bel stuk?"), ("q.mark", "[1]"), ("q", "Ja.")] == [(a, b.strip()) for a, b in laid("Is de bel stuk?[1] Ja.", item)[0]]
    assert ([("q", "Is de bel stuk? Ja.")], "") == laid("Is de bel stuk? Ja.", item)


def test_the_same_words_twice_are_two_places() -> None:
    """Two items with equal words take one place after the other, each with its own label before it."""
    items = [
        (Segment(label="1", text="Vraag 7"), *words("1.text", LONG)),
        (Segment(label="2", text="Vraag 7", kind="optional"), *words("2.text", LONG)),
    ]

    ranges, _ = laid(f"Vraag 7\n{LONG}\nVraag 7\n{LONG}", *items)
    assert ["1", "1.text", "2", "2.text"] == [label for label, _ in ranges]


def test_facts_stand_free_or_nowhere() -> None:
    """A number is claimed between blanks, never inside a word, an id or a date."""
    alignment = Alignment("ah-tk-20182019-9001 en 9001.")
    alignment.lay_facts([Segment(label="number", text="9001"), Segment(label="other", text="77")])

    assert [("", 0), ("number", 23), ("", 27)] == [(label, start) for start, _, label in alignment.ranges()]
    assert [] == alignment.invented


def test_lines_that_stand_whole_come_first() -> None:
    """A line that is absent does not take the words of one that is there."""
    alignment = Alignment("Onderwerp kapotte fietsbellen in de stad")
    alignment.lay_lines([Segment(label="head", text="Beantwoording kapotte fietsbellen in de stad"), Segment(label="line", text="Onderwerp kapotte fietsbellen in de stad")])

    assert ["line"] == [label for _, _, label in alignment.ranges()]


def test_nothing_is_compared_by_white_space() -> None:
    """Blanks, breaks and hyphens carry no word."""
    assert "abc" == folded(" a\u00a0b-\n\u00adc ")


def test_a_long_document_takes_seconds_not_minutes() -> None:
    """Half a million characters of which the record holds not one: no quadratic search."""
    alignment = Alignment("abcdefghij klmnop. " * 25_000)
    start = time.process_time()
    alignment.lay([words(str(number), f"XYZ {number} " * 50) for number in range(50)])

    assert time.process_time() - start < 20
