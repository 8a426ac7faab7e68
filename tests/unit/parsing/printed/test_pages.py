"""Pages of PDF text: heads and feet set aside, notes taken from the foot."""

import pytest

from navraag.parsing.printed.pages import is_paged, split_pages

FOOT = "Tweede Kamer, vergaderjaar 2018–2019, Vragen 1"


def notes(*lines: str) -> list[tuple[int, str]]:
    """Labels and words of the notes of a page with these lines."""
    return [(label, " ".join(parts)) for page in split_pages([*lines, FOOT]).pages for label, parts in page.notes]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Vraag 1", "Is het vol?1", "1De Put, 3 mei 2019"], [(1, "De Put, 3 mei 2019")]),
        (["Vraag 1", "Is het vol?1", "1De Put,", "3 mei 2019", "2Het Deksel"], [(1, "De Put, 3 mei 2019"), (2, "Het Deksel")]),
        (["Antwoord 1", "per liter", "1. In 2019 is", "het vol.", "1PBL, Verkenning 2019"], [(1, "PBL, Verkenning 2019")]),
        (["Vraag 1", "Vol?", "1", "12019 Annual report, page 3"], [(1, "2019 Annual report, page 3")]),
        (["Vraag 1", "Vol?", "1de Put, 3 mei"], [(1, "de Put, 3 mei")]),
        (["Vraag 1", "Vol?", "1https://put.example/", "vol"], [(1, "https://put.example/ vol")]),
        (["Vraag 1", "Er zijn 3D-beelden en 12 putten.", "2019 was vol."], []),
        (["1Vooraf", "Vraag 1", "Is het vol?"], []),
        (["Vraag 1", "Is het vol?1", "Dat zeg ik.2", "1 De Put, 3 mei", "2 Het Deksel, 4 mei"], [(1, "De Put, 3 mei"), (2, "Het Deksel, 4 mei")]),
        (["Vraag 1", "Is het vol?", "Er zijn", "1 Put en", "2 Deksels."], []),
    ],
)
def test_notes_at_the_foot(lines: list[str], expected: list[tuple[int, str]]) -> None:
    """Consecutive labels glued to words that reach the foot; never above the last heading."""
    assert expected == notes(*lines)


def test_labels_count_on_over_the_pages() -> None:
    """Note 2 stands on the second page; a line of its body that begins with 2 is no note."""
    split = split_pages(["Vraag 1", "Vol?1", "1De Put", FOOT, "Vraag 2", "Het is", "2 keer vol.", "Echt?2", "2Het Deksel", FOOT])

    assert [[1], [2]] == [[label for label, _ in page.notes] for page in split.pages]
    assert "2 keer vol." in split.pages[1].lines


def test_furniture_is_kept_in_order() -> None:
    """Nothing of the heads and feet is lost."""
    split = split_pages(["Tweede Kamer der Staten-Generaal2", "Vraag 1", "kv-tk-2019Z90001", FOOT])

    assert ["running_head", "publication_id", "running_head", "page_number"] == [part.kind for part in split.furniture]
    assert is_paged([FOOT])
    assert not is_paged(["Vraag 1", "Is het vol?"])
