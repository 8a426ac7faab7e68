"""Spellings that mean the same fold to the same key."""

from navraag.linking.folding import asker_key, fold, fold_subject, likeness, words_of
from navraag.records.text import plain_text

SAME_MEMBER = [
    ("Van Oudezijl", "Ada van Oudezijl (A.)", "A. van Oudezijl", "Oudezijl, A. van", "Oudezijl van", "A.B. (Ada) van Oudezijl"),
    ("Terpstra-Wad", "B.C. Terpstra-Wad", "Terpstra – Wad", "Bo Terpstra-Wad (B.C.)"),
    ("Öztuna", "Oztuna", "E. Öztuna"),
    ("Van 't Hek", "Van ’t Hek", "Hek, van 't"),
    ("Faber-van de Kade", "Faber – van de Kade"),
    ("Dijk", "D.J.H. van Dijk", "Inge van Dijk"),  # the key is the surname: day and subject tell namesakes apart
]


def test_one_member_in_every_style() -> None:
    """With first name, initials, particle before or behind, brackets, accents."""
    for spellings in SAME_MEMBER:
        assert len({asker_key(name) for name in spellings}) == 1, spellings
    assert len({asker_key(spellings[0]) for spellings in SAME_MEMBER}) == len(SAME_MEMBER)
    assert asker_key("van de") != ""  # nothing but particles


def test_subjects_fold_quotes_blanks_accents_and_case() -> None:
    """What the printings of one subject differ in."""
    spellings = ["het bericht «Één pont»", "Het bericht 'Eén  pont'", "Het bericht “Een pont” (Herdruk)", " het bericht ´Een\u00a0pont´"]
    assert {fold_subject(spelling) for spelling in spellings} == {"hetberichteenpont"}
    assert fold("Î\u00ad—_") == "i"


def test_likeness_is_the_share_of_common_words() -> None:
    """0 for nothing in common or nothing at all, 1 for the same words."""
    first, second = words_of(plain_text("De pont vaart niet")), words_of(plain_text("de PONT vaart"), plain_text("weer"))
    assert likeness(first, first) == 1
    assert likeness(first, second) == 3 / 5
    assert likeness(first, frozenset()) == 0
