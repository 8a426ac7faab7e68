"""No word of a sample is lost on the way into the records."""

from navraag.parsing.account.account import account
from navraag.replica.sample_files import sample_files

WITHOUT_WORDS = frozenset({"tk_odata", "tk_syncfeed"})
"""Forms that hold technical values beside the words of a paper."""


def test_every_character_is_accounted_for() -> None:
    """Nothing is forgotten, and no word is without a place: at most a mark or a comma of a document is in no field."""
    unplaced: dict[str, tuple[str, ...]] = {}
    for file in sample_files():
        if file.form not in WITHOUT_WORDS:
            found = account(file.data, name=file.name)
            assert found.lost == 0, file.name
            if found.unplaced > 2:
                unplaced[file.name] = found.words("unplaced")

    assert unplaced == {}
