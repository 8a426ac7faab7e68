"""Motions with their movers, and words whose target stands in a note."""

import pytest

from navraag.enrichment.references import find_references
from navraag.enrichment.references.motions import find_motions
from navraag.enrichment.references.noted import find_noted

MOVERS = [
    ("motie-Dijkstra c.s.", ("Dijkstra",)),
    ("motie Hazelaar/Van Veen", ("Hazelaar", "Van Veen")),
    ("motie van Veen", ("van Veen",)),
    ("motie Hazelaar/Olger van Dijk", ("Hazelaar", "Olger van Dijk")),
    ("motie EI Hazel", ("El Hazel",)),  # a capital i for an l
    ("motie van het lid Hazelaar", ("Hazelaar",)),
    ("motie van de leden Hazelaar (De Brug) en Kraaijeveld (Nieuw Land)", ("Hazelaar", "Kraaijeveld")),
    ("moties Hazelaar en Veen", ("Hazelaar", "Veen")),
]
NONE = ["de motie die is aangenomen", "een motie over ponten", "deze motie, anders dan de vorige", "emotie Hazelaar", "motie PVD"]


@pytest.mark.parametrize(("text", "movers"), MOVERS)
def test_a_motion_has_its_movers(text: str, movers: tuple[str, ...]) -> None:
    """Names with and without prefix, joined by strokes and "en", with parties left out."""
    assert [movers] == [one.movers for one in find_motions(text, ())]


@pytest.mark.parametrize("text", NONE)
def test_without_names_there_are_no_movers(text: str) -> None:
    """Words about motions, other words, and parties."""
    assert [] == list(find_motions(text, ()))


def test_the_paper_beside_a_motion_is_its_target() -> None:
    """In brackets or behind a comma; one reference, with both words."""
    for text in ("motie-Dijkstra c.s., Kamerstuk 91 638, nr. 166", "motie Dijkstra (Kamerstuk 91 638, nr. 166)"):
        assert [("motion", "kst-91638-166", text)] == [(one.kind, one.target, one.printed) for one in find_references(text)]
    assert [None] == [one.target for one in find_references("de motie Dijkstra is aangenomen")]


NOTE = "Kamerstukken II 2031/32, 91 628, nr. 1139."
NOTED = [
    ("opgenomen in de Veiligheidsagenda 2033-2036.", NOTE, "Veiligheidsagenda 2033-2036", "kst-91628-1139"),
    ("de opvolging van de motie Hazelaar/Veen.", NOTE, "motie Hazelaar/Veen", "kst-91628-1139"),
    ("In de brief van 3 mei 2031 is dit gemeld.", NOTE, "brief van 3 mei 2031", "kst-91628-1139"),
    ("het rapport «Ponten in zwaar weer»", NOTE, "«Ponten in zwaar weer»", "kst-91628-1139"),
    ("Zoals ik in de beantwoording van eerdere vragen aangaf, vaart de pont.", "Aanhangsel Handelingen, vergaderjaar 2031-2032, nr. 121.", None, "ah-tk-20312032-121"),
    ("zoals in de krant stond.", "NRC, 3 mei 2031", None, None),
    ("Veiligheidsagenda 2033.", "Kamerstuk 91 628, nrs. 3 en 4", None, None),  # two targets: never guessed
]


@pytest.mark.parametrize(("text", "note", "words", "target"), NOTED)
def test_words_are_linked_to_the_target_in_their_note(text: str, note: str, words: str | None, target: str | None) -> None:
    """Titles, motions, letters, quoted titles, earlier answers; where a note cites none or two, nothing is linked."""
    found = list(find_noted(text, [(len(text), "2", note)]))
    assert ([target] if target else []) == [one.target for one in found]
    assert words is None or [words] == [one.printed for one in found]
    assert all(one.via == "2" and text[one.start : one.end] == one.printed for one in found)


def test_a_reaction_to_a_nota_cites_two_papers() -> None:
    """The reaction is the paper of the note; the nota is the dossier that it belongs to."""
    text = "In de kabinetsreactie van 26 april 2031 op de initiatiefnota van het lid Veen staat dit"
    assert ["kst-91690-3", "kst-91690"] == [one.target for one in find_noted(text, [(len(text), "4", "Kamerstukken II 2030/31, 91690, nr. 3")])]


def test_a_question_of_another_set_is_no_internal_reference() -> None:
    """Its set stays open until a note names it."""
    found = find_references("In uw antwoord op vraag 2 van de schriftelijke vragen schrijft u dit.")
    assert [("appendix", None, (2,))] == [(one.kind, one.target, one.numbers) for one in found]
