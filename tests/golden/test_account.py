"""No word of a sample is lost on the way into the records."""

from collections import Counter

from navraag.parsing.account import account
from navraag.replica.sample_files import sample_files

WITHOUT_WORDS = frozenset({"tk_odata", "tk_syncfeed"})
"""Forms that hold technical values beside the words of a paper."""


def test_every_character_is_accounted_for() -> None:
    """Nothing is forgotten; what is in no field and no furniture stays under 0.2 percent in every form."""
    characters: Counter[str] = Counter()
    unplaced: Counter[str] = Counter()
    for file in sample_files():
        if file.form in WITHOUT_WORDS:
            continue
        found = account(file.data, name=file.name)
        assert found.lost == 0, file.name
        characters[file.form] += found.characters
        unplaced[file.form] += found.unplaced

    assert {form: count for form, count in unplaced.items() if count > 0.002 * characters[form]} == {}
