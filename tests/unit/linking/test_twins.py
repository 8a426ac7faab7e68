"""What is one paper, and what is two."""

from collections.abc import Sequence
from datetime import date

from navraag.linking.pieces import pieces_of
from navraag.linking.twins import bundle, merge_twins
from tests.unit.linking.builders import answered, noticed, paper

NAME = "ah-tk-20192020-9002"
OTHER_WORDS = "Wij onderzoeken een brug over de zijl"

TWINS = [
    # two papers, how many they are: why
    ((answered(), "tk_docx"), (answered(publication=NAME), "koop_xml"), 1),  # same day, same words
    ((answered(received_on=date(2020, 5, 20)), "tk_docx"), (answered(publication=NAME), "koop_xml"), 1),  # a letter of some days before
    ((answered(received_on=None), "plain_text"), (answered(publication=NAME), "koop_xml"), 1),  # no day, the same words
    ((answered(received_on=date(2020, 9, 1)), "tk_docx"), (answered(publication=NAME), "koop_xml"), 2),  # months apart
    ((answered(words=OTHER_WORDS), "tk_docx"), (answered(publication=NAME), "koop_xml"), 2),  # same day, other words
    ((answered(publication="ah-tk-20192020-9003"), "koop_xml"), (answered(publication=NAME), "koop_xml"), 2),  # two names are two papers
    ((answered(publication="ah-1999999"), "pdf"), (answered(publication=NAME), "koop_xml"), 1),  # unformatted first, formatted later
    ((answered(kind="correction"), "tk_docx"), (answered(publication=NAME), "koop_xml"), 2),
    ((noticed(), "tk_docx"), (noticed(publication=NAME), "koop_xml"), 1),
    ((noticed(received_on=date(2020, 3, 20)), "tk_docx"), (noticed(publication=NAME), "koop_xml"), 2),  # all notices use the same words
    ((noticed(received_on=None), "tk_docx"), (noticed(publication=NAME), "koop_xml"), 1),
    ((noticed(), "tk_docx"), (answered(received_on=date(2020, 3, 2)), "koop_xml"), 2),  # a notice is no answer
]


def test_twins_are_recognised_within_a_case() -> None:
    """By day and words; never two published names, two kinds or notices of two days."""
    for *pair, expected in TWINS:
        documents: Sequence[tuple[object, str]] = pair  # type: ignore[assignment]
        pieces = [piece for content, layout in documents for piece in pieces_of(paper(content, layout))]  # type: ignore[arg-type]
        assert len(merge_twins(bundle(pieces))) == expected, pair
        assert len(merge_twins(bundle(pieces[::-1]))) == expected, pair


def test_names_bundle_pieces_across_layouts() -> None:
    """The Word file knows number and day, the PDF its name, number and day, a reprint the name: one paper."""
    papers = [
        paper(answered(appendix_number=9002, words=OTHER_WORDS), "tk_docx"),
        paper(answered(publication=NAME, appendix_number=9002), "pdf"),
        paper(answered(publication=f"{NAME}-n1", received_on=None), "koop_html"),
    ]
    bundles = bundle(piece for one in papers for piece in pieces_of(one))
    assert len(bundles) == 1
    assert bundles[0].names == (NAME,)
    assert [piece.source.layout for piece in bundles[0].pieces] == ["koop_html", "pdf", "tk_docx"]
