"""Printings that differ."""

from datetime import date

from navraag.linking.pieces import pieces_of
from navraag.linking.twins import bundle
from navraag.linking.versions import differing, earlier_printings
from tests.unit.linking.builders import answered, paper

NAME = "ah-tk-20192020-9002"

DIFFERENCES = [
    # other printing, shown printing, difference: why
    (["Ja.", "Nee."], ["Ja.", "Nee."], ""),
    (["Ja.", "Nee."], ["ja", "« Nee »"], ""),  # case, quotes and blanks are no other words
    (["Ja.", "Nee."], ["Ja.", "Soms."], "- Nee.\n+ Soms."),
    (["Ja."], ["Ja.", "Soms."], "+ Soms."),
    (["Ja.", "Nee."], ["Nee."], "- Ja."),
    ([], [], ""),
]


def test_differences_are_told_by_paragraph() -> None:
    """Only what differs, from both sides."""
    for other, shown, expected in DIFFERENCES:
        assert differing(other, shown) == expected


def test_only_other_printings_are_versions() -> None:
    """A reprint is one; another reading of the same printing is not; the same layout with other words is a re-publication."""
    table = [
        ((f"{NAME}-n1", "koop_xml"), [(NAME, "koop_xml")], 1),
        ((NAME, "koop_xml"), [(NAME, "koop_html")], 0),
        ((NAME, "koop_xml"), [(NAME, "koop_xml")], 1),
    ]
    for (shown, layout), others, expected in table:
        papers = [paper(answered(publication=shown), layout), *(paper(answered(publication=name, words="Zzz"), other) for name, other in others)]
        one = bundle(piece for document in papers for piece in pieces_of(document))[0]
        versions = list(earlier_printings("x", one))
        assert len(versions) == expected
        assert all(version.printed_on == date(2020, 5, 25) for version in versions)
