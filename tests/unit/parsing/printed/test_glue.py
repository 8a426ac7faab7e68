"""Broken lines of PDF text joined, blanks put back where that is safe."""

import pytest

from navraag.parsing.printed.glue import count_words, join, joined_words, line_ends
from navraag.records.text import Mark, Paragraph


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["het hele raads-", "debat"], "het hele raadsdebat"),
        (["in- en", "uitvoer"], "in- en uitvoer"),
        (["de NAVO-", "landen"], "de NAVO-landen"),
        (["een mbo-", "instelling"], "een mbo-instelling"),
        (["elf cent per liter", ". In 2019"], "elf cent per liter. In 2019"),
        (["heffing op CO", "2-uitstoot"], "heffing op CO2-uitstoot"),
        (["https://put.example/a-", "b-c"], "https://put.example/a-b-c"),
        (["Dat is vol.Nadat het leeg was"], "Dat is vol. Nadat het leeg was"),
        (["op 3 mei2019 was het vol"], "op 3 mei 2019 was het vol"),
        (["een een-op-een koppeling"], "een een-op-een koppeling"),
        (["Het verzoek is gedaan,zo bleek"], "Het verzoek is gedaan, zo bleek"),
        (["Zie https://put.example/a,b-c.d"], "Zie https://put.example/a,b-c.d"),
    ],
)
def test_joined(lines: list[str], words: str) -> None:
    """Line-end hyphens go, compounds keep theirs, addresses are left alone."""
    assert words == joined_words(lines)


def test_the_document_knows_its_words() -> None:
    """A word that is printed whole elsewhere has no hyphen; one that is hyphenated twice has."""
    known = count_words("putdeksel put-rand put-rand")

    assert "putdeksel put-rand" == joined_words(["put-", "deksel put-", "rand"], known)


def test_marks_stay_behind_their_words() -> None:
    """A line of marks gives them to the words above."""
    joined = join([Paragraph(text="Is het vol?"), Paragraph(text="", marks=(Mark(label="1", at=0),)), Paragraph(text="En leeg?")])

    assert ("Is het vol? En leeg?", [("1", 11)]) == (joined.text, [(m.label, m.at) for m in joined.marks])


def test_ends_of_lines_show() -> None:
    """Where a lost blank or a hyphen gives away that a printed line ended."""
    assert [11] == line_ends("Dit is vol.Dat niet")
    assert [8] == line_ends("de deks-elputten")
